package io.credithub.torture.count;

import io.credithub.torture.count.Expected.DeliveryKey;
import io.credithub.torture.count.Expected.RecordKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one way of looking found in the hub: its API, or the tables themselves.
///
/// @param way how it was looked at, for a reader
/// @param seesContents whether revisions that do not count are seen too
/// @param deliveries by their bytes; more than one of the same is one too many
/// @param rejected the records that each delivery rejects, by its number
/// @param contents of each record how often each revision is there; empty unless seen
/// @param entries what the ledger says of each record
/// @param credits in hundredths, by teacher; nobody with nothing is named
public record FoundRecords(
        String way,
        boolean seesContents,
        Map<DeliveryKey, List<FoundDelivery>> deliveries,
        Map<Long, Set<String>> rejected,
        Map<RecordKey, Map<Integer, Integer>> contents,
        Map<RecordKey, FoundEntries> entries,
        Map<String, Long> credits) {
    /// @param records received
    record FoundDelivery(
            long number,
            boolean isFinished,
            long records,
            long accepted,
            long rejected,
            long duplicate,
            long waiting) {
        long outcomes() {
            return accepted + rejected + duplicate + waiting;
        }
    }

    /// Awards less reversals.
    ///
    /// @param credits in hundredths
    record FoundEntries(int awards, long credits) {
        FoundEntries plus(FoundEntries other) {
            return new FoundEntries(awards + other.awards, credits + other.credits);
        }
    }

    static FoundRecords empty(String way, boolean seesContents) {
        return new FoundRecords(
                way,
                seesContents,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new TreeMap<>());
    }

    void add(DeliveryKey key, FoundDelivery delivery) {
        deliveries.merge(key, List.of(delivery), FoundRecords::both);
    }

    private static List<FoundDelivery> both(List<FoundDelivery> one, List<FoundDelivery> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /// What each delivery holds, by its number.
    public Map<Long, DeliveryKey> named() {
        Map<Long, DeliveryKey> named = new HashMap<>();
        deliveries.forEach((key, all) -> all.forEach(one -> named.put(one.number(), key)));
        return named;
    }

    void addRejected(long delivery, String recordId) {
        rejected.computeIfAbsent(delivery, _ -> new HashSet<>()).add(recordId);
    }

    void addContents(RecordKey key, int revision, int rows) {
        contents.computeIfAbsent(key, _ -> new HashMap<>()).merge(revision, rows, Integer::sum);
    }

    void addEntries(RecordKey key, FoundEntries found) {
        entries.merge(key, found, FoundEntries::plus);
    }

    void addCredits(String teacherNo, long hundredths) {
        if (hundredths == 0) return;
        credits.merge(teacherNo, hundredths, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    /// Whether any delivery of a feed rejects the record.
    boolean rejects(RecordKey key) {
        return deliveries.entrySet().stream()
                .filter(delivery -> delivery.getKey().feed().equals(key.feed()))
                .flatMap(delivery -> delivery.getValue().stream())
                .anyMatch(delivery -> rejects(delivery.number(), key.recordId()));
    }

    boolean rejects(long delivery, String recordId) {
        return rejected.getOrDefault(delivery, Set.of()).contains(recordId);
    }
}
