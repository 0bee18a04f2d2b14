package io.credithub.fakes;

import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.Posting;
import java.util.ArrayList;
import java.util.List;

/// A delivery of one chunk, and what became of its records.
record StoredDelivery(
        LandedChunk chunk, boolean done, Outcomes outcomes, List<FindingAt> findings) {
    /// Records by what became of them.
    record Outcomes(long accepted, long rejected, long duplicate, long waiting) {
        static final Outcomes NONE = new Outcomes(0, 0, 0, 0);

        Outcomes plus(Posting.OutcomeCounts more) {
            return new Outcomes(
                    accepted + more.accepted,
                    rejected + more.rejected,
                    duplicate + more.duplicate,
                    waiting + more.waiting);
        }

        long all() {
            return accepted + rejected + duplicate + waiting;
        }
    }

    static StoredDelivery landed(LandedChunk chunk) {
        return new StoredDelivery(chunk, false, Outcomes.NONE, List.of());
    }

    StoredDelivery finished() {
        return new StoredDelivery(chunk, true, outcomes, findings);
    }

    /// @throws IllegalStateException if more became of its records than there are
    StoredDelivery with(Posting.OutcomeCounts more) {
        Outcomes sum = outcomes.plus(more);
        boolean isLess =
                sum.accepted < 0 || sum.rejected < 0 || sum.duplicate < 0 || sum.waiting < 0;
        if (isLess || sum.all() > chunk.slice().records())
            throw new IllegalStateException("" + sum);
        return new StoredDelivery(chunk, done, sum, findings);
    }

    StoredDelivery telling(FindingAt finding) {
        List<FindingAt> all = new ArrayList<>(findings);
        all.add(finding);
        return new StoredDelivery(chunk, done, outcomes, List.copyOf(all));
    }
}
