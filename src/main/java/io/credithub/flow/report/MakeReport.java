package io.credithub.flow.report;

import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Makes one report that was asked for: its question goes to its source, what is found to a writer,
/// and what that writes is kept.
public final class MakeReport {
    static final String OUR_FAULT =
            "生成报表时出错,请联系运维人员并告知报表编号 · an error of the hub: tell the operator the report's"
                    + " number";
    static final String OUTAGE =
            "数据库或服务多次中断,请重新申请 · the hub was interrupted time and again: ask anew";
    private static final String UNKNOWN = "本服务没有此报表 · this hub does not make such a report";

    private final ReportJobs jobs;
    private final SettledMoments moments;
    private final ReportCatalogue sources;
    private final ReportWriters writers;
    private final Executor workers;
    private final BiConsumer<TakenReport, Throwable> stopped;

    /// @param workers on which writers may wait
    /// @param stopped is told what a job stopped at that is not its asker's to mend
    public MakeReport(
            ReportJobs jobs,
            SettledMoments moments,
            ReportCatalogue sources,
            ReportWriters writers,
            Executor workers,
            BiConsumer<TakenReport, Throwable> stopped) {
        this.jobs = jobs;
        this.moments = moments;
        this.sources = sources;
        this.writers = writers;
        this.workers = workers;
        this.stopped = stopped;
    }

    /// Ends the job, one way or the other: it fails only if that cannot be noted.
    Uni<Void> make(TakenReport job, ReportOutput out) {
        return Uni.createFrom()
                .deferred(() -> written(job, out))
                .chain(mark -> jobs.finish(job, mark, out.rows()))
                .onFailure()
                .recoverWithUni(failure -> ended(job, cause(failure, out)));
    }

    private Uni<ReportMark> written(TakenReport job, ReportOutput out) {
        ReportOrder order = job.order();
        ReportSource source = sources.find(order.name()).orElse(null);
        if (source == null) return Uni.createFrom().failure(new ReportLacks(UNKNOWN, null));
        return waiting(() -> writer(order, out))
                .chain(writer ->
                        open(source, job)
                                .chain(document ->
                                        new WriteReport(workers)
                                                .write(document, writer, out::tell)))
                .chain(code -> waiting(out::end).map(mark -> mark.verifiedBy(code)));
    }

    /// As known on the moment that was asked for, or on the newest one.
    private Uni<ReportDocument> open(ReportSource source, TakenReport job) {
        Instant asked = job.order().knownOn();
        Uni<Instant> moment =
                asked == null
                        ? source.prepare().chain(moments::now)
                        : moments.settled(asked).replaceWith(asked);
        return moment.chain(
                asOf -> source.open(job.order().question(asOf)).call(() -> jobs.told(job, asOf)));
    }

    private ReportWriter writer(ReportOrder order, ReportOutput out) {
        try {
            return writers.open(order.format(), order.language(), out);
        } catch (Unavailable lacks) {
            throw new ReportLacks(String.valueOf(lacks.getMessage()), lacks);
        }
    }

    private <T> Uni<T> waiting(WaitingStep<T> step) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(workers)
                .map(_ -> {
                    try {
                        return step.run();
                    } catch (IOException outputFailed) {
                        throw new UncheckedIOException(outputFailed);
                    }
                });
    }

    private interface WaitingStep<T> {
        T run() throws IOException;
    }

    /// What broke the output is why the writer failed.
    private static Throwable cause(Throwable failure, ReportOutput out) {
        Throwable broken = out.broken();
        return broken == null ? failure : broken;
    }

    private Uni<Void> ended(TakenReport job, Throwable failure) {
        return switch (failure) {
            case ReportLost _ -> Uni.createFrom().voidItem();
            case ReportRefused refused -> jobs.fail(job, refused.line());
            case ReportTermRefused refused -> jobs.fail(job, line(refused));
            case ReportLacks lacks -> jobs.fail(job, lacks.line);
            default -> {
                stopped.accept(job, failure);
                if (!FailureKind.isOutage(failure)) yield jobs.fail(job, OUR_FAULT);
                boolean isLast = job.attempt() >= TakenReport.TRIES_MAX;
                yield isLast ? jobs.fail(job, OUTAGE) : jobs.giveBack(job);
            }
        };
    }

    private static String line(ReportTermRefused refused) {
        String all = String.join(", ", refused.allowed());
        return "限定条件 %1$s 只能是:%2$s · %1$s is one of: %2$s".formatted(refused.term(), all);
    }

    /// This hub does not have what it takes, and will not have it by itself.
    private static final class ReportLacks extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String line;

        ReportLacks(String line, @Nullable Throwable cause) {
            super(line, cause);
            this.line = line;
        }
    }
}
