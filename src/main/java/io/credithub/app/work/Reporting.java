package io.credithub.app.work;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.MakeReport;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportDesk;
import io.credithub.flow.report.ReportDesk.ReportPlaces;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportWriters;
import io.credithub.flow.report.SettledMoments;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/// Puts reports together with all that gather and write them.
final class Reporting {
    private static final Logger LOG = Logger.getLogger(Reporting.class);
    private static final int WIDE_AT_ONCE = 1;

    @Produces
    @Singleton
    ReportCatalogue catalogue(@All List<ReportSource> sources, CataloguePlaces places) {
        List<ReportSource> naming = new ArrayList<>();
        for (ReportSource source : sources) naming.add(new NamingSource(source, places));
        return new ReportCatalogue(naming);
    }

    /// Knows what divisions are called by now before it begins.
    private record NamingSource(ReportSource source, CataloguePlaces places)
            implements ReportSource {
        @Override
        public ReportName name() {
            return source.name();
        }

        @Override
        public Set<String> terms() {
            return source.terms();
        }

        @Override
        public void check(Map<String, String> terms) {
            source.check(terms);
        }

        @Override
        public Uni<Void> prepare() {
            return source.prepare();
        }

        @Override
        public Uni<ReportDocument> open(ReportQuestion question) {
            return places.renewed().chain(() -> source.open(question));
        }
    }

    @Produces
    @Singleton
    ReportDesk desk(
            ReportJobs jobs,
            SettledMoments moments,
            ReportCatalogue catalogue,
            ReportWriters writers,
            ReportConfig config,
            InstantSource clock) {
        MakeReport making =
                new MakeReport(
                        jobs,
                        moments,
                        catalogue,
                        writers,
                        Infrastructure.getDefaultWorkerPool(),
                        Reporting::stopped);
        return new ReportDesk(jobs, making, new ReportPlaces(config.atOnce(), WIDE_AT_ONCE), clock);
    }

    private static void stopped(TakenReport job, Throwable failure) {
        LOG.warnf(
                failure,
                "a report stopped report=%d name=%s attempt=%d",
                job.id(),
                job.order().name().code(),
                job.attempt());
    }
}
