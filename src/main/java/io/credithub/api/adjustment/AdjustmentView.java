package io.credithub.api.adjustment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.domain.Text;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.adjustment.Adjustment;

/// An adjustment with what its state means.
///
/// @param meaning of the state
/// @param tells whether the content earns by it now, in the ledger
/// @param lapsed the source has corrected or withdrawn the content since: the adjustment does not
///   tell on what came instead
public record AdjustmentView(
        @JsonUnwrapped Adjustment adjustment, Text meaning, boolean tells, boolean lapsed) {
    static AdjustmentView of(Adjustment adjustment) {
        VersionState content = adjustment.record().state();
        boolean isPosted = adjustment.state() == AdjustmentState.POSTED;
        return new AdjustmentView(
                adjustment,
                adjustment.state().text(),
                isPosted && content == VersionState.IN_FORCE,
                content == VersionState.SUPERSEDED);
    }
}
