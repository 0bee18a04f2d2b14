package io.credithub.app.work;

import io.credithub.flow.report.KnownHistory;
import io.credithub.flow.report.ReportDesk;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Makes reports in the background: those that somebody asks for here, those that wait because
/// another process has no place, and those of a process that is gone. `hub.reports.running` tells
/// how many this one makes. Lets go of files and of history whose time is over.
@ApplicationScoped
public class ReportRunner implements ReportWork {
    private static final Logger LOG = Logger.getLogger(ReportRunner.class);

    /// History goes in small steps with rests between them, so that nobody who writes waits; what
    /// is left goes an hour later.
    static final int PRUNED_MAX = 5_000;

    static final int PRUNING_STEPS_MAX = 400;
    private static final Duration PRUNING_REST = Duration.ofMillis(200);

    private final ReportDesk desk;
    private final ReportJobs jobs;
    private final KnownHistory history;
    private final ReportConfig config;

    ReportRunner(
            ReportDesk desk,
            ReportJobs jobs,
            KnownHistory history,
            ReportConfig config,
            MeterRegistry metrics) {
        this.desk = desk;
        this.jobs = jobs;
        this.history = history;
        this.config = config;
        metrics.gauge("hub.reports.running", desk, ReportDesk::running);
    }

    /// One that was cancelled is left at once, so that its place is free.
    @Override
    public void begin() {
        desk.beat()
                .chain(desk::look)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf("a report waits for the next look cause=%s", failure));
    }

    /// Another process may have stopped in the middle of a report.
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return desk.beat().chain(desk::look).onFailure().recoverWithNull(); // the next look tells
    }

    @Scheduled(every = "1h", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return jobs.expire(config.kept())
                .invoke(files -> {
                    if (files > 0) LOG.infof("reports have expired files=%d", files);
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("no report expires for now cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /// Of several processes one is at it at a time.
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> prune() {
        return inSteps(() -> history.prune(config.historyKept(), PRUNED_MAX), PRUNING_REST)
                .invoke(gone -> {
                    if (gone > 0) LOG.infof("history has gone rows=%d", gone);
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("history stays for now cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /// Steps until one finds less than it may take, and no more than a run may have.
    ///
    /// @param step how many rows it let go of
    /// @return how many went in all
    static Uni<Long> inSteps(Supplier<Uni<Integer>> step, Duration rest) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step.get().onItem().delayIt().by(rest))
                .whilst(gone -> gone >= PRUNED_MAX)
                .select()
                .first(PRUNING_STEPS_MAX)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }
}
