package io.credithub.app.work;

import io.credithub.flow.report.ReportDesk;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Makes reports in the background: those that somebody asks for here, those that wait because
/// another process has no place, and those of a process that is gone. `hub.reports.running` tells
/// how many this one makes.
@ApplicationScoped
public class ReportRunner implements ReportWork {
    private static final Logger LOG = Logger.getLogger(ReportRunner.class);

    private final ReportDesk desk;
    private final ReportJobs jobs;
    private final ReportConfig config;

    ReportRunner(ReportDesk desk, ReportJobs jobs, ReportConfig config, MeterRegistry metrics) {
        this.desk = desk;
        this.jobs = jobs;
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
}
