package io.credithub.flow;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.ledger.Copy;
import io.credithub.domain.ledger.Copy.Origin;
import io.credithub.domain.ledger.Worth;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chunk ready to be posted: all is done that can be done without the pen.
record Prepared(Judged judged, List<Copied> records) {
    /// A record with what the registry will keep of it.
    record Copied(JudgedRecord record, Copy copy) {}

    /// @param programmes the number of each programme name in `judged`, by its normal form
    static Prepared of(Judged judged, Map<String, Integer> programmes) {
        List<Copied> records = new ArrayList<>(judged.records().size());
        for (JudgedRecord record : judged.records()) {
            records.add(new Copied(record, copy(judged.chunk(), record, programmes)));
        }
        return new Prepared(judged, records);
    }

    private static Copy copy(
            LandedChunk chunk, JudgedRecord record, Map<String, Integer> programmes) {
        Origin origin =
                new Origin(
                        chunk.feed(),
                        chunk.feedCode(),
                        record.completion().recordId(),
                        chunk.ref().delivery(),
                        record.position());
        return new Copy(record.key(), record.content(), origin, worth(record, programmes));
    }

    private static @Nullable Worth worth(JudgedRecord record, Map<String, Integer> programmes) {
        if (!(record.completion() instanceof Completed completed)) return null;
        return new Worth(
                completed.facts(),
                Objects.requireNonNull(programmes.get(record.programme())),
                (int) completed.evidence().stream().map(e -> e.kind()).distinct().count(),
                Objects.requireNonNull(record.price()),
                completed.sourceCredits() == null
                        ? null
                        : completed
                                .sourceCredits()
                                .movePointRight(2)
                                .setScale(0, RoundingMode.HALF_UP)
                                .intValue());
    }
}
