package io.credithub.api.rules;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RecomputeMatching;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.rules.MatchingFigures;
import io.credithub.flow.rules.MatchingFigures.TermChange;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// What records are matched by: the matching file and what feeds may report, decision by decision;
/// and another one, told first and then put in force.
@Path("/api/v1/reconciliation/matchings")
@Tag(name = "rules")
public final class MatchingResource {
    private static final int REASON_LENGTH_MAX = 500;

    private final Matchings matchings;
    private final RecomputeMatching recompute;
    private final Recomputations kept;
    private final RecomputationWork work;
    private final ProposedFiles files;
    private final Callers callers;

    MatchingResource(
            Matchings matchings,
            RecomputeMatching recompute,
            Recomputations kept,
            RecomputationWork work,
            ProposedFiles files,
            Callers callers) {
        this.matchings = matchings;
        this.recompute = recompute;
        this.kept = kept;
        this.work = work;
        this.files = files;
        this.callers = callers;
    }

    /// What is meant to be in force.
    ///
    /// @param file id of a file under `mappings/reconciliation`
    /// @param yaml the text of a matching file, instead
    /// @param reason needed unless it is only told of
    public record MatchingBody(
            @Nullable String file, @Nullable String yaml, @Nullable String reason) {}

    /// @param onFile what the files say otherwise than what is in force; empty: nothing
    /// @param items the newest first
    public record MatchingsView(List<TermChange> onFile, List<MatchingView> items) {}

    @GET
    @Unaudited("rules of matching: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "历次启用的比对文件与来源权限,新的在前;onFile 为文件与现行的不同 · What records were matched by,"
                            + " the newest first; onFile: what the files say otherwise")
    public Uni<MatchingsView> all() {
        return matchings
                .all()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all ->
                        new MatchingsView(onFile(all.getLast().terms()), MatchingView.list(all)));
    }

    private List<TermChange> onFile(MatchingTerms inForce) {
        ProposedMatching proposed = files.inFolder(inForce.file().id());
        if (proposed == null) return List.of();
        return MatchingFigures.between(inForce, inForce.with(proposed.file(), proposed.feeds()));
    }

    @GET
    @Path("/{number}")
    @Unaudited("rules of matching: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "某一编号时的比对文件与来源权限全文 · What was in force under a number of what records are"
                            + " matched by, in full")
    public Uni<MatchingView> one(@PathParam("number") long number) {
        return Uni.combine()
                .all()
                .unis(matchings.all(), recompute.basis())
                .with((all, basis) -> one(all, number, basis));
    }

    private static MatchingView one(List<MatchingDecision> all, long number, long basis) {
        if (number < 0 || number > basis) throw new ProblemException(ProblemCode.NOT_FOUND);
        return MatchingView.at(all, number);
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(202)
    @Blocking
    @Operation(
            summary =
                    "试算或启用另一比对文件及文件所载的来源权限 · What would change by another matching file, with"
                            + " what the files of feeds now say; or puts it in force")
    public Uni<Recomputation> propose(
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "只试算,不生效 · Tells what would change, keeps nothing")
                    boolean tellOnly,
            MatchingBody body) {
        MatchingBody asked = body == null ? new MatchingBody(null, null, null) : body;
        String by = callers.caller().key();
        if (tellOnly) {
            return recompute
                    .ask(files.proposed(asked.file(), asked.yaml()), by)
                    .call(id -> kept.rules(id).invoke(work::tell))
                    .chain(this::found);
        }
        Deciding deciding = new Deciding(by, reason(asked));
        return recompute
                .put(files.proposed(asked.file(), asked.yaml()), deciding)
                .invoke(work::apply)
                .chain(this::found);
    }

    private static String reason(MatchingBody asked) {
        String reason = asked.reason() == null ? "" : asked.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.badParameter("reason", ExpectedValue.text(REASON_LENGTH_MAX));
        }
        return reason;
    }

    private Uni<Recomputation> found(int id) {
        return kept.find(id, callers.view())
                .map(found -> found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
