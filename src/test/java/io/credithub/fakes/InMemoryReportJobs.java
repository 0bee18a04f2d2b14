package io.credithub.fakes;

import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportLost;
import io.credithub.flow.report.ReportOrder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Jobs in memory. A lease lasts for ever, unless one looks at them as [#lapsing].
public final class InMemoryReportJobs implements ReportJobs {
    private final List<KeptJob> all;
    private final boolean isLapsing;

    public InMemoryReportJobs() {
        this(new ArrayList<>(), false);
    }

    private InMemoryReportJobs(List<KeptJob> all, boolean isLapsing) {
        this.all = all;
        this.isLapsing = isLapsing;
    }

    /// The same jobs, of which every lease is over.
    public InMemoryReportJobs lapsing() {
        return new InMemoryReportJobs(all, true);
    }

    private static final class KeptJob {
        private final int id;
        private final ReportOrder order;
        private final Instant askedAt = Instant.now();
        private final Map<Integer, byte[]> pieces = new TreeMap<>();
        private ReportState state = ReportState.WAITING;
        private int attempt;
        private long rows;
        private @Nullable Instant asOf;
        private @Nullable Instant begunAt;
        private @Nullable Instant finishedAt;
        private @Nullable ReportMark mark;
        private @Nullable String failure;

        KeptJob(int id, ReportOrder order) {
            this.id = id;
            this.order = order;
        }

        ReportJob told() {
            return new ReportJob(
                    id, order, state, askedAt, asOf, begunAt, finishedAt, rows, mark, failure);
        }

        void end(ReportState how) {
            state = how;
            finishedAt = Instant.now();
            if (how != ReportState.DONE) pieces.clear();
        }
    }

    @Override
    public synchronized Uni<Optional<AskedReport>> ask(ReportOrder order, int openMax) {
        List<KeptJob> open = all.stream().filter(job -> job.state.isOpen()).toList();
        for (KeptJob job : open) {
            if (job.order.line().equals(order.line())) {
                return item(Optional.of(new AskedReport(job.told(), false)));
            }
        }
        long own = open.stream().filter(job -> job.order.askedBy().equals(order.askedBy())).count();
        if (own >= openMax) return item(Optional.empty());
        KeptJob job = new KeptJob(all.size() + 1, order);
        all.add(job);
        return item(Optional.of(new AskedReport(job.told(), true)));
    }

    @Override
    public synchronized Uni<Optional<ReportJob>> find(int id) {
        return item(job(id).map(KeptJob::told));
    }

    @Override
    public synchronized Uni<List<ReportJob>> verified(String code) {
        return item(
                all.stream()
                        .map(KeptJob::told)
                        .filter(job -> job.mark() != null && code.equals(job.mark().code()))
                        .toList());
    }

    private Optional<KeptJob> job(int id) {
        return all.stream().filter(job -> job.id == id).findFirst();
    }

    @Override
    public synchronized Uni<List<ReportJob>> askedBy(String key, int before, int most) {
        return item(
                all.stream()
                        .filter(job -> job.order.askedBy().equals(key) && job.id < before)
                        .sorted(Comparator.comparingInt((KeptJob job) -> job.id).reversed())
                        .limit(most)
                        .map(KeptJob::told)
                        .toList());
    }

    @Override
    public synchronized Uni<Boolean> cancel(int id) {
        Optional<KeptJob> open = job(id).filter(job -> job.state.isOpen());
        open.ifPresent(job -> job.end(ReportState.CANCELLED));
        return item(open.isPresent());
    }

    @Override
    public synchronized Uni<Optional<TakenReport>> take(ReportLane lane, Instant asOf) {
        for (KeptJob job : all) {
            boolean isStale = job.state == ReportState.RUNNING && isLapsing;
            if (isStale && job.attempt >= TakenReport.TRIES_MAX) {
                job.end(ReportState.FAILED);
                job.failure = TakenReport.GIVEN_UP;
                continue;
            }
            if (job.state != ReportState.WAITING && !isStale) continue;
            if (!lane.wide() && job.order.isWide()) continue;
            if (!lane.paper() && job.order.isPaper()) continue;
            job.state = ReportState.RUNNING;
            job.attempt++;
            job.rows = 0;
            Instant knownOn = job.order.knownOn();
            job.asOf = knownOn == null ? asOf : knownOn;
            job.begunAt = Instant.now();
            job.pieces.clear();
            return item(Optional.of(new TakenReport(job.id, job.attempt, job.order, job.asOf)));
        }
        return item(Optional.empty());
    }

    @Override
    public synchronized Uni<Void> told(TakenReport taken, Instant asOf) {
        KeptJob job = ours(taken).orElse(null);
        if (job == null) return Uni.createFrom().failure(new ReportLost(taken.id()));
        job.asOf = asOf;
        return Uni.createFrom().voidItem();
    }

    private Optional<KeptJob> ours(TakenReport taken) {
        return job(taken.id())
                .filter(job -> job.state == ReportState.RUNNING && job.attempt == taken.attempt());
    }

    @Override
    public synchronized Uni<Boolean> beat(TakenReport taken, long rows) {
        Optional<KeptJob> ours = ours(taken);
        ours.ifPresent(job -> job.rows = rows);
        return item(ours.isPresent());
    }

    @Override
    public synchronized Uni<Void> put(TakenReport taken, int no, byte[] piece, long rows) {
        return orLost(
                taken,
                job -> {
                    job.rows = rows;
                    job.pieces.put(no, piece);
                });
    }

    @Override
    public synchronized Uni<Void> finish(TakenReport taken, ReportMark mark, long rows) {
        return orLost(
                taken,
                job -> {
                    job.rows = rows;
                    job.mark = mark;
                    job.end(ReportState.DONE);
                });
    }

    private Uni<Void> orLost(TakenReport taken, Consumer<KeptJob> act) {
        Optional<KeptJob> ours = ours(taken);
        if (ours.isEmpty()) return Uni.createFrom().failure(new ReportLost(taken.id()));
        act.accept(ours.get());
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> fail(TakenReport taken, String failure) {
        ours(taken)
                .ifPresent(job -> {
                    job.failure = failure;
                    job.end(ReportState.FAILED);
                });
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> giveBack(TakenReport taken) {
        ours(taken).ifPresent(job -> job.state = ReportState.WAITING);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Integer> expire(Duration kept) {
        int expired = 0;
        Instant before = Instant.now().minus(kept);
        for (KeptJob job : all) {
            Instant finished = job.finishedAt;
            boolean isOver = finished != null && !finished.isAfter(before);
            if (job.state != ReportState.DONE || !isOver) continue;
            job.state = ReportState.EXPIRED;
            job.pieces.clear();
            expired++;
        }
        return item(expired);
    }

    @Override
    public synchronized Uni<Optional<byte[]>> piece(int id, int no) {
        return item(
                job(id).filter(job -> job.state == ReportState.DONE)
                        .map(job -> job.pieces.get(no)));
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
