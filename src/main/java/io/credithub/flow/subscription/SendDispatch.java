package io.credithub.flow.subscription;

import io.credithub.domain.subscription.RetryPlan;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.ReportWork;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.subscription.DispatchRights.RightsNow;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// One step of one report on its way out: it is asked for, looked for, or sent. Before each step
/// stands the question whether who wants it may have it.
public final class SendDispatch {
    /// Reports of one key that are not made yet, as for whoever asks by hand.
    private static final int OPEN_MAX = 20;

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration PLACES = Duration.ofSeconds(30);
    private static final String CANCELLED = "报表被取消 · the report was cancelled";
    private static final String NO_TARGET = "投递目标未配置 · the target is not configured";

    private final DispatchParts parts;
    private final RetryPlan retries;
    private final InstantSource clock;
    private final DoubleSupplier chance;

    /// What a step is taken with.
    ///
    /// @param work is told that a report waits
    public record DispatchParts(
            Subscriptions subscriptions,
            Dispatches dispatches,
            ReportJobs jobs,
            ReportWork work,
            DispatchTargets targets,
            DispatchRights rights,
            Policies policies,
            DispatchTrail trail) {}

    /// @param chance from 0 to 1
    public SendDispatch(
            DispatchParts parts, RetryPlan retries, InstantSource clock, DoubleSupplier chance) {
        this.parts = parts;
        this.retries = retries;
        this.clock = clock;
        this.chance = chance;
    }

    Uni<Void> step(TakenDispatch taken) {
        Subscription of = taken.what().of();
        return parts.rights()
                .of(of)
                .chain(now -> {
                    SendRefusal why = now.refused();
                    return why == null ? allowed(taken, now) : refused(taken, why, now);
                })
                .onFailure()
                .recoverWithUni(failure ->
                        failed(taken, FailureWords.of(failure), taken.what().dispatch().job()));
    }

    private Uni<Void> refused(TakenDispatch taken, SendRefusal why, RightsNow now) {
        Subscription of = taken.what().of();
        Uni<Void> pause =
                why == SendRefusal.STOPPED
                        ? Uni.createFrom().voidItem()
                        : parts.subscriptions().pause(of.id(), why);
        return pause.chain(() -> parts.dispatches().refuse(taken, why))
                .chain(() -> parts.trail().refused(taken, why, now.role()));
    }

    private Uni<Void> allowed(TakenDispatch taken, RightsNow now) {
        Integer job = taken.what().dispatch().job();
        if (job == null) return asked(taken);
        return parts.jobs().find(job).chain(found -> looked(taken, found.orElse(null), now));
    }

    private Uni<Void> asked(TakenDispatch taken) {
        Subscription of = taken.what().of();
        Policies policies = parts.policies();
        int running =
                policies.inForce()
                        .policy()
                        .terms()
                        .calendar()
                        .schoolYearOf(policies.dayOf(clock.instant()));
        ReportOrder order = of.wish().order(of.owner(), running);
        return parts.jobs()
                .ask(order, OPEN_MAX)
                .chain(found -> {
                    if (found.isEmpty()) return later(taken, null, PLACES);
                    parts.work().begin();
                    return later(taken, found.get().job().id(), LOOK);
                });
    }

    private Uni<Void> later(TakenDispatch taken, @Nullable Integer job, Duration pause) {
        return parts.dispatches().later(taken, job, clock.instant().plus(pause));
    }

    private Uni<Void> looked(TakenDispatch taken, @Nullable ReportJob job, RightsNow now) {
        if (job == null) return later(taken, null, Duration.ZERO);
        return switch (job.state()) {
            case WAITING, RUNNING -> later(taken, job.id(), LOOK);
            case DONE -> made(taken, job, now);
            // Its time is over, or somebody was erased: what is sent is made without them.
            case EXPIRED -> later(taken, null, Duration.ZERO);
            case CANCELLED -> parts.dispatches().failed(taken, CANCELLED, null, null);
            case FAILED -> unmade(taken, Objects.requireNonNullElse(job.failure(), "?"));
        };
    }

    /// What has brought the hub down time and again would do so with each try.
    private Uni<Void> unmade(TakenDispatch taken, String why) {
        return why.equals(TakenReport.GIVEN_UP)
                ? parts.dispatches().failed(taken, why, null, null)
                : failed(taken, why, null);
    }

    private Uni<Void> made(TakenDispatch taken, ReportJob job, RightsNow now) {
        ReportDispatch dispatch = taken.what().dispatch();
        if (dispatch.state() == DispatchState.MADE) return sent(taken, job, now);
        Instant asOf = Objects.requireNonNull(job.asOf());
        String name = Parcel.fileName(job.order(), asOf, dispatch.id());
        return parts.dispatches().made(taken, name, clock.instant());
    }

    private Uni<Void> sent(TakenDispatch taken, ReportJob job, RightsNow now) {
        Optional<DispatchTarget> target =
                parts.targets().find(taken.what().of().address().target());
        if (target.isEmpty()) return failed(taken, NO_TARGET, job.id());
        Parcel parcel = parcel(taken, job);
        return parts.trail()
                .sending(taken, parcel, now.role())
                .chain(line ->
                        target.get()
                                .send(parcel, no -> parts.jobs().piece(job.id(), no))
                                .chain(receipt -> parts.dispatches().sent(taken, receipt))
                                .chain(() -> line.sent())
                                .onFailure()
                                .recoverWithUni(failure ->
                                        line.failed().chain(() -> stopped(taken, job, failure))));
    }

    private Uni<Void> stopped(TakenDispatch taken, ReportJob job, Throwable failure) {
        if (!(failure instanceof SendFailure known)) {
            return failed(taken, FailureWords.of(failure), job.id());
        }
        return known.isPassing()
                ? failed(taken, known.told(), job.id())
                : parts.dispatches().failed(taken, known.told(), job.id(), null);
    }

    private static Parcel parcel(TakenDispatch taken, ReportJob job) {
        ReportDispatch dispatch = taken.what().dispatch();
        Subscription of = taken.what().of();
        ReportMark mark = Objects.requireNonNull(job.mark());
        return new Parcel(
                dispatch.id(),
                of.id(),
                dispatch.key(),
                Objects.requireNonNull(dispatch.fileName()),
                job.order(),
                of.address(),
                mark,
                Objects.requireNonNull(job.asOf()),
                Objects.requireNonNull(job.finishedAt()),
                job.rows(),
                job.id());
    }

    /// @param job null: the report is made anew
    private Uni<Void> failed(TakenDispatch taken, String told, @Nullable Integer job) {
        ReportDispatch dispatch = taken.what().dispatch();
        Instant now = clock.instant();
        Instant first = Objects.requireNonNullElse(dispatch.firstTry(), now);
        Instant next =
                retries.pause(
                                dispatch.attempts() + 1,
                                Duration.between(first, now),
                                chance.getAsDouble())
                        .map(now::plus)
                        .orElse(null);
        return parts.dispatches().failed(taken, told, job, next);
    }
}
