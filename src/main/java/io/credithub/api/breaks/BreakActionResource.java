package io.credithub.api.breaks;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.breaks.BreakActs;
import io.credithub.flow.breaks.BreakActs.BarredBreak;
import io.credithub.flow.breaks.BreakActs.BreakDeed;
import io.credithub.flow.breaks.BreakActs.BulkDeed;
import io.credithub.flow.breaks.Breaks;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is done about breaks: one by one, or many at once. A registrar acts on those of the own
/// division; whoever reads, looks.
@Path("/api/v1/reconciliation/breaks")
@Tag(name = "reconciliation")
public final class BreakActionResource {
    private static final Text ONE_CONDITION =
            new Text(
                    "至少一个条件;辖区内全部未了结的差异请写明 division",
                    "one condition at least; for all that is open in a division, name it:"
                            + " division");

    private final BreakActs acts;
    private final Breaks breaks;
    private final BreakScopes scopes;
    private final Callers callers;
    private final InstantSource clock;

    BreakActionResource(
            BreakActs acts,
            Breaks breaks,
            BreakScopes scopes,
            Callers callers,
            InstantSource clock) {
        this.acts = acts;
        this.breaks = breaks;
        this.scopes = scopes;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Path("/{identity}/actions")
    @Consumes("application/json")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "处理一项差异:指派、备注、认可、由来源更正、变更责任方、重新打开 · Gives a break to somebody, accepts"
                            + " it, has the source correct it, opens it again",
            description =
                    "ASSIGN 之外均须理由;由来源更正的差异在更正到达后由下一次对账自行关闭;已认可的差异金额变化后自行重开 · All"
                            + " but ASSIGN need a reason. What the source is to correct closes by"
                            + " itself once a run does not find it; what was accepted opens again"
                            + " once its amounts change")
    @APIResponse(responseCode = "200", description = "处理后的差异 · The break as it is now")
    @APIResponse(
            responseCode = "409",
            description = "当前状态下不可,附可行的处理 · Not possible in its state; says what is")
    public Uni<BreakView> act(@PathParam("identity") UUID identity, @Nullable DeedBody body) {
        BreakDeed deed = DeedBody.deed(body, callers.caller().key());
        Jurisdiction within = callers.view();
        return acts.act(identity, within, deed)
                .invoke(BreakActionResource::orProblem)
                .chain(() -> breaks.find(identity, within))
                .map(found ->
                        found.map(one -> BreakView.of(one, clock.instant()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static void orProblem(Outcome<BreakState, BarredBreak> outcome) {
        switch (outcome) {
            case Outcome.Done<BreakState, BarredBreak> _ -> {}
            case Outcome.NotFound<BreakState, BarredBreak> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<BreakState, BarredBreak>(BarredBreak barred) -> {
                BreakState state = barred.state();
                if (state == null) throw new ProblemException(ProblemCode.NOT_FOUND);
                throw new ProblemException(
                        ProblemCode.BREAK_ACTION_IMPOSSIBLE,
                        new Particulars(null, null, state.name(), possible(state)));
            }
        }
    }

    private static Text possible(BreakState state) {
        String all =
                BreakAction.possible(state).stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        return new Text("此状态下可以:" + all, "possible in this state: " + all);
    }

    @POST
    @Path("/actions")
    @Consumes("application/json")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "批量处理差异,按编号或按条件 · The same about many breaks, by their identities or by a"
                            + " filter",
            description =
                    "identities 至多 1000 项,或 filter(至少一个条件);一次至多 20000 项,其余见 more;不能处理的逐项列明原因,不影响其他"
                        + " · By at most 1000 identities, or by a filter of one condition at least,"
                        + " at most 20 000 at a time: more says that others are left. What is not"
                        + " possible with one is told, and costs the others nothing")
    public Uni<BulkAnswer> actAll(@Nullable BulkBody body) {
        if (body == null) throw ProblemException.badParameter("action", ExpectedValue.NEEDED);
        BreakDeed deed = DeedBody.deed(body.deed(), callers.caller().key());
        List<UUID> identities = body.identities;
        BulkFilter filter = body.filter;
        if ((identities == null) == (filter == null)) {
            throw ProblemException.badParameter(
                    "identities", ExpectedValue.oneOf("identities", "filter"));
        }
        if (filter != null && filter.saysNothing()) {
            throw ProblemException.badParameter("filter", ONE_CONDITION);
        }
        Instant now = clock.instant();
        Uni<BulkDeed> done =
                filter == null
                        ? acts.actAll(named(identities), callers.view(), deed)
                        : acts.actAll(filter.filter(scopes, now), deed);
        return done.map(BulkAnswer::of);
    }

    private static List<UUID> named(@Nullable List<@Nullable UUID> identities) {
        List<UUID> named =
                identities == null
                        ? List.of()
                        : identities.stream()
                                .<UUID>mapMulti((one, all) -> {
                                    if (one != null) all.accept(one);
                                })
                                .toList();
        boolean isFit = !named.isEmpty() && named.size() <= BreakActs.NAMED_MAX;
        if (isFit && identities != null && identities.size() == named.size()) return named;
        throw ProblemException.badParameter(
                "identities", ExpectedValue.between(1, BreakActs.NAMED_MAX));
    }

    /// The body of a request about many: either `identities` or `filter`, and the action beside it.
    public record BulkBody(
            @Nullable List<@Nullable UUID> identities,
            @Nullable BulkFilter filter,
            @Nullable String action,
            @Nullable String reason,
            @Nullable String assignee,
            @Nullable String owner) {
        DeedBody deed() {
            return new DeedBody(action, reason, assignee, owner);
        }
    }

    /// What became of it.
    ///
    /// @param refused with which it could not be done, and why
    /// @param more whether the filter names others, which were left: ask again
    public record BulkAnswer(long done, List<RefusedBreak> refused, boolean more) {
        static BulkAnswer of(BulkDeed told) {
            return new BulkAnswer(
                    told.done(),
                    told.barred().stream().map(RefusedBreak::of).toList(),
                    told.isMore());
        }
    }

    /// @param code why
    /// @param state that the break is in; absent: there is none in sight
    /// @param possible what can be done in that state
    public record RefusedBreak(
            UUID identity, String code, @Nullable BreakState state, Set<BreakAction> possible) {
        static RefusedBreak of(BarredBreak barred) {
            BreakState state = barred.state();
            return state == null
                    ? new RefusedBreak(
                            barred.identity(), ProblemCode.NOT_FOUND.code(), null, Set.of())
                    : new RefusedBreak(
                            barred.identity(),
                            ProblemCode.BREAK_ACTION_IMPOSSIBLE.code(),
                            state,
                            BreakAction.possible(state));
        }
    }
}
