package io.credithub.app.work;

import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportWriters;
import io.credithub.flow.report.table.BreakReportSource;
import io.credithub.flow.report.table.TableReportHeads;
import io.credithub.flow.report.teacher.TeacherReportSource;
import io.credithub.flow.report.year.StatementReport;
import io.credithub.flow.review.CountyMoment;
import io.credithub.flow.review.FreezeMoments;
import io.credithub.flow.review.FreezeReports;
import io.credithub.flow.review.PrepareSignOff;
import io.credithub.flow.review.SignOffs;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.VerdictBook;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.report.PostgresBreakReportFigures;
import io.credithub.store.report.PostgresYearFigures;
import io.credithub.store.review.CountyReading;
import io.credithub.store.review.PostgresAfterSigning;
import io.credithub.store.statement.PostgresTeacherLists;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Puts together what is frozen when a statement is prepared: the reports that anybody may ask for,
/// reading in one snapshot.
final class SigningOff {
    @Produces
    @Singleton
    PrepareSignOff preparing(
            SignOffs signOffs,
            FreezeMoments moments,
            ReportWriters writers,
            KeepVerdicts lists,
            Policies policies,
            InstantSource clock) {
        FreezeReports reports = new FreezeReports(writers, Infrastructure.getDefaultWorkerPool());
        return new PrepareSignOff(signOffs, moments, reports, lists, policies, clock);
    }

    @Produces
    @Singleton
    FreezeMoments moments(
            Snapshots snapshots,
            CataloguePlaces places,
            Policies policies,
            TableReportHeads heads) {
        return new SnapshotMoments(snapshots, places, policies, heads);
    }

    private record SnapshotMoments(
            Snapshots snapshots, CataloguePlaces places, Policies policies, TableReportHeads heads)
            implements FreezeMoments {
        @Override
        public <T> Uni<T> read(FrozenQuestion question, Function<FrozenMoment, Uni<T>> reading) {
            int year = question.schoolYear();
            int cycle = policies.inForce().policy().cycleOfSchoolYear(year);
            return places.renewed()
                    .chain(() ->
                            snapshots.read(connection ->
                                    new CountyReading(connection, question.county(), year, cycle)
                                            .moment()
                                            .chain(county ->
                                                    reading.apply(
                                                            moment(
                                                                    connection,
                                                                    question,
                                                                    county)))));
        }

        private FrozenMoment moment(
                SqlConnection connection, FrozenQuestion question, CountyMoment county) {
            Snapshots one = new OneSnapshot(connection);
            InstantSource then = InstantSource.fixed(question.asOf());
            PostgresTeacherLists lists = new PostgresTeacherLists(connection);
            KeepVerdicts kept = new KeepVerdicts(new ReadBook(county.pending()), policies, then);
            return new FrozenMoment(
                    places.titleOf(question.county()),
                    county,
                    new ReportCatalogue(
                            List.of(
                                    new StatementReport(
                                            new PostgresYearFigures(one),
                                            policies,
                                            places,
                                            new PostgresAfterSigning(one, policies)),
                                    new TeacherReportSource(
                                            lists,
                                            new ListTeachers(lists, kept, policies, then),
                                            places,
                                            policies),
                                    new BreakReportSource(
                                            new PostgresBreakReportFigures(one), heads))));
        }
    }

    /// Whoever wants a snapshot is given the one that there is.
    private record OneSnapshot(SqlConnection connection) implements Snapshots {
        @Override
        public <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading) {
            return reading.apply(connection);
        }
    }

    /// Rows of lists in a snapshot: nothing comes into them any more.
    private record ReadBook(long changes) implements VerdictBook {
        @Override
        public Uni<BookStep> next(IntFunction<Uni<RowMaker>> makers) {
            return Uni.createFrom().item(BookStep.DONE);
        }

        @Override
        public Uni<PendingRows> pending() {
            return Uni.createFrom().item(new PendingRows(null, changes, 0));
        }
    }
}
