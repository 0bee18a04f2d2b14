package io.credithub.store.report;

import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportLost;
import io.credithub.flow.report.ReportOrder;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Jobs as rows, and their files in pieces. Time is the database's, so that all processes have one.
@Singleton
public final class PostgresReportJobs implements ReportJobs {
    /// For how long a process that says nothing is taken to be at work.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final double MILLIS = 1000;

    /// Five formats in three languages.
    private static final int VERIFIED_MAX = 15;

    private final Pool pool;
    private final double lease;

    @Inject
    public PostgresReportJobs(Pool pool) {
        this(pool, LEASE);
    }

    public PostgresReportJobs(Pool pool, Duration lease) {
        this.pool = pool;
        this.lease = seconds(lease);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }

    @Override
    public Uni<Optional<AskedReport>> ask(ReportOrder order, int openMax) {
        return rows(ReportJobSql.ASK, ReportJobRows.ordered(order, openMax))
                .map(rows ->
                        RowReading.list(
                                        rows,
                                        row ->
                                                new AskedReport(
                                                        ReportJobRows.job(row),
                                                        row.getBoolean("is_new")))
                                .stream()
                                .findFirst());
    }

    @Override
    public Uni<Optional<ReportJob>> find(int id) {
        return rows(ReportJobSql.ONE, Tuple.of(id))
                .map(rows -> RowReading.list(rows, ReportJobRows::job).stream().findFirst());
    }

    @Override
    public Uni<List<ReportJob>> verified(String code) {
        return rows(ReportJobSql.VERIFIED, Tuple.of(code, VERIFIED_MAX))
                .map(rows -> RowReading.list(rows, ReportJobRows::job));
    }

    @Override
    public Uni<List<ReportJob>> askedBy(String key, int before, int most) {
        return rows(ReportJobSql.NEWEST, Tuple.of(key, before, most))
                .map(rows -> RowReading.list(rows, ReportJobRows::job));
    }

    @Override
    public Uni<Boolean> cancel(int id) {
        return rows(ReportJobSql.CANCEL, Tuple.of(id))
                .map(rows -> rows.rowCount() > 0)
                .call(isCancelled -> isCancelled ? forget(id) : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Optional<TakenReport>> take(ReportLane lane, Instant asOf) {
        Tuple free = Tuple.of(asOf.atOffset(ZoneOffset.UTC), lease, lane.wide(), lane.paper());
        return rows(ReportJobSql.GIVE_UP, Tuple.of(TakenReport.TRIES_MAX, TakenReport.GIVEN_UP))
                .chain(() -> rows(ReportJobSql.TAKE, free))
                .map(rows -> RowReading.list(rows, ReportJobRows::taken).stream().findFirst())
                .call(taken ->
                        taken.isEmpty() ? Uni.createFrom().voidItem() : forget(taken.get().id()));
    }

    @Override
    public Uni<Void> told(TakenReport job, Instant asOf) {
        Tuple values = Tuple.of(job.id(), job.attempt(), asOf.atOffset(ZoneOffset.UTC));
        return ours(job, ReportJobSql.TELL, values);
    }

    @Override
    public Uni<Boolean> beat(TakenReport job, long rows) {
        return rows(ReportJobSql.BEAT, sign(job, rows)).map(told -> told.rowCount() > 0);
    }

    @Override
    public Uni<Void> put(TakenReport job, int no, byte[] piece, long rows) {
        Tuple values = sign(job, rows).addInteger(no).addValue(Buffer.buffer(piece));
        return ours(job, ReportJobSql.PUT, values);
    }

    private Tuple sign(TakenReport job, long rows) {
        return Tuple.of(job.id(), job.attempt(), rows, lease);
    }

    @Override
    public Uni<Void> finish(TakenReport job, ReportMark mark, long rows) {
        Tuple values =
                Tuple.of(job.id(), job.attempt(), rows, mark.bytes())
                        .addValue(Buffer.buffer(HexFormat.of().parseHex(mark.sha256())))
                        .addString(mark.code());
        return ours(job, ReportJobSql.FINISH, values);
    }

    private Uni<Void> ours(TakenReport job, String sql, Tuple values) {
        return rows(sql, values)
                .invoke(done -> {
                    if (done.rowCount() == 0) throw new ReportLost(job.id());
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> fail(TakenReport job, String failure) {
        return rows(ReportJobSql.FAIL, Tuple.of(job.id(), job.attempt(), failure))
                .chain(failed ->
                        failed.rowCount() == 0 ? Uni.createFrom().voidItem() : forget(job.id()));
    }

    @Override
    public Uni<Void> giveBack(TakenReport job) {
        return rows(ReportJobSql.GIVE_BACK, Tuple.of(job.id(), job.attempt())).replaceWithVoid();
    }

    @Override
    public Uni<Integer> expire(Duration kept) {
        return rows(ReportJobSql.EXPIRE, Tuple.of(seconds(kept)))
                .map(RowSet::rowCount)
                .call(() -> pool.query(ReportJobSql.SWEEP).execute());
    }

    @Override
    public Uni<Optional<byte[]>> piece(int id, int no) {
        return rows(ReportJobSql.PIECE, Tuple.of(id, no))
                .map(rows ->
                        RowReading.list(rows, row -> row.getBuffer("piece").getBytes()).stream()
                                .findFirst());
    }

    private Uni<Void> forget(int id) {
        return rows(ReportJobSql.FORGET, Tuple.of(id)).replaceWithVoid();
    }

    private Uni<RowSet<Row>> rows(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }
}
