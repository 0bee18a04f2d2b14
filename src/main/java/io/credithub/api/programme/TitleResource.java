package io.credithub.api.programme;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.access.Role;
import io.credithub.flow.register.TitleQuery;
import io.credithub.flow.register.TitleQuery.BorneTitle;
import io.credithub.flow.register.TitleQuery.BorneTitles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The titles that records bear, and what the register makes of them.
@Path("/api/v1/programmes/titles")
@Tag(name = "programmes")
public final class TitleResource {
    private final TitleQuery query;
    private final QuestionDoor door;
    private final RegisterRequests requests;

    TitleResource(TitleQuery query, QuestionDoor door, RegisterRequests requests) {
        this.query = query;
        this.door = door;
        this.requests = requests;
    }

    /// @param titles how many there are in all
    /// @param records that bear them
    /// @param items the most frequent first
    public record TitlesView(long titles, long records, List<TitleView> items) {
        static TitlesView of(BorneTitles found) {
            return new TitlesView(
                    found.titles(),
                    found.records(),
                    found.listed().stream().map(TitleView::of).toList());
        }
    }

    /// A title as it was first written.
    ///
    /// @param programme code of the entry of the register that it finds; absent: none, or several
    /// @param nameKnown whether the register has the name
    public record TitleView(
            String name,
            @Nullable String code,
            @Nullable String session,
            @Nullable String organiser,
            long records,
            long teachers,
            @Nullable String programme,
            boolean nameKnown) {
        static TitleView of(BorneTitle one) {
            ProgrammeTitle title = one.counted().title();
            return new TitleView(
                    one.counted().name(),
                    title.code(),
                    title.session(),
                    title.organiser(),
                    one.counted().records(),
                    one.counted().teachers(),
                    one.programme(),
                    one.isNameKnown());
        }
    }

    @GET
    @Unaudited("titles of programmes with counts: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "记录所用的项目名称,多者在前 · Titles that records bear, the most frequent first",
            description =
                    "跨县统计,限全省密钥;unregistered=true 只列项目库未收录的 · Counts span counties: for the whole"
                            + " province only; unregistered=true lists what the register does not"
                            + " know")
    public Uni<TitlesView> titles(
            @QueryParam("unregistered")
                    @DefaultValue("false")
                    @Parameter(description = "只列未收录的 · Only what the register does not know")
                    boolean unregistered,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        requests.mustAnswerForAll();
        int most = Page.limit(limit);
        return door.ask(
                        "titles",
                        List.of(unregistered, most),
                        () -> query.titles(unregistered, most))
                .map(TitlesView::of);
    }
}
