package io.credithub.flow.delivery;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has been delivered. Implemented by `hub.store`.
public interface Deliveries {
    /// So many findings of one delivery are kept; the others are counted. Whoever meets more of
    /// them has to look at all of it anyway.
    long FINDINGS_MAX = 10_000;

    /// With its differences and the rejected records behind them.
    Uni<Optional<DeliveryStatus>> find(long delivery);

    /// Newest first, without the records behind differences.
    ///
    /// @param feed of this feed only; null: of all
    /// @param before of deliveries below this number
    Uni<List<DeliveryStatus>> list(@Nullable String feed, long before, int most);

    /// Those that declare what was not received so, with the rejected records behind it, in order.
    ///
    /// @param after of deliveries above this number
    Uni<List<DeliveryStatus>> differing(long after, int most);

    /// Newest first: those that brought records of a division's teachers which are in force or set
    /// aside.
    ///
    /// @param before of deliveries below this number
    Uni<List<DeliveryShare>> shares(Jurisdiction within, long before, int most);

    /// By the position of the record, then in the order in which they were found.
    ///
    /// @param after of findings behind this place
    Uni<List<NumberedFinding>> findings(long delivery, FindingPlace after, int most);

    /// Where a page of findings ends.
    record FindingPlace(long position, long number) {
        /// Before all.
        public static final FindingPlace FIRST = new FindingPlace(-1, 0);
    }

    /// @param number of the finding itself: it tells apart what stands at one position
    record NumberedFinding(long number, FindingAt finding) {}
}
