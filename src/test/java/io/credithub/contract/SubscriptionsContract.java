package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.domain.subscription.SendSchedule;
import io.credithub.fixtures.SampleSubscriptions;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.Dispatches.AddressedDispatch;
import io.credithub.flow.subscription.Dispatches.DispatchQuery;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import io.credithub.flow.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is due is ordered once, whoever looks; what is on its way is in one hand; and what became
/// of it is written by that hand alone.
public abstract class SubscriptionsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Instant NOW = SampleSubscriptions.MADE;
    private static final Instant NEXT = NOW.plus(Duration.ofDays(7));
    private static final int MANY = 100;
    private static final SendReceipt RECEIPT =
            new SendReceipt("folder there", NOW, 4, "0a".repeat(32), "renamed");

    private final Subscriptions subscriptions;
    private final Dispatches dispatches;
    private final ReportJobs jobs;
    private final String key = UUID.randomUUID().toString().substring(0, 12);

    protected SubscriptionsContract(
            Subscriptions subscriptions, Dispatches dispatches, ReportJobs jobs) {
        this.subscriptions = subscriptions;
        this.dispatches = dispatches;
        this.jobs = jobs;
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /// Others' tests find nothing of this one on its way.
    @AfterEach
    void nothingStaysOpen() {
        for (Subscription one :
                wait(subscriptions.seen(key, new Jurisdiction("990000"), 0, MANY))) {
            wait(subscriptions.remove(one.id()));
        }
        Optional<TakenDispatch> open = take(Duration.ZERO);
        for (int left = MANY; open.isPresent() && left > 0; left--) {
            wait(dispatches.refuse(open.get(), SendRefusal.STOPPED));
            open = take(Duration.ZERO);
        }
    }

    private Optional<TakenDispatch> take(Duration lease) {
        return wait(dispatches.take(NEXT.plus(Duration.ofDays(400)), List.of(), lease));
    }

    private Subscription wanted(String division, @Nullable Instant due) {
        return SampleSubscriptions.wanted(key, division, due);
    }

    private Subscription added(String division) {
        return wait(subscriptions.add(wanted(division, NOW), MANY)).orElseThrow();
    }

    private TakenDispatch ordered(Subscription due) {
        wait(subscriptions.order(due, NEXT, NOW));
        return take(LEASE).orElseThrow();
    }

    private ReportDispatch told(int id) {
        return wait(dispatches.find(id)).orElseThrow().dispatch();
    }

    private int job() {
        ReportOrder order =
                new ReportOrder(
                        ReportName.STATEMENT,
                        new Jurisdiction("140105"),
                        2025,
                        Map.of(),
                        ReportFormat.CSV,
                        ReportLanguage.ZH,
                        key);
        return wait(jobs.ask(order, MANY)).orElseThrow().job().id();
    }

    private void forget(int job) {
        wait(jobs.cancel(job));
    }

    @Test
    void aSubscriptionIsToldAsItWasWanted() {
        Subscription added = added("140105");
        Subscription wanted = wanted("140105", NOW);
        assertThat(added.id()).isPositive();
        assertThat(added.wish()).isEqualTo(wanted.wish());
        assertThat(added.schedule()).isEqualTo(wanted.schedule());
        assertThat(added.address()).isEqualTo(wanted.address());
        assertThat(added.nextDue()).isEqualTo(NOW);
        assertThat(wait(subscriptions.find(added.id()))).contains(added);
    }

    @Test
    void whoHasTooManyIsGivenNoOther() {
        added("140105");
        assertThat(wait(subscriptions.add(wanted("140106", NOW), 1))).isEmpty();
    }

    @Test
    void oneIsSeenByWhoseItIsAndByWhoMaySeeAllOfIt() {
        Subscription one = added("140105");
        for (String view : List.of("140105", "140100", "140000", "100000")) {
            assertThat(wait(subscriptions.seen("nobody", new Jurisdiction(view), 0, MANY)))
                    .as(view)
                    .contains(one);
        }
        for (String view : List.of("140106", "140200", "150000")) {
            assertThat(wait(subscriptions.seen("nobody", new Jurisdiction(view), 0, MANY)))
                    .as(view)
                    .doesNotContain(one);
        }
        assertThat(wait(subscriptions.seen(key, new Jurisdiction("150000"), 0, MANY)))
                .containsExactly(one);
        assertThat(wait(subscriptions.seen(key, new Jurisdiction("150000"), one.id(), MANY)))
                .isEmpty();
    }

    @Test
    void ofTwoWhoChangeItTheSecondIsTold() {
        Subscription one = added("140105");
        Subscription paused =
                new Subscription(
                        one.id(),
                        one.owner(),
                        one.wish(),
                        SendSchedule.parse("MONTHLY 31 06:00"),
                        new SendAddress("elsewhere", List.of()),
                        SubscriptionState.PAUSED,
                        null,
                        one.version(),
                        null,
                        one.madeAt());
        Subscription changed = wait(subscriptions.change(paused)).orElseThrow();
        assertThat(changed.version()).isEqualTo(one.version() + 1);
        assertThat(changed.schedule().line()).isEqualTo("MONTHLY 31 06:00");
        assertThat(changed.address()).isEqualTo(new SendAddress("elsewhere", List.of()));
        assertThat(changed.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(changed.nextDue()).isNull();
        assertThat(wait(subscriptions.change(paused))).isEmpty();
    }

    @Test
    void whatIsRemovedIsGoneAndNotDue() {
        Subscription one = added("140105");
        assertThat(wait(subscriptions.remove(one.id()))).isTrue();
        assertThat(wait(subscriptions.remove(one.id()))).isFalse();
        assertThat(wait(subscriptions.find(one.id()))).isEmpty();
        assertThat(wait(subscriptions.due(NEXT, MANY)))
                .extracting(Subscription::id)
                .doesNotContain(one.id());
    }

    @Test
    void recipientsOfWhatIsRemovedAreForgottenInTheirTime() {
        Subscription one = added("140105");
        wait(subscriptions.blot(Duration.ZERO));
        assertThat(wait(subscriptions.find(one.id())).orElseThrow().address())
                .as("it goes on")
                .isEqualTo(one.address());
        wait(subscriptions.remove(one.id()));
        assertThat(wait(subscriptions.blot(Duration.ofDays(30)))).isZero();
        assertThat(wait(subscriptions.blot(Duration.ZERO))).isEqualTo(1);
        assertThat(wait(subscriptions.blot(Duration.ZERO))).isZero();
    }

    @Test
    void whatIsDueIsOrderedOnce() {
        Subscription due = added("140105");
        assertThat(wait(subscriptions.due(NOW.minusSeconds(1), MANY))).doesNotContain(due);
        assertThat(wait(subscriptions.due(NOW, MANY))).contains(due);
        wait(subscriptions.order(due, NEXT, NOW));
        wait(subscriptions.order(due, NEXT, NOW));
        assertThat(wait(subscriptions.find(due.id())).orElseThrow().nextDue()).isEqualTo(NEXT);
        assertThat(seen(due.id(), null)).hasSize(1);
        ReportDispatch only = seen(due.id(), null).getFirst().dispatch();
        assertThat(only.dueAt()).isEqualTo(NOW);
        assertThat(only.state()).isEqualTo(DispatchState.WAITING);
        assertThat(only.isTrial()).isFalse();
    }

    private List<AddressedDispatch> seen(int subscription, @Nullable DispatchState state) {
        DispatchQuery question =
                new DispatchQuery(key, new Jurisdiction("990000"), subscription, state);
        return wait(dispatches.seen(question, Integer.MAX_VALUE, MANY));
    }

    @Test
    void whatIsInHandIsTakenByNobodyElse() {
        Subscription due = added("140105");
        TakenDispatch taken = ordered(due);
        assertThat(taken.what().of().id()).isEqualTo(due.id());
        assertThat(take(LEASE)).isEmpty();
        wait(dispatches.later(taken, null, NOW));
        assertThat(take(LEASE)).isPresent();
    }

    @Test
    void whatGoesToATargetThatIsBusyWaits() {
        wait(subscriptions.order(added("140105"), NEXT, NOW));
        assertThat(wait(dispatches.take(NOW, List.of("there", "elsewhere"), LEASE))).isEmpty();
        assertThat(wait(dispatches.take(NOW.minusSeconds(1), List.of(), LEASE))).isEmpty();
        assertThat(wait(dispatches.take(NOW, List.of("elsewhere"), LEASE))).isPresent();
    }

    @Test
    void whatACrashLeftIsTakenUpAndTheOldHandWritesNothingMore() {
        wait(subscriptions.order(added("140105"), NEXT, NOW));
        TakenDispatch old = take(Duration.ZERO).orElseThrow();
        TakenDispatch anew = take(LEASE).orElseThrow();
        assertThat(anew.id()).isEqualTo(old.id());
        wait(dispatches.sent(old, RECEIPT));
        wait(dispatches.failed(old, "late", null, null));
        wait(dispatches.refuse(old, SendRefusal.SCOPE));
        assertThat(told(anew.id()).state()).isEqualTo(DispatchState.WAITING);
        wait(dispatches.sent(anew, RECEIPT));
        assertThat(told(anew.id()).receipt()).isEqualTo(RECEIPT);
        assertThat(told(anew.id()).key()).isEqualTo(old.what().dispatch().key());
    }

    @Test
    void itsNameStaysWhenItIsMadeAgain() {
        int job = job();
        TakenDispatch first = ordered(added("140105"));
        wait(dispatches.later(first, job, NOW));
        wait(dispatches.made(take(LEASE).orElseThrow(), "first.csv", NOW));
        assertThat(told(first.id()).state()).isEqualTo(DispatchState.MADE);
        assertThat(told(first.id()).job()).isEqualTo(job);
        wait(dispatches.later(take(LEASE).orElseThrow(), null, NOW));
        assertThat(told(first.id()).state()).isEqualTo(DispatchState.WAITING);
        wait(dispatches.made(take(LEASE).orElseThrow(), "second.csv", NOW));
        assertThat(told(first.id()).fileName()).isEqualTo("first.csv");
        forget(job);
    }

    @Test
    void whatFailedIsTriedAgainAndAtLastIsDeadUntilSomebodySaysSo() {
        int job = job();
        TakenDispatch first = ordered(added("140105"));
        wait(dispatches.later(first, job, NOW));
        wait(dispatches.made(take(LEASE).orElseThrow(), "one.csv", NOW));
        wait(dispatches.failed(take(LEASE).orElseThrow(), "无应答 no answer", job, NEXT));
        ReportDispatch failed = told(first.id());
        assertThat(failed.state()).isEqualTo(DispatchState.MADE);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.failure()).isEqualTo("无应答 no answer");
        assertThat(failed.tryAt()).isEqualTo(NEXT);
        assertThat(wait(dispatches.retry(first.id(), NOW))).isFalse();
        long before = wait(dispatches.dead());
        wait(dispatches.failed(take(LEASE).orElseThrow(), "无应答 no answer", job, null));
        assertThat(told(first.id()).state()).isEqualTo(DispatchState.DEAD);
        assertThat(wait(dispatches.dead())).isEqualTo(before + 1);
        assertThat(take(LEASE)).isEmpty();
        assertThat(wait(dispatches.retry(first.id(), NOW))).isTrue();
        assertThat(told(first.id()).attempts()).isZero();
        assertThat(take(LEASE)).isPresent();
        forget(job);
    }

    @Test
    void whatFailedToBeMadeIsMadeAnew() {
        int job = job();
        TakenDispatch first = ordered(added("140105"));
        wait(dispatches.later(first, job, NOW));
        wait(dispatches.made(take(LEASE).orElseThrow(), "one.csv", NOW));
        wait(dispatches.failed(take(LEASE).orElseThrow(), "failed", null, NEXT));
        assertThat(told(first.id()).state()).isEqualTo(DispatchState.WAITING);
        assertThat(told(first.id()).job()).isNull();
        forget(job);
    }

    @Test
    void whatIsRefusedSaysWhyAndPausesWhatOrderedIt() {
        Subscription due = added("140105");
        TakenDispatch taken = ordered(due);
        wait(subscriptions.pause(due.id(), SendRefusal.SCOPE));
        wait(dispatches.refuse(taken, SendRefusal.SCOPE));
        assertThat(told(taken.id()).refused()).isEqualTo(SendRefusal.SCOPE);
        Subscription paused = wait(subscriptions.find(due.id())).orElseThrow();
        assertThat(paused.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(paused.paused()).isEqualTo(SendRefusal.SCOPE);
        assertThat(paused.nextDue()).isNull();
        assertThat(paused.version()).isEqualTo(due.version() + 1);
    }

    @Test
    void aTrialIsOneMore() {
        Subscription one = added("140105");
        assertThat(wait(dispatches.trial(one, 2, NOW))).isPresent();
        assertThat(wait(dispatches.trial(one, 2, NOW))).isPresent();
        assertThat(wait(dispatches.trial(one, 2, NOW))).as("two are on their way").isEmpty();
        assertThat(seen(one.id(), DispatchState.WAITING))
                .hasSize(2)
                .allSatisfy(trial -> assertThat(trial.dispatch().isTrial()).isTrue());
        assertThat(seen(one.id(), DispatchState.DEAD)).isEmpty();
        assertThat(wait(subscriptions.find(one.id())).orElseThrow().nextDue()).isEqualTo(NOW);
    }
}
