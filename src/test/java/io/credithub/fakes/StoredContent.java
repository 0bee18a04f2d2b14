package io.credithub.fakes;

import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingKey;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionState;
import org.jspecify.annotations.Nullable;

/// A content as it was written.
record StoredContent(
        RecordContent copy, VersionOrder order, int number, VersionState state, int teacher) {
    static StoredContent of(RecordVersion version) {
        return new StoredContent(
                version.copy(),
                version.order(),
                version.number(),
                version.now(),
                version.teacher());
    }

    /// For one decision: whoever decides changes it.
    RecordVersion fresh() {
        return RecordVersion.known(copy, order, new RecordVersion.Entered(number, state, teacher));
    }

    /// Absent unless it counts, or is another system's copy.
    @Nullable TrainingKey training() {
        return state.isMatched() ? fresh().group() : null;
    }
}
