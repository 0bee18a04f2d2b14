package io.credithub.app.work;

import io.credithub.flow.feed.Feeds;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportWriters;
import io.credithub.flow.report.SettledMoments;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.table.BreakReportSource;
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
import io.credithub.store.connection.Snapshots;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresBreakReportFigures;
import io.credithub.store.report.PostgresYearFigures;
import io.credithub.store.review.CountyReading;
import io.credithub.store.review.PostgresAfterSigning;
import io.credithub.store.statement.PostgresKnownTeacherLists;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

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
            SettledMoments settled,
            CataloguePlaces places,
            Policies policies,
            Feeds feeds,
            ListTeachers lists) {
        return new SnapshotMoments(
                snapshots, settled, new FrozenGround(places, policies, feeds, lists));
    }

    /// What is no matter of the moment.
    private record FrozenGround(
            CataloguePlaces places, Policies policies, Feeds feeds, ListTeachers lists) {}

    private record SnapshotMoments(Snapshots snapshots, SettledMoments moments, FrozenGround ground)
            implements FreezeMoments {
        @Override
        public Uni<Instant> settled() {
            return moments.now();
        }

        @Override
        public <T> Uni<T> read(FrozenQuestion question, Function<FrozenMoment, Uni<T>> reading) {
            int year = question.schoolYear();
            int cycle = ground.policies().inForce().policy().cycleOfSchoolYear(year);
            return ground.places()
                    .renewed()
                    .chain(() ->
                            snapshots.read(
                                    question.asOf(),
                                    connection ->
                                            new CountyReading(
                                                            connection,
                                                            question.county(),
                                                            year,
                                                            cycle)
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
            PlaceNames places = ground.places();
            ReportHeads heads =
                    new ReportHeads(places, ground.policies(), new PostgresBasisReading(one));
            return new FrozenMoment(
                    places.at(question.asOf()).titleOf(question.county()),
                    county,
                    new ReportCatalogue(
                            List.of(
                                    new StatementReport(
                                            new PostgresYearFigures(one),
                                            heads,
                                            new PostgresAfterSigning(one, ground.policies())),
                                    new TeacherReportSource(
                                            new PostgresKnownTeacherLists(one),
                                            ground.lists(),
                                            heads),
                                    new BreakReportSource(
                                            new PostgresBreakReportFigures(one),
                                            ground.feeds(),
                                            heads))));
        }
    }

    /// Whoever wants a snapshot is given the one that there is.
    private record OneSnapshot(SqlConnection connection) implements Snapshots {
        @Override
        public <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading) {
            return reading.apply(connection);
        }

        @Override
        public <T> Uni<T> read(Instant moment, Function<SqlConnection, Uni<T>> reading) {
            return reading.apply(connection);
        }
    }
}
