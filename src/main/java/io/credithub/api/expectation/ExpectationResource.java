package io.credithub.api.expectation;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.expectation.ExpectationQuery;
import io.credithub.flow.expectation.Expectations.ExpectationSight;
import io.credithub.flow.expectation.Expectations.ListFilter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Enrolment lists beside what came of them. A division sees its own teachers on them, and no
/// others.
@Path("/api/v1/expectations")
@Tag(name = "expectations")
public final class ExpectationResource {
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final ExpectationQuery expectations;
    private final QuestionDoor door;
    private final Callers callers;

    ExpectationResource(ExpectationQuery expectations, QuestionDoor door, Callers callers) {
        this.expectations = expectations;
        this.door = door;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "花名表与到达情况 · Enrolment lists in force, the newest first: enrolled, completed,"
                            + " missing or still awaited, unexpected",
            description =
                    "市、县密钥只计本辖区教师;期间结束后宽限期内未到的计为 awaited,此后计为 missing · A key of a"
                            + " city or county counts its own teachers only. Whoever has not"
                            + " arrived is awaited until dueOn, and missing from then on")
    public Uni<Page<ExpectationView>> list(
            @QueryParam("programme")
                    @Parameter(description = "项目编号或名称 · Code or name of the programme")
                    @Nullable String programme,
            @QueryParam("feed") @Nullable String feed,
            @QueryParam("county")
                    @Parameter(description = "只计此区划的教师 · Teachers of this division only")
                    @Nullable String county,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        long before = Cursor.number(cursor, Long.MAX_VALUE);
        ListFilter filter = new ListFilter(sight(county), ExpectationView.word(programme), feed);
        return door.ask(
                        "expectations",
                        List.of(filter, before, most),
                        () -> expectations.lists(filter, before, most + 1))
                .map(found -> Page.of(found, most, last -> Cursor.of(last.list().number())))
                .map(page -> page.map(ExpectationView::of));
    }

    @GET
    @Path("/{id}/missing")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "花名表上未到达的人 · Who is on a list and has not arrived, in its order")
    public Uni<Page<MissingView>> missing(
            @PathParam("id") String id,
            @QueryParam("county")
                    @Parameter(description = "只列此区划的教师 · Teachers of this division only")
                    @Nullable String county,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        if (!NUMBER.matcher(id).matches()) throw new ProblemException(ProblemCode.NOT_FOUND);
        long list = Long.parseLong(id);
        int most = Page.limit(limit);
        int after = place(cursor);
        ExpectationSight sight = sight(county);
        return door.ask(
                        "missing",
                        List.of(list, sight, after, most),
                        () -> expectations.missing(list, sight, after, most + 1))
                .map(found -> found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .map(found -> Page.of(found, most, last -> Cursor.of(last.place())))
                .map(page -> page.map(MissingView::of));
    }

    private static int place(@Nullable String cursor) {
        try {
            return Math.toIntExact(Cursor.number(cursor, -1));
        } catch (ArithmeticException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    /// What lies in the caller's view, or a part of it that is asked for.
    private ExpectationSight sight(@Nullable String county) {
        Jurisdiction view = callers.view();
        if (county == null) return new ExpectationSight(view, callers.viewsWhole());
        if (!DIVISION.matcher(county).matches()) {
            throw ProblemException.badParameter("county", county, ExpectedValue.DIVISION);
        }
        Jurisdiction asked = new Jurisdiction(county);
        boolean isPart = asked.prefix().startsWith(view.prefix());
        if (!isPart) throw new ProblemException(ProblemCode.FORBIDDEN);
        return new ExpectationSight(asked, false);
    }
}
