package io.credithub.torture.count;

import io.credithub.torture.load.Ack;
import io.credithub.torture.load.RecordMaker;
import io.credithub.torture.load.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What must have become of the acknowledged records, by a model of its own: of each record the
/// highest revision counts, whatever the order of arrival; three hours are a credit; who is on no
/// roster waits.
///
/// @param deliveries the records of each, once, however often its bytes were acknowledged
/// @param pulledBroken records of pulled sources that can only be rejected
/// @param contents of each record every revision that can be read
/// @param unsure records of what was sent and never acknowledged: the hub may have it or not
/// @param acknowledged records, a line of a delivery each
public record Expected(
        Map<DeliveryKey, List<Sent>> deliveries,
        Map<RecordKey, Sent> pulledBroken,
        Map<RecordKey, NavigableMap<Integer, Sent>> contents,
        Set<RecordKey> unsure,
        long acknowledged) {
    /// The same bytes from the same feed are the same delivery.
    record DeliveryKey(String feed, String sha256) {}

    /// A record of a feed.
    record RecordKey(String feed, String recordId) {
        @Override
        public String toString() {
            return feed + " " + recordId;
        }
    }

    /// Of the deliveries of a feed together.
    record Outcomes(long accepted, long rejected, long duplicate, long waiting) {}

    /// @param unanswered what was sent and never acknowledged; empty once everything has settled
    public static Expected of(List<Ack> acks, List<Ack> unanswered) {
        Map<DeliveryKey, List<Sent>> deliveries = new LinkedHashMap<>();
        Map<RecordKey, Sent> broken = new LinkedHashMap<>();
        Map<RecordKey, NavigableMap<Integer, Sent>> contents = new LinkedHashMap<>();
        long acknowledged = 0;
        for (Ack ack : acks) {
            boolean isNew =
                    ack.isPulled()
                            || deliveries.put(
                                            new DeliveryKey(ack.feed(), ack.sha256()),
                                            ack.records())
                                    == null;
            if (!isNew) continue;
            acknowledged += ack.records().size();
            for (Sent sent : ack.records()) {
                RecordKey key = new RecordKey(ack.feed(), sent.recordId());
                if (!sent.isBroken()) {
                    contents.computeIfAbsent(key, _ -> new TreeMap<>())
                            .putIfAbsent(sent.revision(), sent);
                } else if (ack.isPulled()) {
                    broken.put(key, sent);
                }
            }
        }
        return new Expected(deliveries, broken, contents, records(unanswered), acknowledged);
    }

    private static Set<RecordKey> records(List<Ack> acks) {
        return acks.stream()
                .flatMap(ack ->
                        ack.records().stream()
                                .map(sent -> new RecordKey(ack.feed(), sent.recordId())))
                .collect(Collectors.toSet());
    }

    /// In hundredths, what the ledger must hold of a record.
    static long credits(NavigableMap<Integer, Sent> revisions) {
        Sent last = revisions.lastEntry().getValue();
        return RecordMaker.isEverKnown(last.teacherNo()) ? 100L * last.credits() : 0;
    }

    /// Whether it waits for a teacher whom no roster names.
    static boolean waits(NavigableMap<Integer, Sent> revisions) {
        Sent last = revisions.lastEntry().getValue();
        return !last.isWithdrawn() && !RecordMaker.isEverKnown(last.teacherNo());
    }

    /// In hundredths, by teacher; those without any are left out.
    Map<String, Long> creditsByTeacher() {
        Map<String, Long> sums = new TreeMap<>();
        for (NavigableMap<Integer, Sent> revisions : contents.values()) {
            long credits = credits(revisions);
            String teacher = revisions.lastEntry().getValue().teacherNo();
            if (credits != 0) sums.merge(teacher, credits, Long::sum);
        }
        return sums;
    }

    /// Of a feed whose deliveries the sender made up itself.
    Outcomes outcomes(String feed) {
        long received = 0;
        long rejected = 0;
        for (Map.Entry<DeliveryKey, List<Sent>> delivery : deliveries.entrySet()) {
            if (!delivery.getKey().feed().equals(feed)) continue;
            received += delivery.getValue().size();
            rejected += delivery.getValue().stream().filter(Sent::isBroken).count();
        }
        long distinct = 0;
        long waiting = 0;
        for (Map.Entry<RecordKey, NavigableMap<Integer, Sent>> record : contents.entrySet()) {
            if (!record.getKey().feed().equals(feed)) continue;
            distinct += record.getValue().size();
            if (waits(record.getValue())) waiting++;
        }
        return new Outcomes(distinct - waiting, rejected, received - rejected - distinct, waiting);
    }
}
