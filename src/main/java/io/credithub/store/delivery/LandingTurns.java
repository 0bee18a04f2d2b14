package io.credithub.store.delivery;

import io.credithub.flow.load.FeedActivity;
import io.credithub.store.connection.Turns;
import io.credithub.store.connection.Turns.HeldTurn;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who in this process may land next. A landing holds a connection, and in the end the row of its
/// feed: without bounds the pushes of one feed would take all connections there are, to wait in
/// them for each other.
///
/// Some connections are left to everybody else, and no feed has all the places. The feed that has
/// fewest under way goes next, and among equals whoever came first. Large deliveries leave places
/// to small ones.
///
/// A feed that has company lands its small deliveries one at a time, and rests after each, if more
/// of them wait, for four times as long as it took. So a flood of them has a fifth of the time and
/// not the whole machine, whatever a landing costs there, and whoever floods is slowed down instead
/// of refused.
final class LandingTurns {
    /// All places; half of the pool's connections.
    static final int PLACES = 6;

    /// Places for one feed that is alone: one commits while the next ones are written.
    static final int OF_ONE_FEED_MAX = 3;

    /// Places for the large deliveries of one feed.
    static final int LARGE_OF_ONE_FEED_MAX = 2;

    /// Places for large deliveries.
    static final int LARGE_MAX = 4;

    /// A delivery is large from here on, in bytes: it takes longer than a blink.
    static final long LARGE_BYTES = 1 << 20;

    /// How many times as long as it took a feed rests.
    static final int REST = 4;

    /// Whatever it took: a database that is slow just now is no flood.
    static final long REST_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(200);

    private final FeedActivity activity;
    private final Turns<LandingWork> turns;

    /// @param clock where and when works begin and places become free
    LandingTurns(FeedActivity activity, Turns.Clock clock) {
        this.activity = activity;
        this.turns = new Turns<>(new Fair(), clock);
    }

    private record LandingWork(String feed, boolean isLarge) {}

    /// @param bytes of the delivery
    /// @param landing begun when its turn comes
    <T> Uni<T> inTurn(String feed, long bytes, Supplier<Uni<T>> landing) {
        return Uni.createFrom()
                .deferred(() -> {
                    activity.note(feed);
                    return turns.inTurn(
                            new LandingWork(feed, bytes >= LARGE_BYTES), _ -> landing.get());
                });
    }

    private final class Fair implements Turns.Choice<LandingWork> {
        @Override
        public @Nullable HeldTurn<LandingWork> next(
                List<HeldTurn<LandingWork>> waiting, List<HeldTurn<LandingWork>> underWay) {
            TakenTurn taken = new TakenTurn(underWay);
            if (taken.places >= PLACES) return null;
            HeldTurn<LandingWork> chosen = null;
            for (HeldTurn<LandingWork> turn : waiting) {
                boolean isNearer = chosen == null || taken.of(turn) < taken.of(chosen);
                if (isNearer && taken.hasRoomFor(turn.work())) chosen = turn;
            }
            return chosen;
        }

        @Override
        public long restNanos(
                LandingWork work, long tookNanos, List<HeldTurn<LandingWork>> waiting) {
            boolean isOneOfMany =
                    !work.isLarge && waiting.stream().anyMatch(it -> isNext(it, work));
            if (!isOneOfMany || !activity.hasCompany(work.feed)) return 0;
            return Math.min(REST * tookNanos, REST_NANOS_MAX);
        }

        /// What landings wait for at a lock is the row of their feed.
        @Override
        public boolean isForTheSame(LandingWork failed, LandingWork other) {
            return failed.feed.equals(other.feed);
        }

        private static boolean isNext(HeldTurn<LandingWork> turn, LandingWork before) {
            return turn.work().equals(before);
        }
    }

    /// The places that are taken. A feed that rests keeps its own, and none of all.
    private final class TakenTurn {
        private final Map<String, Integer> small = new HashMap<>();
        private final Map<String, Integer> large = new HashMap<>();
        private int places;
        private int largePlaces;

        TakenTurn(List<HeldTurn<LandingWork>> underWay) {
            for (HeldTurn<LandingWork> turn : underWay) {
                LandingWork work = turn.work();
                (work.isLarge ? large : small).merge(work.feed, 1, Integer::sum);
                if (!turn.isResting()) places++;
                if (work.isLarge) largePlaces++;
            }
        }

        int of(HeldTurn<LandingWork> turn) {
            String feed = turn.work().feed;
            return small.getOrDefault(feed, 0) + large.getOrDefault(feed, 0);
        }

        boolean hasRoomFor(LandingWork work) {
            int ownSmall = small.getOrDefault(work.feed, 0);
            int ownLarge = large.getOrDefault(work.feed, 0);
            if (work.isLarge) {
                return largePlaces < LARGE_MAX && ownLarge < LARGE_OF_ONE_FEED_MAX;
            }
            if (ownSmall > 0 && activity.hasCompany(work.feed)) return false;
            return ownSmall + ownLarge < OF_ONE_FEED_MAX;
        }
    }
}
