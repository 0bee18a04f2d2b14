package io.credithub.fakes;

import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.Posting;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes a posting into the registry.
///
/// @param at when
record PostingLog(RegistryState state, Instant at) {
    void write(Posting posting) {
        contents(posting.versions());
        posting.keys()
                .forEach((version, keys) -> {
                    if (version.teacher() == RecordVersion.NOBODY) {
                        state.waiting.put(Place.of(version), keys);
                    }
                });
        for (RecordVersion version : posting.versions()) {
            if (version.isIdentified()) state.waiting.remove(Place.of(version));
        }
        append(posting.occasion(), posting.entries());
        for (Posting.StandingUpdate stand : posting.standings()) {
            StoredSums.Key key = new StoredSums.Key(stand.teacher(), stand.cycle());
            state.sums.put(key, StoredSums.of(stand));
            stand.sums().keep();
        }
        posting.cells().forEach((key, change) -> state.addTo(key, StoredCell.of(change), 1));
        deliveries(posting);
        for (LedgerMovement movement : posting.adjustments()) state.append(movement, at);
    }

    /// Out of force goes before into force: at no moment may two copies of a training be in force.
    private void contents(List<RecordVersion> versions) {
        for (RecordVersion version : versions) {
            if (!version.isNew() && version.now() != VersionState.IN_FORCE) set(version);
        }
        for (RecordVersion version : versions) {
            if (!version.isNew() && version.now() == VersionState.IN_FORCE) set(version);
        }
        for (RecordVersion version : versions) {
            if (version.isNew()) state.add(StoredContent.of(version));
        }
    }

    private void set(RecordVersion version) {
        state.set(Place.of(version), StoredContent.of(version));
    }

    private void append(Occasion occasion, List<LedgerEntry> entries) {
        if (entries.isEmpty()) return;
        state.blocks++;
        for (LedgerEntry entry : entries) {
            state.lines.add(
                    new StoredLine.Awarded(
                            state.lines.size() + 1L,
                            state.blocks,
                            at,
                            occasion,
                            entry.kind(),
                            entry.teacher(),
                            Place.of(entry.version()),
                            entry.price(),
                            entry.reason(),
                            entry.cause()));
        }
    }

    private void deliveries(Posting posting) {
        posting.deliveries().forEach((id, more) -> change(id, delivery -> delivery.with(more)));
        for (Posting.LateFinding told : posting.told()) {
            change(told.delivery(), delivery -> delivery.telling(told.at()));
        }
        Posting.Finished finished = posting.chunk();
        if (finished == null) return;
        long id = finished.chunk().ref().delivery();
        for (FindingAt finding : posting.findings()) {
            change(id, delivery -> delivery.telling(finding));
        }
        change(id, StoredDelivery::finished);
    }

    /// Nothing is known of a delivery of which something is only tried.
    private void change(long id, UnaryOperator<StoredDelivery> how) {
        state.deliveries.computeIfPresent(id, (_, delivery) -> how.apply(delivery));
    }
}
