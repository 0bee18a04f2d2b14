package io.credithub.flow.report.impact;

import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.PolicyChange.Change;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept of a recomputation. Implemented by `hub.store`.
public interface RuleImpactFigures {
    /// @return empty: there is none of that number
    Uni<Optional<RuleImpact>> read(RuleImpactQuestion question);

    /// @param id of the recomputation
    /// @param most teachers with the biggest differences
    /// @param basis what the basis is asked by
    record RuleImpactQuestion(int id, Jurisdiction within, int most, BasisQuestion basis) {}

    /// All of it at one moment.
    ///
    /// @param policies by id, the old ones and the new
    /// @param counties those with a difference, by code
    /// @param verdicts those that come out otherwise, by cycle
    /// @param biggest differences of what is recognised, the biggest first
    /// @param unjudged records for which the new rules have no answer
    record RuleImpact(
            ReportBasis basis,
            ImpactCase about,
            List<ImpactPolicy> policies,
            List<County> counties,
            List<ImpactVerdict> verdicts,
            List<TeacherChange> biggest,
            long unjudged) {
        public RuleImpact {
            policies = List.copyOf(policies);
            counties = List.copyOf(counties);
            verdicts = List.copyOf(verdicts);
            biggest = List.copyOf(biggest);
        }
    }

    /// @param subject what is done to the register or to matching; null where rules change
    /// @param against the rulebook that was in force when it was asked
    /// @param teachers of the whole hub, and how many of them have been looked at
    /// @param rulebook as which it was put in force; null: it was not, or other than rules change
    record ImpactCase(
            int id,
            RecomputationKind kind,
            @Nullable String subject,
            Instant askedAt,
            String askedBy,
            RecomputationState state,
            int against,
            long teachers,
            long done,
            @Nullable Integer rulebook) {}

    /// @param before digest of the version's text that judged; null: there was none
    /// @param after digest of the one that would; null: there is none
    record ImpactPolicy(String id, @Nullable String before, @Nullable String after) {
        Change change() {
            if (before == null) return Change.ADDED;
            if (after == null) return Change.REMOVED;
            return before.equals(after) ? Change.SAME : Change.CHANGED;
        }
    }

    /// @param cycles teachers whose verdict changes so, once for each cycle
    record ImpactVerdict(int cycle, Verdict before, Verdict after, long cycles) {}
}
