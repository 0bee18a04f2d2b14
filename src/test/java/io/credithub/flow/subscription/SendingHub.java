package io.credithub.flow.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/// A hub that sends reports, in memory: somebody subscribes to one that is due.
public abstract class SendingHub {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Instant DUE = Instant.parse("2026-09-01T08:00:00Z");
    protected static final String KEY = "0123456789ab";
    static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final RetryPlan RETRIES =
            new RetryPlan(Duration.ofMinutes(1), Duration.ofHours(2), 3, Duration.ofDays(3));

    final TurnedClock clock = new TurnedClock(DUE);
    final InMemoryKeyStore keys = new InMemoryKeyStore();
    final InMemoryReportJobs jobs = new InMemoryReportJobs();
    protected final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
    final RecordingTarget target = new RecordingTarget();
    final RecordingTrail trail = new RecordingTrail();
    final List<String> outcomes = new ArrayList<>();
    private final SendReports sending = sending(4);

    /// One process of as many as there are.
    ///
    /// @param atOnce that it sends at a time
    protected final SendReports sending(int atOnce) {
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
                new SendPlaces(atOnce, Duration.ofMinutes(11)));
    }

    protected static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @BeforeEach
    void somebodySubscribes() {
        hold(new Permission.Reader(new Jurisdiction("140105")));
        subscribe(KEY, "there");
    }

    final void subscribe(String owner, String to) {
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
                                owner,
                                wish,
                                SendSchedule.parse("DAILY 16:00"),
                                new SendAddress(to, List.of()),
                                SubscriptionState.ACTIVE,
                                null,
                                1,
                                DUE,
                                DUE),
                        10));
    }

    void hold(Permission grant) {
        wait(keys.save(Stored.made(KEY, new byte[32], "test", grant, DUE.minusSeconds(60))));
    }

    void look(Duration later) {
        clock.turnTo(clock.instant().plus(later));
        wait(sending.order());
        wait(sending.look());
    }

    /// As the report desk does.
    void make() {
        TakenReport job = wait(jobs.take(ReportLane.ANY, clock.instant())).orElseThrow();
        wait(jobs.put(job, 0, CONTENT, 1));
        wait(jobs.finish(job, new ReportMark(CONTENT.length, "0a".repeat(32)), 1));
    }

    ReportDispatch dispatch() {
        DispatchQuery all = new DispatchQuery(KEY, Jurisdiction.NATION, null, null);
        return wait(subscriptions.dispatches().seen(all, Integer.MAX_VALUE, 10))
                .getFirst()
                .dispatch();
    }

    Subscription subscription() {
        return wait(subscriptions.find(1)).orElseThrow();
    }
}
