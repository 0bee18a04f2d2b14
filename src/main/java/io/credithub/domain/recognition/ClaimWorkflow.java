package io.credithub.domain.recognition;

import io.credithub.domain.Article;
import java.util.Optional;

/// Who may do what with a claim, and where it is then. Whoever submitted a claim never decides on
/// it: two people see each credit.
@Article({"四(三)", "四(四)", "五(一)"})
public final class ClaimWorkflow {
    private ClaimWorkflow() {}

    /// Who wants to do something.
    ///
    /// @param hasSubmitted whether any version of the claim came from the same hand
    public record Actor(Party office, boolean hasSubmitted) {}

    /// What becomes of it: done, or barred.
    public sealed interface ClaimStep {
        record NextState(ClaimState state) implements ClaimStep {}

        record BarredStep(Bar why) implements ClaimStep {}
    }

    /// Why something may not be done.
    public enum Bar {
        /// It is the county's to do.
        NOT_YOURS,
        /// The claim is not where this can be done.
        NOT_NOW,
        /// Who submitted it may not decide on it.
        OWN_SUBMISSION,
        /// The school is owed a reason.
        NO_REASON
    }

    /// What is barred for several reasons is told the first in the order of [Bar].
    ///
    /// @param hasReason whether the actor says why
    public static ClaimStep take(ClaimState now, ClaimAction act, Actor actor, boolean hasReason) {
        boolean decides = act.office() == Party.COUNTY;
        if (decides && actor.office() != Party.COUNTY)
            return new ClaimStep.BarredStep(Bar.NOT_YOURS);
        Optional<ClaimState> next = next(now, act);
        if (next.isEmpty()) return new ClaimStep.BarredStep(Bar.NOT_NOW);
        if (decides && actor.hasSubmitted()) return new ClaimStep.BarredStep(Bar.OWN_SUBMISSION);
        if (act.needsReason() && !hasReason) return new ClaimStep.BarredStep(Bar.NO_REASON);
        return new ClaimStep.NextState(next.get());
    }

    /// Where an act leads from a state; empty where it cannot be done. A claim begins submitted, so
    /// there is nowhere to submit it from.
    static Optional<ClaimState> next(ClaimState now, ClaimAction act) {
        return Optional.ofNullable(
                switch (act) {
                    case SUBMIT -> null;
                    case RESUBMIT -> now == ClaimState.RETURNED ? ClaimState.SUBMITTED : null;
                    case WITHDRAW -> now.isOpen() ? ClaimState.WITHDRAWN : null;
                    case RETURN -> now == ClaimState.SUBMITTED ? ClaimState.RETURNED : null;
                    case RECOGNISE -> now == ClaimState.SUBMITTED ? ClaimState.RECOGNISED : null;
                    case REFUSE -> now == ClaimState.SUBMITTED ? ClaimState.REFUSED : null;
                    case REVOKE -> now == ClaimState.RECOGNISED ? ClaimState.REVOKED : null;
                });
    }
}
