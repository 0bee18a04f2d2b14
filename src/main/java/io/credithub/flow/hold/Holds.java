package io.credithub.flow.hold;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.hold.Hold.HoldFile;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks for held records, without the ledger lock. Implemented by `hub.store`.
public interface Holds {
    /// Which of them.
    ///
    /// @param within the caller's jurisdiction
    /// @param division a part of it; absent: all of it
    /// @param reasons any of them
    record HoldFilter(
            Jurisdiction within,
            HoldState state,
            Set<HoldReason> reasons,
            @Nullable String feed,
            @Nullable Jurisdiction division,
            @Nullable String teacherNo) {
        public HoldFilter {
            reasons = Set.copyOf(reasons);
        }
    }

    /// Where a page begins: behind this one.
    ///
    /// @param number of its delivery if it is open, else of the last decision
    record HoldCursor(long number, UUID record) {}

    /// A hold and where it is in its list.
    record PlacedHold(HoldCursor place, Hold hold) {}

    /// How many records a reason holds of one feed in one county.
    record HoldCount(
            HoldReason reason,
            String feed,
            String division,
            long records,
            Hours hours,
            Credits credits) {}

    /// Open ones in the order in which they came; decided ones, the last decided first.
    ///
    /// @param after absent: from the beginning
    Uni<List<PlacedHold>> list(HoldFilter filter, @Nullable HoldCursor after, int most);

    /// Of those that are open, by reason, feed and county, in this order.
    Uni<List<HoldCount>> summary(Jurisdiction within);

    /// @param record key of the record
    /// @return null: it is not held and nobody has decided about it, or it is not within
    Uni<@Nullable HoldFile> find(UUID record, Jurisdiction within);
}
