package io.credithub.flow.report;

import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The reports that this process makes at a time: a few, and of cities and provinces fewer, so that
/// a county's does not wait behind them.
///
/// Safe for several threads.
public final class ReportDesk {
    /// What is printed is held in memory as a whole.
    private static final int PAPER_AT_ONCE = 1;

    private final ReportJobs jobs;
    private final MakeReport making;
    private final ReportPlaces places;
    private final InstantSource clock;
    private final Map<Integer, ReportAtWork> atWork = new HashMap<>();
    private int taken;
    private int wide;
    private int paper;

    /// @param atOnce how many reports are made at a time
    /// @param wideAtOnce how many of them may be of more than a county
    public record ReportPlaces(int atOnce, int wideAtOnce) {}

    public ReportDesk(
            ReportJobs jobs, MakeReport making, ReportPlaces places, InstantSource clock) {
        this.jobs = jobs;
        this.making = making;
        this.places = places;
        this.clock = clock;
    }

    /// Begins whatever waits and there is a place for. Does not wait for its end.
    public Uni<Void> look() {
        return Uni.createFrom().deferred(this::next);
    }

    private Uni<Void> next() {
        ReportLane lane = enter();
        if (lane == null) return Uni.createFrom().voidItem();
        return jobs.take(lane, clock.instant())
                .onFailure()
                .invoke(() -> leave(lane))
                .chain(found -> {
                    if (found.isEmpty()) {
                        leave(lane);
                        return Uni.createFrom().voidItem();
                    }
                    begin(found.get(), lane);
                    return next();
                });
    }

    /// Takes a place, and holds whatever the next job may need.
    ///
    /// @return null: there is none
    private synchronized @Nullable ReportLane enter() {
        if (taken >= places.atOnce()) return null;
        ReportLane lane = new ReportLane(wide < places.wideAtOnce(), paper < PAPER_AT_ONCE);
        taken++;
        if (lane.wide()) wide++;
        if (lane.paper()) paper++;
        return lane;
    }

    private synchronized void leave(ReportLane lane) {
        taken--;
        if (lane.wide()) wide--;
        if (lane.paper()) paper--;
    }

    private void begin(TakenReport job, ReportLane lane) {
        ReportLane needed = new ReportLane(job.order().isWide(), job.order().isPaper());
        ReportAtWork work = new ReportAtWork(job, new ReportOutput(jobs, job), needed);
        synchronized (this) {
            if (lane.wide() && !needed.wide()) wide--;
            if (lane.paper() && !needed.paper()) paper--;
            atWork.put(job.id(), work);
        }
        work.making =
                making.make(job, work.out)
                        .subscribe()
                        .with(_ -> end(work), _ -> end(work)); // its lease tells others
        if (work.out.broken() instanceof ReportLost) stop(work);
    }

    private void end(ReportAtWork work) {
        synchronized (this) {
            if (work.isOver) return;
            work.isOver = true;
            atWork.remove(work.job.id(), work);
            leave(work.lane);
        }
        look().subscribe().with(_ -> {}, _ -> {}); // or somebody looks later
    }

    /// Tells that the jobs in hand are being made, and leaves those that are this process's no
    /// more.
    public Uni<Void> beat() {
        return Multi.createFrom()
                .iterable(inHand())
                .onItem()
                .transformToUniAndConcatenate(work ->
                        jobs.beat(work.job, work.out.rows())
                                .invoke(isOurs -> {
                                    if (!isOurs) stop(work);
                                }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private synchronized List<ReportAtWork> inHand() {
        return List.copyOf(atWork.values());
    }

    /// How many are being made.
    public synchronized int running() {
        return atWork.size();
    }

    private void stop(ReportAtWork work) {
        work.out.abandon();
        Cancellable begun = work.making;
        if (begun != null) begun.cancel();
        end(work);
    }

    /// One report that is being made.
    private static final class ReportAtWork {
        private final TakenReport job;
        private final ReportOutput out;
        private final ReportLane lane;
        private volatile @Nullable Cancellable making;
        private boolean isOver;

        ReportAtWork(TakenReport job, ReportOutput out, ReportLane lane) {
            this.job = job;
            this.out = out;
            this.lane = lane;
        }
    }
}
