package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.SampleSubscriptions;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.Dispatches.DispatchQuery;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A process that goes down while it is at a dispatch leaves nothing but the count of its take: a
/// lease of no length stands for that.
public abstract class LostDispatchesContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Instant NOW = SampleSubscriptions.MADE;
    private static final int MANY = 100;

    private final Subscriptions subscriptions;
    private final Dispatches dispatches;
    private final String key = UUID.randomUUID().toString().substring(0, 12);
    private int subscription;

    protected LostDispatchesContract(Subscriptions subscriptions, Dispatches dispatches) {
        this.subscriptions = subscriptions;
        this.dispatches = dispatches;
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @BeforeEach
    void somebodySubscribes() {
        Subscription wanted = SampleSubscriptions.wanted(key, "140105", null);
        subscription = wait(subscriptions.add(wanted, MANY)).orElseThrow().id();
    }

    /// Others' tests find nothing of this one on its way.
    @AfterEach
    void nothingStaysOpen() {
        wait(subscriptions.remove(subscription));
        Optional<TakenDispatch> open = take(Duration.ZERO);
        for (int left = MANY; open.isPresent() && left > 0; left--) {
            wait(dispatches.refuse(open.get(), SendRefusal.STOPPED));
            open = take(Duration.ZERO);
        }
    }

    private Optional<TakenDispatch> take(Duration lease) {
        return wait(dispatches.take(NOW.plus(Duration.ofDays(400)), List.of(), lease));
    }

    private int ordered() {
        Subscription of = wait(subscriptions.find(subscription)).orElseThrow();
        return wait(dispatches.trial(of, MANY, NOW)).orElseThrow().id();
    }

    private ReportDispatch told(int id) {
        return wait(dispatches.find(id)).orElseThrow().dispatch();
    }

    private void lose(int id, int times) {
        for (int take = 1; take <= times; take++) {
            assertThat(take(Duration.ZERO).map(TakenDispatch::id)).as("take %d", take).contains(id);
        }
    }

    @Test
    void whatIsTakenTimeAndAgainWithoutAnEndIsDeadAndSaysWhy() {
        int id = ordered();
        lose(id, TakenDispatch.TAKES_MAX);
        assertThat(told(id).state()).isEqualTo(DispatchState.WAITING);
        assertThat(take(LEASE)).isEmpty();
        ReportDispatch dead = told(id);
        assertThat(dead.state()).isEqualTo(DispatchState.DEAD);
        assertThat(dead.failure())
                .isEqualTo(TakenDispatch.LOST)
                .contains(String.valueOf(TakenDispatch.TAKES_MAX));
        assertThat(dead.attempts()).isEqualTo(1);
        assertThat(dead.tryAt()).isNull();
        assertThat(dead.finishedAt()).isNotNull();
    }

    @Test
    void othersAreTakenInItsPlace() {
        int lost = ordered();
        int next = ordered();
        lose(lost, TakenDispatch.TAKES_MAX);
        assertThat(take(LEASE).map(TakenDispatch::id)).contains(next);
        assertThat(told(lost).state()).isEqualTo(DispatchState.DEAD);
    }

    @Test
    void theLastTakeHasItsTimeToo() {
        int id = ordered();
        lose(id, TakenDispatch.TAKES_MAX - 1);
        TakenDispatch last = take(LEASE).orElseThrow();
        assertThat(take(LEASE)).isEmpty();
        assertThat(told(id).state()).isEqualTo(DispatchState.WAITING);
        wait(dispatches.failed(last, "无应答 no answer", null, NOW));
        assertThat(told(id).state()).isEqualTo(DispatchState.WAITING);
    }

    @Test
    void aStepThatEndsBeginsTheCountAnew() {
        int id = ordered();
        lose(id, TakenDispatch.TAKES_MAX - 1);
        wait(dispatches.later(take(LEASE).orElseThrow(), null, NOW));
        lose(id, TakenDispatch.TAKES_MAX - 1);
        wait(dispatches.made(take(LEASE).orElseThrow(), "one.csv", NOW));
        lose(id, TakenDispatch.TAKES_MAX - 1);
        wait(dispatches.failed(take(LEASE).orElseThrow(), "无应答 no answer", null, NOW));
        lose(id, TakenDispatch.TAKES_MAX);
        assertThat(take(LEASE)).isEmpty();
        assertThat(told(id).state()).isEqualTo(DispatchState.DEAD);
    }

    @Test
    void triedAgainItHasAllItsTakes() {
        int id = ordered();
        lose(id, TakenDispatch.TAKES_MAX);
        assertThat(take(LEASE)).isEmpty();
        assertThat(wait(dispatches.retry(id, NOW))).isTrue();
        lose(id, TakenDispatch.TAKES_MAX);
        assertThat(take(LEASE)).isEmpty();
        assertThat(told(id).state()).isEqualTo(DispatchState.DEAD);
    }

    @Test
    void whatIsRemovedWaitsForNobody() {
        int id = ordered();
        lose(id, TakenDispatch.TAKES_MAX);
        assertThat(take(LEASE)).isEmpty();
        long dead = wait(dispatches.dead());
        wait(subscriptions.remove(subscription));
        assertThat(told(id).state()).isEqualTo(DispatchState.REFUSED);
        assertThat(told(id).refused()).isEqualTo(SendRefusal.STOPPED);
        assertThat(wait(dispatches.dead())).isEqualTo(dead - 1);
        assertThat(wait(dispatches.retry(id, NOW))).isFalse();
    }

    @Test
    void severalProcessesTakeEachOnce() {
        List<Integer> all = IntStream.range(0, 12).mapToObj(_ -> ordered()).toList();
        List<Uni<Optional<TakenDispatch>>> takes =
                all.stream().map(_ -> dispatches.take(NOW, List.of(), LEASE)).toList();
        List<Optional<TakenDispatch>> taken =
                wait(Uni.join().all(takes).usingConcurrencyOf(12).andFailFast());
        assertThat(taken.stream().flatMap(Optional::stream).map(TakenDispatch::id))
                .doesNotHaveDuplicates();
        DispatchQuery question =
                new DispatchQuery(key, new Jurisdiction("990000"), subscription, null);
        assertThat(wait(dispatches.seen(question, Integer.MAX_VALUE, MANY))).hasSize(12);
        for (Optional<TakenDispatch> one : taken) {
            one.ifPresent(held -> wait(dispatches.refuse(held, SendRefusal.STOPPED)));
        }
    }
}
