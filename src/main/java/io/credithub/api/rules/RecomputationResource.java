package io.credithub.api.rules;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recomputations.After;
import io.credithub.flow.recompute.Recomputations.AfterRecord;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Recompute.RecomputeRefusal;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.RulesOnFile;
import io.credithub.flow.rules.RulesOnFile.FiledRules;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Change of rules: who would gain or lose what, before anybody decides; and the decision.
@Path("/api/v1/recomputations")
@Tag(name = "rules")
public final class RecomputationResource {
    private static final int LISTED_MAX = 50;
    private static final int REASON_LENGTH_MAX = 500;
    private static final int PLACE_PARTS = 2;

    private static final Text POLICY =
            new Text(
                    "填写 mappings/policies 下的政策编号",
                    "write the id of a policy under mappings/policies");

    private final Recompute recompute;
    private final Recomputations kept;
    private final RecomputationWork work;
    private final RulesOnFile files;
    private final Policies policies;
    private final Callers callers;

    RecomputationResource(
            Recompute recompute,
            Recomputations kept,
            RecomputationWork work,
            RulesOnFile files,
            Policies policies,
            Callers callers) {
        this.recompute = recompute;
        this.kept = kept;
        this.work = work;
        this.files = files;
        this.policies = policies;
        this.callers = callers;
    }

    /// @param policy id of a file under `mappings/policies`
    public record RecomputationBody(@Nullable String policy) {}

    /// @param reason for the record: it stands beside every entry that follows
    public record DecisionBody(@Nullable String reason) {}

    @POST
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(202)
    @Blocking
    @Operation(
            summary =
                    "试算:换用政策文件后谁增谁减,不改动任何数据 · What would change by the policy files as they are"
                            + " now; nothing is posted")
    public Uni<Recomputation> ask(RecomputationBody question) {
        RuleSet rules = rules(question == null ? null : question.policy());
        return recompute
                .ask(rules, callers.caller().key())
                .invoke(work::tell)
                .chain(begun -> found(begun.id()));
    }

    /// Reads files, hence on a worker.
    private RuleSet rules(@Nullable String policy) {
        if (policy == null) throw ProblemException.badParameter("policy", ExpectedValue.NEEDED);
        return switch (files.find(policy, policies.inForce().policy().id())) {
            case FiledRules.SoundRules found -> found.rules();
            case FiledRules.UnknownPolicy _ ->
                    throw ProblemException.badParameter("policy", policy, POLICY);
            case FiledRules.BrokenFiles _ ->
                    throw new ProblemException(ProblemCode.RULE_FILES_WRONG);
        };
    }

    @GET
    @Unaudited("figures of a change of rules: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "历次试算与换用,新的在前 · Recomputations, the newest first, without counties")
    public Uni<List<Recomputation>> all() {
        return kept.list(callers.view(), LISTED_MAX);
    }

    @GET
    @Unaudited("figures of a change of rules, by county: nobody is named")
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "试算结果,按县 · What would change, by county of the caller's jurisdiction")
    public Uni<Recomputation> one(@PathParam("id") int id) {
        return found(id);
    }

    private Uni<Recomputation> found(int id) {
        return kept.find(id, callers.view())
                .map(found -> found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    @GET
    @Path("/{id}/teachers")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "受影响的教师 · Teachers whose cycle would come out otherwise")
    public Uni<Page<TeacherChange>> teachers(
            @PathParam("id") int id,
            @QueryParam("division") @Nullable String division,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        return kept.changes(id, within(division), after(cursor), most + 1)
                .map(found ->
                        Page.of(found, most, last -> Cursor.of(last.teacher(), last.cycle())));
    }

    @GET
    @Path("/{id}/records")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "会改变计分、搁置、暂挂的记录 · Records that would count, stand aside or be held where they"
                            + " did not")
    public Uni<Page<MovedRecord>> records(
            @PathParam("id") int id,
            @QueryParam("division") @Nullable String division,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        return kept.moves(id, within(division), afterRecord(cursor), most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.key(), last.number())));
    }

    private static AfterRecord afterRecord(@Nullable String cursor) {
        if (cursor == null) return AfterRecord.NONE;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            return new AfterRecord(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    private Jurisdiction within(@Nullable String division) {
        Jurisdiction view = callers.view();
        if (division == null) return view;
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.prefix().startsWith(view.prefix())) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    private static After after(@Nullable String cursor) {
        if (cursor == null) return After.NOBODY;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            return new After(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    @POST
    @Path("/{id}/apply")
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(202)
    @Operation(
            summary =
                    "换用:自此按新规则折算,差额逐笔冲销重记并注明理由 · Puts the rules in force; what follows is posted,"
                            + " with the reason")
    public Uni<Recomputation> apply(@PathParam("id") int id, DecisionBody decision) {
        String reason = decision == null || decision.reason() == null ? "" : decision.reason();
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.badParameter("reason", ExpectedValue.text(REASON_LENGTH_MAX));
        }
        Deciding deciding = new Deciding(callers.caller().key(), reason.strip());
        return found(id)
                .chain(told -> recompute.decide(told, deciding))
                .invoke(outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Integer, RecomputeRefusal> _ -> work.apply(id);
                        case Outcome.NotFound<Integer, RecomputeRefusal> _ ->
                                throw new ProblemException(ProblemCode.NOT_FOUND);
                        case Outcome.Refused<Integer, RecomputeRefusal>(RecomputeRefusal why) ->
                                throw new ProblemException(code(why));
                    }
                })
                .chain(_ -> found(id));
    }

    private static ProblemCode code(RecomputeRefusal why) {
        return switch (why) {
            case NOT_TOLD -> ProblemCode.NOT_TOLD;
            case OUTDATED -> ProblemCode.RULES_OUTDATED;
            case INCOMPLETE -> ProblemCode.RULES_INCOMPLETE;
        };
    }
}
