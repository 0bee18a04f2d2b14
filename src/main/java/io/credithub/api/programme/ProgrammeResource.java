package io.credithub.api.programme;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.programme.ProgrammeView.RegisterEventView;
import io.credithub.flow.access.Role;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.flow.register.RegisterQuery.EntryEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The register of official programmes, to be looked into.
@Path("/api/v1/programmes")
@Tag(name = "programmes")
public final class ProgrammeResource {
    private final RegisterQuery register;
    private final PastDays days;

    ProgrammeResource(RegisterQuery register, PastDays days) {
        this.register = register;
        this.days = days;
    }

    @GET
    @Unaudited("the register of programmes: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "查找项目,按编号排列 · Programmes of the register, in order of their codes")
    public Uni<Page<ProgrammeView>> search(@BeanParam ProgrammeFilter filter) {
        int most = Page.limit(filter.limit);
        int after = after(filter.cursor);
        return register.search(filter.search(), after, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.number())))
                .map(page -> page.map(ProgrammeView::of));
    }

    private static int after(@Nullable String cursor) {
        long after = Cursor.number(cursor, 0);
        if (after < 0 || after > Integer.MAX_VALUE) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
        return Math.toIntExact(after);
    }

    @GET
    @Unaudited("the register of programmes: nobody is named")
    @Path("/{code}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "项目的名称、别名、分县名额与经过 · A programme with its names, its places by county and its"
                            + " history")
    public Uni<ProgrammeView> one(
            @PathParam("code") String code,
            @QueryParam("asOf")
                    @Parameter(description = "当日项目库的记载 · What the register said on that day")
                    @Nullable String asOf) {
        return register.find(code, asOf == null ? null : days.endOf(days.past(asOf)))
                .map(found -> found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .map(found ->
                        ProgrammeView.of(
                                found, found.history().stream().map(this::event).toList()));
    }

    private RegisterEventView event(EntryEvent event) {
        return new RegisterEventView(
                event.version(),
                days.local(event.at()),
                event.by(),
                event.reason(),
                event.act().name(),
                event.detail());
    }
}
