package io.credithub.flow.explain;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.Criterion;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import org.jspecify.annotations.Nullable;

/// Another record of the same training, or of what may be the same: in force, set aside or held.
///
/// @param title of its feed
/// @param seq of the line that its award is in force by; null: it is set aside or held
/// @param criterion by which one of the two counts before the other, or is held for it; null where
///   neither does, or where today's precedence would choose otherwise
public record OtherCopy(
        RecordVersion copy, Text title, @Nullable Long seq, @Nullable Criterion criterion) {
    /// Whether it is the one that counts.
    public boolean counts() {
        return copy.now() == VersionState.IN_FORCE;
    }
}
