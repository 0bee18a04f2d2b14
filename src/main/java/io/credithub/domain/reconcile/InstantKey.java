package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Form;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionOrder;
import org.jspecify.annotations.Nullable;

/// The instant at which records of one feed and one title say that they were changed, if people did
/// it: people finish online, each by themselves, at no full minute. Whole batches are stamped with
/// a full minute, and classrooms with one instant.
///
/// @param feed the feed's number
/// @param programme the number of the title
/// @param nanos since 1970
public record InstantKey(int feed, int programme, long nanos) {
    private static final long MINUTE = 60_000_000_000L;

    /// @return null if the content says no such instant
    public static @Nullable InstantKey of(RecordVersion version) {
        Valuation worth = version.copy().worth();
        VersionOrder order = version.order();
        if (worth == null || order.rank() != VersionOrder.Rank.UPDATED) return null;
        Form form = worth.facts().training().form();
        boolean isOnline = form == Form.ONLINE || form == Form.BLENDED;
        return isOnline && order.value() % MINUTE != 0
                ? new InstantKey(
                        version.copy().origin().feed(), worth.training().programme(), order.value())
                : null;
    }
}
