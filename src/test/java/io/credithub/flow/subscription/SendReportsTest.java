package io.credithub.flow.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.domain.report.ReportName;
import io.credithub.domain.subscription.RetryPlan;
import io.credithub.domain.subscription.SendSchedule;
import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.fakes.InMemoryReportJobs;
import io.credithub.fakes.InMemorySubscriptions;
import io.credithub.fakes.OnePolicy;
import io.credithub.fakes.TurnedClock;
import io.credithub.fixtures.Policies;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.flow.access.Permission;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.subscription.Dispatches.DispatchQuery;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.SendDispatch.DispatchParts;
import io.credithub.flow.subscription.SendReports.SendPlaces;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way of a report from the time at which it is due.
final class SendReportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Instant DUE = Instant.parse("2026-09-01T08:00:00Z");
    private static final String KEY = "0123456789ab";
    static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final RetryPlan RETRIES =
            new RetryPlan(Duration.ofMinutes(1), Duration.ofHours(2), 3, Duration.ofDays(3));

    private final TurnedClock clock = new TurnedClock(DUE);
    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final InMemoryReportJobs jobs = new InMemoryReportJobs();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
    private final RecordingTarget target = new RecordingTarget();
    private final RecordingTrail trail = new RecordingTrail();
    private final List<String> outcomes = new ArrayList<>();
    private final SendReports sending = sending();

    private SendReports sending() {
        OnePolicy policies = new OnePolicy(Policies.shanxi());
        DispatchParts parts =
                new DispatchParts(
                        subscriptions,
                        subscriptions.dispatches(),
                        jobs,
                        () -> {},
                        target,
                        new DispatchRights(keys, target, clock),
                        policies,
                        new DispatchTrail(trail, clock, outcomes::add));
        return new SendReports(
                subscriptions,
                subscriptions.dispatches(),
                new SendDispatch(parts, RETRIES, clock, () -> 1),
                policies,
                clock,
                new SendPlaces(4, Duration.ofMinutes(11)));
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @BeforeEach
    void somebodySubscribes() {
        hold(new Permission.Reader(new Jurisdiction("140105")));
        ReportWish wish =
                new ReportWish(
                        ReportName.TEACHERS,
                        new Jurisdiction("140105"),
                        null,
                        Map.of(),
                        ReportFormat.CSV,
                        ReportLanguage.ZH);
        wait(
                subscriptions.add(
                        new Subscription(
                                0,
                                KEY,
                                wish,
                                SendSchedule.parse("DAILY 16:00"),
                                new SendAddress("there", List.of()),
                                SubscriptionState.ACTIVE,
                                null,
                                1,
                                DUE,
                                DUE),
                        10));
    }

    private void hold(Permission grant) {
        wait(keys.save(Stored.made(KEY, new byte[32], "test", grant, DUE.minusSeconds(60))));
    }

    private void look(Duration later) {
        clock.turnTo(clock.instant().plus(later));
        wait(sending.order());
        wait(sending.look());
    }

    /// As the report desk does.
    private void make() {
        TakenReport job = wait(jobs.take(ReportLane.ANY, clock.instant())).orElseThrow();
        wait(jobs.put(job, 0, CONTENT, 1));
        wait(jobs.finish(job, new ReportMark(CONTENT.length, "0a".repeat(32)), 1));
    }

    private ReportDispatch dispatch() {
        DispatchQuery all = new DispatchQuery(KEY, Jurisdiction.NATION, null, null);
        return wait(subscriptions.dispatches().seen(all, Integer.MAX_VALUE, 10))
                .getFirst()
                .dispatch();
    }

    private Subscription subscription() {
        return wait(subscriptions.find(1)).orElseThrow();
    }

    private void assertRefused(SendRefusal why) {
        assertThat(dispatch().state()).isEqualTo(DispatchState.REFUSED);
        assertThat(dispatch().refused()).isEqualTo(why);
        assertThat(subscription().state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(subscription().paused()).isEqualTo(why);
        assertThat(target.sent).isEmpty();
        assertThat(outcomes).containsExactly("refused");
    }

    @Test
    void whatIsDueIsMadeAndSentAndIsInTheTrail() {
        look(Duration.ZERO);
        assertThat(dispatch().state()).isEqualTo(DispatchState.WAITING);
        make();
        look(Duration.ofSeconds(3));
        ReportDispatch sent = dispatch();
        assertThat(sent.state()).isEqualTo(DispatchState.SENT);
        Parcel parcel = target.sent.getFirst();
        assertThat(parcel.fileName()).isEqualTo("teachers-140105-2026-20260901T080000Z-1.csv");
        assertThat(parcel.key()).isEqualTo(sent.key());
        assertThat(parcel.order().askedBy()).isEqualTo(KEY);
        assertThat(trail.lines.getFirst().key()).isEqualTo(KEY);
        assertThat(trail.lines.getFirst().target().named())
                .isEqualTo("id=1 subscription=1 target=there report=1");
        assertThat(outcomes).containsExactly("sent");
        assertThat(subscription().nextDue()).isEqualTo(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasMissedGoesOutOnce() {
        look(Duration.ofDays(20));
        look(Duration.ZERO);
        assertThat(wait(jobs.askedBy(KEY, Integer.MAX_VALUE, 10))).hasSize(1);
        assertThat(subscription().nextDue()).isEqualTo(DUE.plus(Duration.ofDays(21)));
    }

    @Test
    void aKeyThatWasTakenBackIsSentNothing() {
        wait(keys.revoke(KEY));
        look(Duration.ZERO);
        assertRefused(SendRefusal.KEY_GONE);
        assertThat(wait(jobs.askedBy(KEY, Integer.MAX_VALUE, 10))).isEmpty();
    }

    @Test
    void rightsThatEndBetweenMakingAndSendingCount() {
        look(Duration.ZERO);
        make();
        wait(keys.revoke(KEY));
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.KEY_GONE);
    }

    @Test
    void anotherJurisdictionCounts() {
        look(Duration.ZERO);
        make();
        hold(new Permission.Reader(new Jurisdiction("140106")));
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.SCOPE);
    }

    @Test
    void anotherRoleCounts() {
        hold(new Permission.FeedPermission("vendor-push"));
        look(Duration.ZERO);
        assertRefused(SendRefusal.ROLE);
    }

    @Test
    void aKeyThatHasExpiredIsSentNothing() {
        wait(
                keys.save(
                        Stored.made(
                                        KEY,
                                        new byte[32],
                                        "test",
                                        new Permission.Operator(),
                                        DUE.minusSeconds(60))
                                .until(DUE)));
        look(Duration.ZERO);
        assertRefused(SendRefusal.KEY_EXPIRED);
    }

    @Test
    void aTargetThatTakesNoPersonsAnyMoreIsSentNone() {
        look(Duration.ZERO);
        make();
        target.takesPersons = false;
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.PERSONS);
    }

    @Test
    void whatIsPausedMeanwhileIsNotSent() {
        look(Duration.ZERO);
        make();
        wait(subscriptions.remove(1));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().refused()).isEqualTo(SendRefusal.STOPPED);
        assertThat(target.sent).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainEverLaterAndThenWaitsForSomebody() {
        target.failure = SendFailure.passing("无应答 · no answer");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        Instant first = clock.instant();
        assertThat(dispatch().attempts()).isEqualTo(1);
        assertThat(dispatch().tryAt()).isEqualTo(first.plusSeconds(60));
        look(Duration.ofSeconds(59));
        assertThat(target.sent).hasSize(1);
        look(Duration.ofSeconds(1));
        assertThat(dispatch().tryAt()).isEqualTo(clock.instant().plusSeconds(120));
        look(Duration.ofMinutes(2));
        assertThat(dispatch().state()).isEqualTo(DispatchState.DEAD);
        assertThat(dispatch().failure()).isEqualTo("无应答 · no answer");
        assertThat(target.sent).hasSize(3);
        assertThat(target.sent)
                .extracting(Parcel::key, Parcel::fileName)
                .containsOnly(
                        tuple(target.sent.getFirst().key(), target.sent.getFirst().fileName()));
        target.failure = null;
        assertThat(wait(subscriptions.dispatches().retry(1, clock.instant()))).isTrue();
        look(Duration.ZERO);
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
        assertThat(outcomes).containsExactly("failed", "failed", "failed", "sent");
    }

    @Test
    void whatTimeDoesNotMendIsTriedOnce() {
        target.failure = SendFailure.lasting("拒绝 · refused");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.DEAD);
        assertThat(target.sent).hasSize(1);
    }

    @Test
    void whatNobodyForesawIsTriedAgainWithoutItsWords() {
        target.failure = new IllegalStateException("secret://user:password@host");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().attempts()).isEqualTo(1);
        assertThat(dispatch().failure()).doesNotContain("password");
    }

    @Test
    void aTargetThatIsNotConfiguredIsWaitedFor() {
        look(Duration.ZERO);
        make();
        target.isThere = false;
        look(Duration.ofSeconds(3));
        assertThat(dispatch().attempts()).isEqualTo(1);
        target.isThere = true;
        look(Duration.ofMinutes(1));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void whatIsNotInTheTrailIsNotSent() {
        look(Duration.ZERO);
        make();
        trail.isDown = true;
        look(Duration.ofSeconds(3));
        assertThat(target.sent).isEmpty();
        assertThat(dispatch().state()).isEqualTo(DispatchState.MADE);
    }

    @Test
    void aFileThatIsKeptNoMoreIsMadeAgainUnderItsName() {
        target.failure = SendFailure.passing("无应答 · no answer");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        String name = dispatch().fileName();
        wait(jobs.expire(Duration.ZERO));
        target.failure = null;
        look(Duration.ofMinutes(1));
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
        assertThat(target.sent.getLast().fileName()).isEqualTo(name);
        assertThat(target.sent.getLast().job()).isEqualTo(2);
    }

    @Test
    void aReportThatWasCancelledIsNotSent() {
        look(Duration.ZERO);
        wait(jobs.cancel(1));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().failure()).contains("cancelled");
    }

    @Test
    void aReportThatCannotBeMadeIsTriedAgain() {
        look(Duration.ZERO);
        TakenReport job = wait(jobs.take(ReportLane.ANY, clock.instant())).orElseThrow();
        wait(jobs.fail(job, "没有字体 · no font"));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().failure()).isEqualTo("没有字体 · no font");
        assertThat(dispatch().state()).isEqualTo(DispatchState.WAITING);
        look(Duration.ofMinutes(1));
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
    }
}
