package io.credithub.api.breaks;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.BreakWork;
import io.credithub.flow.breaks.FindBreaks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Runs that find what does not agree. What lies outside of the caller's view is answered like what
/// does not exist, and of a run that looked further the caller is told what lies in the view.
@Path("/api/v1/reconciliation/runs")
@Tag(name = "reconciliation")
public final class BreakRunResource {
    private final FindBreaks find;
    private final BreakRuns runs;
    private final BreakWork work;
    private final BreakScopes scopes;
    private final Callers callers;

    BreakRunResource(
            FindBreaks find, BreakRuns runs, BreakWork work, BreakScopes scopes, Callers callers) {
        this.find = find;
        this.runs = runs;
        this.work = work;
        this.scopes = scopes;
        this.callers = callers;
    }

    /// @param division six digits of a county, city or province; absent: all of the caller's
    /// @param schoolYear by its first year; absent: all of them
    public record RunBody(@Nullable String division, @Nullable Integer schoolYear) {}

    @POST
    @Consumes("application/json")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(202)
    @Operation(
            summary =
                    "对账一次:比对本辖区一学年或全部学年的记录 · Begins a run over a division, of a school year or"
                            + " all of them",
            description =
                    "同一范围的运行尚未结束时,得到该次运行;同时只进行一次,其余排队 · Who asks while the same is under way"
                            + " is given that run; one is under way at a time, the others wait")
    public Uni<BreakRun> begin(@Nullable RunBody wanted) {
        String division = wanted == null ? null : wanted.division();
        Integer year = wanted == null ? null : scopes.year(wanted.schoolYear());
        return find.ask(scopes.within(division), year, callers.caller().key())
                .invoke(_ -> work.begin())
                .chain(this::found);
    }

    @GET
    @Unaudited("figures of runs: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "历次运行,新的在前 · Runs, the newest first, without summaries")
    public Uni<Page<BreakRun>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        int before =
                Math.toIntExact(
                        Math.clamp(Cursor.number(cursor, Integer.MAX_VALUE), 0, Integer.MAX_VALUE));
        return runs.list(scopes.sight(), before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())));
    }

    @GET
    @Unaudited("figures of a run: nobody is named")
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一次运行:进度与结果,按县、代码、责任方 · A run: how far it is, and what it left by county, code,"
                            + " owner and state")
    public Uni<BreakRun> one(@PathParam("id") int id) {
        return found(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "取消运行,已比对的作废 · Cancels a run: what it found so far is forgotten")
    public Uni<BreakRun> cancel(@PathParam("id") int id) {
        return found(id)
                .invoke(run -> {
                    if (!callers.view().covers(run.division())) {
                        throw new ProblemException(ProblemCode.FORBIDDEN);
                    }
                })
                .chain(() -> runs.cancel(id))
                .chain(() -> found(id));
    }

    private Uni<BreakRun> found(int id) {
        return runs.find(id, scopes.sight())
                .map(run -> run.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
