package io.credithub.torture.count;

import io.credithub.torture.count.Expected.DeliveryKey;
import io.credithub.torture.count.Expected.Outcomes;
import io.credithub.torture.count.Expected.RecordKey;
import io.credithub.torture.count.FoundRecords.FoundDelivery;
import io.credithub.torture.count.FoundRecords.FoundEntries;
import io.credithub.torture.load.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/// Compares what must be there with what was found, record by record.
///
/// @param lost records that are in none of accepted, rejected, duplicate and waiting, or whose
///   credits are missing; each named once
/// @param doubled records that are there more than once, or count more than once
/// @param wrong whatever else differs from the model
public record Count(Set<String> lost, Set<String> doubled, List<String> wrong) {
    public static Count of(Expected expected, FoundRecords found) {
        Count count = new Count(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        expected.deliveries()
                .forEach((key, records) ->
                        count.delivery(
                                key,
                                records,
                                found.deliveries().getOrDefault(key, List.of()),
                                found));
        expected.pulledBroken()
                .forEach((key, _) -> {
                    if (!found.rejects(key)) count.lost.add(key + " rejected");
                });
        expected.contents()
                .forEach((key, revisions) -> {
                    count.contents(key, revisions, found);
                    if (!expected.unsure().contains(key)) count.entries(key, revisions, found);
                });
        if (expected.unsure().isEmpty()) count.sums(expected, found);
        return count;
    }

    /// Both ways of looking together: a record that either misses is lost once.
    public Count and(Count other) {
        Set<String> allLost = new TreeSet<>(lost);
        allLost.addAll(other.lost);
        Set<String> allDoubled = new TreeSet<>(doubled);
        allDoubled.addAll(other.doubled);
        List<String> allWrong = new ArrayList<>(wrong);
        allWrong.addAll(other.wrong);
        return new Count(allLost, allDoubled, allWrong);
    }

    private void delivery(
            DeliveryKey key,
            List<Sent> records,
            List<FoundDelivery> deliveries,
            FoundRecords found) {
        if (deliveries.isEmpty()) {
            records.forEach(sent -> lost.add(name(key, sent)));
            return;
        }
        if (deliveries.size() > 1) records.forEach(sent -> doubled.add(name(key, sent)));
        FoundDelivery one = deliveries.getFirst();
        long missing = records.size() - (one.isFinished() ? one.outcomes() : 0);
        for (long i = 0; i < missing; i++) lost.add(key.feed() + " " + key.sha256() + " #" + i);
        for (long i = missing; i < 0; i++) doubled.add(key.feed() + " " + key.sha256() + " #" + i);
        for (Sent sent : records) {
            if (sent.isBroken() && !found.rejects(one.number(), sent.recordId())) {
                lost.add(name(key, sent));
            }
        }
    }

    private static String name(DeliveryKey key, Sent sent) {
        String kind = sent.isBroken() ? " rejected" : " revision " + sent.revision();
        return key.feed() + " " + sent.recordId() + kind;
    }

    private void contents(
            RecordKey key, NavigableMap<Integer, Sent> revisions, FoundRecords found) {
        if (!found.seesContents()) return;
        Map<Integer, Integer> rows = found.contents().getOrDefault(key, Map.of());
        for (int revision : revisions.keySet()) {
            int there = rows.getOrDefault(revision, 0);
            if (there == 0) lost.add(key + " revision " + revision);
            if (there > 1) doubled.add(key + " revision " + revision);
        }
    }

    private void entries(RecordKey key, NavigableMap<Integer, Sent> revisions, FoundRecords found) {
        long must = Expected.credits(revisions);
        FoundEntries entries = found.entries().getOrDefault(key, new FoundEntries(0, 0));
        String counting = key + " revision " + revisions.lastKey();
        if (entries.credits() == must && entries.awards() == (must == 0 ? 0 : 1)) return;
        if (entries.awards() > (must == 0 ? 0 : 1)) doubled.add(counting);
        else if (entries.awards() == 0) lost.add(counting);
        else
            wrong.add(
                    "%s: %s has %d hundredths of a credit, not %d"
                            .formatted(found.way(), counting, entries.credits(), must));
    }

    private void sums(Expected expected, FoundRecords found) {
        if (!expected.creditsByTeacher().equals(found.credits())) {
            wrong.add(found.way() + ": the teachers' credits are not what the model says");
        }
        expected.deliveries().keySet().stream()
                .map(DeliveryKey::feed)
                .distinct()
                .forEach(feed -> {
                    Outcomes must = expected.outcomes(feed);
                    Outcomes are = outcomes(feed, expected, found);
                    if (!are.equals(must)) {
                        wrong.add("%s: %s has %s, not %s".formatted(found.way(), feed, are, must));
                    }
                });
    }

    private static Outcomes outcomes(String feed, Expected expected, FoundRecords found) {
        List<FoundDelivery> ours =
                expected.deliveries().keySet().stream()
                        .filter(key -> key.feed().equals(feed))
                        .flatMap(key -> found.deliveries().getOrDefault(key, List.of()).stream())
                        .toList();
        return new Outcomes(
                ours.stream().mapToLong(FoundDelivery::accepted).sum(),
                ours.stream().mapToLong(FoundDelivery::rejected).sum(),
                ours.stream().mapToLong(FoundDelivery::duplicate).sum(),
                ours.stream().mapToLong(FoundDelivery::waiting).sum());
    }
}
