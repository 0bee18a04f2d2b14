package io.credithub.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.credithub.store.connection.Turns;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class LandingTurnsTest {
    private static final String FLOOD = "flood";
    private static final String QUIET = "quiet";
    private static final long SMALL = 500;
    private static final long LARGE = LandingTurns.LARGE_BYTES;

    private final ByHand clock = new ByHand();
    private final FeedActivity activity = new FeedActivity(clock::nanoTime);
    private final LandingTurns turns = new LandingTurns(activity, clock);
    private final List<String> begun = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final Map<String, UniEmitter<? super String>> works = new HashMap<>();

    @Test
    void aFloodOfOneFeedLeavesPlacesToTheOthers() {
        for (int i = 0; i < 12; i++) land(FLOOD, "push " + i, SMALL);
        land(QUIET, "file", SMALL);

        assertThat(begun).containsExactly("push 0", "push 1", "push 2", "file");
    }

    @Test
    void inCompanyAFeedLandsOneAtATimeAndRestsAfterEach() {
        activity.note(QUIET);
        for (int i = 0; i < 3; i++) land(FLOOD, "push " + i, SMALL);
        assertThat(begun).containsExactly("push 0");

        clock.pass(5_000_000);
        end("push 0");
        clock.pass(LandingTurns.REST * 5_000_000L - 1);
        assertThat(begun).containsExactly("push 0");
        clock.pass(1);
        assertThat(begun).containsExactly("push 0", "push 1");
    }

    @Test
    void whoHasNothingMoreToLandDoesNotRest() {
        activity.note(QUIET);
        land(FLOOD, "push 0", SMALL);
        clock.pass(5_000_000);
        end("push 0");
        land(FLOOD, "push 1", SMALL);

        assertThat(begun).containsExactly("push 0", "push 1");
    }

    @Test
    void whoWasSlowDoesNotRestForEver() {
        activity.note(QUIET);
        for (int i = 0; i < 2; i++) land(FLOOD, "push " + i, SMALL);
        clock.pass(5_000_000_000L);
        end("push 0");
        clock.pass(LandingTurns.REST_NANOS_MAX);

        assertThat(begun).containsExactly("push 0", "push 1");
    }

    @Test
    void whoIsAloneDoesNotRest() {
        for (int i = 0; i < 4; i++) land(FLOOD, "push " + i, SMALL);
        clock.pass(5_000_000);
        end("push 0");

        assertThat(begun).hasSize(4);
    }

    @Test
    void companyOfLongAgoIsNone() {
        activity.note(QUIET);
        clock.pass(FeedActivity.REMEMBERED.toNanos());
        for (int i = 0; i < 3; i++) land(FLOOD, "push " + i, SMALL);

        assertThat(begun).hasSize(3);
    }

    @Test
    void aFeedThatRestsTakesNobodysPlace() {
        activity.note(QUIET);
        for (int feed = 0; feed < LandingTurns.PLACES + 1; feed++) {
            land("feed " + feed, "1 of " + feed, SMALL);
            land("feed " + feed, "2 of " + feed, SMALL);
        }
        assertThat(begun).contains("1 of 0").doesNotContain("1 of " + LandingTurns.PLACES);
        clock.pass(5_000_000);
        end("1 of 0");

        assertThat(begun).endsWith("1 of " + LandingTurns.PLACES).doesNotContain("2 of 1");
    }

    @Test
    void aFeedWhoseRowIsLockedFailsNoOther() {
        for (int i = 0; i < 4; i++) land(FLOOD, "push " + i, SMALL);
        for (int i = 0; i < 4; i++) land(QUIET, "file " + i, SMALL);
        fail("push 0", new StoreFailure("55P03", "", new Exception()));
        assertThat(failed).containsExactly("push 3");

        fail("push 1", new Unavailable("the database"));
        assertThat(failed).contains("file 2", "file 3");
    }

    @Test
    void theFeedWithFewestUnderWayGoesNext() {
        for (int i = 0; i < 4; i++) land(FLOOD, "push " + i, SMALL);
        land(QUIET, "large", LARGE);
        land(QUIET, "small", SMALL);
        land("third", "of the third", SMALL);
        assertThat(begun)
                .containsExactly("push 0", "push 1", "push 2", "large", "small", "of the third");

        land("fourth", "of the fourth", SMALL);
        end("large");
        assertThat(begun).endsWith("of the fourth");
    }

    @Test
    void smallOnesPassByWhereLargeOnesHaveTheirPlaces() {
        for (int i = 0; i < 3; i++) land(FLOOD, "large " + i, LARGE);
        land(FLOOD, "small", SMALL);
        assertThat(begun).containsExactly("large 0", "large 1", "small");

        end("large 1");
        assertThat(begun).endsWith("large 2");
    }

    @Test
    void largeOnesOfSeveralFeedsNeverHaveAllPlaces() {
        for (int feed = 1; feed <= 5; feed++) land("feed " + feed, "large of " + feed, LARGE);
        land(QUIET, "small", SMALL);

        assertThat(begun).hasSize(LandingTurns.LARGE_MAX + 1).endsWith("small");
    }

    private void land(String feed, String name, long bytes) {
        turns.inTurn(feed, bytes, () -> work(name))
                .subscribe()
                .with(_ -> {}, _ -> failed.add(name));
    }

    private Uni<String> work(String name) {
        begun.add(name);
        return Uni.createFrom().emitter(end -> works.put(name, end));
    }

    private void fail(String name, Throwable failure) {
        Objects.requireNonNull(works.remove(name), name + " was not begun").fail(failure);
        failed.remove(name); // those that waited are of interest
    }

    private void end(String name) {
        Objects.requireNonNull(works.get(name), name + " was not begun").complete(name);
    }

    /// Time that passes when it is told to.
    private static final class ByHand implements Turns.Clock {
        private final SortedMap<Long, Runnable> ringing = new TreeMap<>();
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public Executor workers() {
            return Runnable::run;
        }

        @Override
        public void after(long nanos, Runnable work) {
            ringing.merge(
                    now + nanos,
                    work,
                    (first, second) ->
                            () -> {
                                first.run();
                                second.run();
                            });
        }

        void pass(long nanos) {
            now += nanos;
            List<Runnable> due = List.copyOf(ringing.headMap(now + 1).values());
            ringing.headMap(now + 1).clear();
            due.forEach(Runnable::run);
        }
    }
}
