package io.credithub.flow.adjustment;

import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adjustments as they are read, without the ledger lock. Implemented by `hub.store`.
public interface Adjustments {
    /// Which of them.
    ///
    /// @param within the caller's jurisdiction
    /// @param division a part of it; absent: all of it
    /// @param state absent: any
    record AdjustmentFilter(
            Jurisdiction within,
            @Nullable AdjustmentState state,
            @Nullable Jurisdiction division,
            @Nullable String teacherNo) {}

    /// The last proposed first.
    ///
    /// @param before those with a smaller id only
    Uni<List<Adjustment>> list(AdjustmentFilter filter, long before, int most);

    /// @return empty too if the teacher is not within
    Uni<Optional<Adjustment>> find(long id, Jurisdiction within);
}
