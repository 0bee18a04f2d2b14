package io.credithub.fakes;

import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.RecordVersion.Matched;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionState;
import org.jspecify.annotations.Nullable;

/// A content as it was written.
record StoredContent(
        RecordContent copy,
        VersionOrder order,
        int number,
        VersionState state,
        int teacher,
        Matched matched,
        Ruling ruling) {
    static StoredContent of(RecordVersion version) {
        return new StoredContent(
                version.copy(),
                version.order(),
                version.number(),
                version.now(),
                version.teacher(),
                version.matched(),
                version.ruling());
    }

    /// For one decision: whoever decides changes it.
    RecordVersion fresh() {
        return RecordVersion.known(
                copy, order, new RecordVersion.Entered(number, state, teacher, matched, ruling));
    }

    /// Absent unless matching has placed it.
    @Nullable FamilyKey family() {
        return state.isMatched() ? fresh().group() : null;
    }
}
