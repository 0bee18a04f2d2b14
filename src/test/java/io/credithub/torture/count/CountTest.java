package io.credithub.torture.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.torture.count.Expected.DeliveryKey;
import io.credithub.torture.count.Expected.Outcomes;
import io.credithub.torture.count.Expected.RecordKey;
import io.credithub.torture.count.FoundRecords.FoundDelivery;
import io.credithub.torture.count.FoundRecords.FoundEntries;
import io.credithub.torture.load.Ack;
import io.credithub.torture.load.Batch;
import io.credithub.torture.load.PushLoad;
import io.credithub.torture.load.RecordMaker;
import io.credithub.torture.load.Sent;
import io.credithub.torture.load.SourcePages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The count must see what is planted, and nothing where nothing was.
final class CountTest {
    private static final String FEED = PushLoad.FEED;
    private static final int BATCHES = 30;

    private final Expected expected = Expected.of(acks(), List.of());
    private final FoundRecords found = soundHub(expected);

    private static List<Ack> acks() {
        RecordMaker vendor = new RecordMaker(7, "V", 20, true);
        RecordMaker source = new RecordMaker(7, "N", 1, false);
        List<Ack> acks = new ArrayList<>();
        IntStream.range(0, BATCHES)
                .forEach(i -> acks.add(Batch.of(FEED, "V", i, vendor.batch(i)).ack()));
        acks.add(acks.getFirst());
        IntStream.range(0, 200)
                .forEach(i -> acks.add(new Ack(SourcePages.FEED, "", source.batch(i))));
        return acks;
    }

    /// What a hub that does everything right would show. How outcomes spread over deliveries is
    /// left to it; here the last delivery takes all duplicates and all that waits.
    private static FoundRecords soundHub(Expected expected) {
        FoundRecords found = FoundRecords.empty("test", true);
        expected.contents()
                .forEach((key, revisions) -> {
                    revisions.keySet().forEach(revision -> found.addContents(key, revision, 1));
                    long credits = Expected.credits(revisions);
                    if (credits > 0) found.addEntries(key, new FoundEntries(1, credits));
                });
        expected.creditsByTeacher().forEach(found::addCredits);
        Outcomes left = expected.outcomes(FEED);
        long duplicate = left.duplicate();
        long waiting = left.waiting();
        long number = 1;
        for (Map.Entry<DeliveryKey, List<Sent>> delivery : expected.deliveries().entrySet()) {
            long size = delivery.getValue().size();
            long rejected = delivery.getValue().stream().filter(Sent::isBroken).count();
            long twice = Math.min(duplicate, size - rejected);
            long waits = Math.min(waiting, size - rejected - twice);
            duplicate -= twice;
            waiting -= waits;
            long accepted = size - rejected - twice - waits;
            found.add(
                    delivery.getKey(),
                    new FoundDelivery(number, true, size, accepted, rejected, twice, waits));
            for (Sent sent : delivery.getValue()) {
                if (sent.isBroken()) found.addRejected(number, sent.recordId());
            }
            number++;
        }
        long pulled = number;
        found.add(
                new DeliveryKey(SourcePages.FEED, "aa"),
                new FoundDelivery(pulled, true, 0, 0, 0, 0, 0));
        expected.pulledBroken().forEach((key, _) -> found.addRejected(pulled, key.recordId()));
        return found;
    }

    private Count count() {
        return Count.of(expected, found);
    }

    private RecordKey anyThatCounts() {
        return expected.contents().entrySet().stream()
                .filter(record -> Expected.credits(record.getValue()) > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private NavigableMap<Integer, Sent> revisions(RecordKey key) {
        return Objects.requireNonNull(expected.contents().get(key));
    }

    @Test
    void ofASoundHubNothingIsMissedAndNothingIsTooMuch() {
        assertThat(expected.acknowledged()).isEqualTo(BATCHES * 20L + 200);
        assertThat(count()).isEqualTo(new Count(new TreeSet<>(), new TreeSet<>(), List.of()));
    }

    @Test
    void aRecordThatIsNotThereIsLostOnce() {
        RecordKey gone = anyThatCounts();
        found.contents().remove(gone);
        found.entries().remove(gone);
        assertThat(count().lost()).hasSize(revisions(gone).size());
        assertThat(count().doubled()).isEmpty();
    }

    @Test
    void creditsThatWereNeverPostedAreLost() {
        found.entries().remove(anyThatCounts());
        assertThat(count().lost()).hasSize(1);
    }

    @Test
    void aRecordThatIsThereTwiceIsDoubled() {
        RecordKey twice = anyThatCounts();
        int revision = revisions(twice).lastKey();
        found.addContents(twice, revision, 1);
        assertThat(count().doubled()).containsExactly(twice + " revision " + revision);
        assertThat(count().lost()).isEmpty();
    }

    @Test
    void creditsThatWerePostedTwiceAreDoubled() {
        RecordKey twice = anyThatCounts();
        found.addEntries(twice, new FoundEntries(1, Expected.credits(revisions(twice))));
        assertThat(count().doubled()).hasSize(1);
    }

    @Test
    void aDeliveryThatIsNotThereLosesAllItsRecords() {
        found.deliveries().remove(expected.deliveries().keySet().iterator().next());
        assertThat(count().lost()).hasSizeBetween(15, 20);
    }

    @Test
    void aDeliveryThatIsThereTwiceDoublesItsRecords() {
        DeliveryKey key = expected.deliveries().keySet().iterator().next();
        found.add(key, new FoundDelivery(999, true, 20, 20, 0, 0, 0));
        assertThat(count().doubled()).isNotEmpty();
    }

    @Test
    void whatARejectedRecordWasRejectedForMustBeThere() {
        Map.Entry<Long, Set<String>> one = found.rejected().entrySet().iterator().next();
        int records = one.getValue().size();
        found.rejected().remove(one.getKey());
        assertThat(count().lost()).hasSize(records);
    }

    @Test
    void anUnfinishedDeliveryHasLostItsRecords() {
        DeliveryKey key = expected.deliveries().keySet().iterator().next();
        found.deliveries().put(key, List.of(new FoundDelivery(1, false, 20, 0, 0, 0, 0)));
        assertThat(count().lost()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void otherCreditsThanTheModelsAreWrong() {
        RecordKey key = anyThatCounts();
        found.addEntries(key, new FoundEntries(0, 100));
        assertThat(count().wrong()).hasSize(1);
        assertThat(count().lost()).isEmpty();
    }

    @Test
    void bothWaysOfLookingNameALossOnce() {
        found.entries().remove(anyThatCounts());
        assertThat(count().and(count()).lost()).hasSize(1);
    }

    @Test
    void whatWasNeverAcknowledgedMayBeThereOrNot() {
        RecordKey key = anyThatCounts();
        Sent taken = new Sent(Sent.Lot.WITHDRAWN, key.recordId(), 1_000_000, "TORT-0001", 0);
        Expected unsure = Expected.of(acks(), List.of(new Ack(key.feed(), "bb", List.of(taken))));
        found.entries().remove(key);
        assertThat(Count.of(unsure, found).lost()).isEmpty();
    }
}
