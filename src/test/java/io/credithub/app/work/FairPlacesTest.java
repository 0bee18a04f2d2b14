package io.credithub.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.delivery.ChunkRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FairPlacesTest {
    private static final int LARGE = 15_000;

    private final FairPlaces fair = new FairPlaces(_ -> false);

    @Test
    void aFloodOfOneFeedHoldsNoOtherUp() {
        flood("flood", 2_000);
        for (int chunk = 0; chunk < 10; chunk++) {
            fair.add(new ChunkRef("file", 1, chunk, LARGE));
        }
        List<ChunkRef> order = one(300);
        assertThat(order).filteredOn(ref -> ref.feed().equals("file")).hasSize(10);
        assertThat(order.indexOf(new ChunkRef("file", 1, 9, LARGE)))
                .as("each of ten chunks of 1 500 for some sixteen of one record")
                .isLessThan(10 * 18);
    }

    @Test
    void whoComesWithAFewRecordsGoesNext() {
        flood("flood", 500);
        assertThat(one(50)).hasSize(50);
        fair.add(new ChunkRef("quiet", 9_000, 0, 1));
        assertThat(one(1)).extracting(ChunkRef::feed).containsExactly("quiet");
    }

    @Test
    void whoHadNothingToDoSavesNothingUp() {
        fair.add(new ChunkRef("quiet", 1, 0, 1));
        one(1);
        flood("busy", 1_000);
        one(500);
        flood("quiet", 1_000, 5_000);
        assertThat(one(100)).filteredOn(ref -> ref.feed().equals("busy")).hasSizeBetween(49, 51);
    }

    @Test
    void withinAFeedSmallDeliveriesGoFirstAndTheOldestDoesNotWaitForEver() {
        fair.add(new ChunkRef("feed", 1, 0, LARGE));
        flood("feed", 100);
        List<ChunkRef> order = one(20);
        assertThat(order.getFirst().records()).isEqualTo(1);
        assertThat(order.indexOf(new ChunkRef("feed", 1, 0, LARGE)))
                .isLessThan(FairPlaces.OLDEST_EVERY);
    }

    @Test
    void noFeedHasAllPlacesAndLargeDeliveriesLeaveSome() {
        for (int chunk = 0; chunk < 10; chunk++) {
            fair.add(new ChunkRef("file", 1, chunk, LARGE));
        }
        assertThat(begun()).hasSize(FairPlaces.LARGE_MAX);
        flood("flood", 100);
        assertThat(begun()).hasSize(FairPlaces.PLACES - FairPlaces.LARGE_MAX);
        FairPlaces other = new FairPlaces(_ -> false);
        for (int i = 0; i < 100; i++) other.add(new ChunkRef("flood", i, 0, 1));
        List<ChunkRef> begun = new ArrayList<>();
        for (ChunkRef ref = other.next(); ref != null; ref = other.next()) begun.add(ref);
        assertThat(begun).hasSize(FairPlaces.OF_ONE_FEED_MAX);
        other.add(new ChunkRef("quiet", 7_000, 0, 1));
        assertThat(other.next()).isEqualTo(new ChunkRef("quiet", 7_000, 0, 1));
        assertThat(other.next()).isNull();
    }

    @Test
    void aFeedThatHasCompanyPostsItsSmallDeliveriesOneAtATime() {
        FairPlaces beside = new FairPlaces("flood"::equals);
        for (int i = 0; i < 10; i++) beside.add(new ChunkRef("flood", i, 0, 1));
        ChunkRef first = beside.next();
        assertThat(first).isNotNull();
        assertThat(beside.next()).isNull();
        for (int chunk = 0; chunk < 10; chunk++) {
            beside.add(new ChunkRef("flood", 1_000, chunk, LARGE));
        }
        for (int i = 0; i < 2; i++) beside.add(new ChunkRef("quiet", 2_000 + i, 0, 1));
        assertThat(beside.next()).isEqualTo(new ChunkRef("quiet", 2_000, 0, 1));
        assertThat(beside.next()).isEqualTo(new ChunkRef("flood", 1_000, 9, LARGE));
        assertThat(beside.next()).isEqualTo(new ChunkRef("quiet", 2_001, 0, 1));
        beside.done(Objects.requireNonNull(first));
        assertThat(beside.next()).isEqualTo(new ChunkRef("flood", 1, 0, 1));
    }

    @Test
    void whoTakesAPlaceHasItUntilItIsReleased() {
        List<ChunkRef> working = new ArrayList<>();
        for (int chunk = 0; chunk <= FairPlaces.LARGE_MAX; chunk++) {
            ChunkRef ref = new ChunkRef("file", 1, chunk, LARGE);
            fair.take(ref).subscribe().with(_ -> working.add(ref));
        }
        assertThat(working).extracting(ChunkRef::chunk).containsExactly(0, 1, 2);
        fair.release(working.getFirst());
        assertThat(working).extracting(ChunkRef::chunk).containsExactly(0, 1, 2, 3);
    }

    @Test
    void afterTheEndNobodyIsGivenAPlace() {
        List<ChunkRef> working = new ArrayList<>();
        fair.close();
        ChunkRef ref = new ChunkRef("feed", 1, 0, 1);
        fair.take(ref).subscribe().with(_ -> working.add(ref));
        assertThat(working).isEmpty();
    }

    private void flood(String feed, int deliveries) {
        flood(feed, deliveries, 10_000);
    }

    private void flood(String feed, int deliveries, long from) {
        for (int i = 0; i < deliveries; i++) fair.add(new ChunkRef(feed, from + i, 0, 1));
    }

    /// The next so many, one at a time.
    private List<ChunkRef> one(int count) {
        List<ChunkRef> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            @Nullable ChunkRef next = fair.next();
            if (next == null) break;
            order.add(next);
            fair.done(next);
        }
        return order;
    }

    /// All that find a place at once.
    private List<ChunkRef> begun() {
        List<ChunkRef> begun = new ArrayList<>();
        for (ChunkRef next = fair.next(); next != null; next = fair.next()) begun.add(next);
        return begun;
    }
}
