package io.credithub.store.review;

import io.credithub.domain.Narrow;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals;
import io.credithub.flow.review.CountyMoment;
import io.credithub.flow.review.CountyMoment.FrozenMatching;
import io.credithub.flow.review.CountyMoment.FrozenVersions;
import io.credithub.flow.review.CountyMoment.LedgerEnd;
import io.credithub.flow.review.CountyMoment.NamedDigest;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A county's school year in the snapshot of a connection.
///
/// @param cycle that the school year is of
public record CountyReading(SqlConnection connection, String county, int schoolYear, int cycle) {
    /// @param seq the last line of the ledger
    /// @param pending changes that lists do not have yet
    record CountyTotals(SignedTotals totals, long seq, long pending) {}

    /// With all that it rests on.
    public Uni<CountyMoment> moment() {
        return Uni.combine()
                .all()
                .unis(
                        totals(),
                        one(CountySql.VERSIONS),
                        digests(CountySql.POLICIES, Tuple.tuple()),
                        digests(CountySql.MAPPINGS, year()))
                .usingConcurrencyOf(1)
                .with(CountyReading::put);
    }

    private static CountyMoment put(
            CountyTotals found, Row head, List<NamedDigest> policies, List<NamedDigest> mappings) {
        return new CountyMoment(
                new LedgerEnd(
                        head.getLong("last_seq"),
                        head.getLong("last_block"),
                        HexFormat.of().formatHex(head.getBuffer("last_hash").getBytes())),
                new FrozenVersions(
                        head.getLong("roster_version"),
                        head.getLong("register"),
                        new FrozenMatching(
                                head.getLong("matching"),
                                new NamedDigest(
                                        head.getString("matching_code"),
                                        head.getString("matching_digest"))),
                        head.getInteger("rulebook"),
                        policies,
                        mappings),
                found.totals(),
                found.pending());
    }

    private Tuple year() {
        return Tuple.of(county, Narrow.toShort(schoolYear));
    }

    private Uni<Row> one(String sql) {
        return connection.query(sql).execute().map(rows -> rows.iterator().next());
    }

    private Uni<List<NamedDigest>> digests(String sql, Tuple values) {
        return RowReading.all(
                connection,
                sql,
                values,
                row -> new NamedDigest(row.getString("name"), row.getString("digest")));
    }

    Uni<CountyTotals> totals() {
        Tuple values = year().addShort(Narrow.toShort(cycle)).addInteger(schoolYear - cycle + 1);
        return connection
                .preparedQuery(CountySql.TOTALS)
                .execute(values)
                .map(rows -> totals(rows.iterator().next()));
    }

    private static CountyTotals totals(Row row) {
        Map<ReportFigure, Long> amounts = new EnumMap<>(ReportFigure.class);
        amounts.put(ReportFigure.TEACHERS, row.getLong("teachers"));
        amounts.put(ReportFigure.TEACHERS_IN_FORCE, row.getLong("persons"));
        amounts.put(ReportFigure.IN_FORCE, row.getLong("posted"));
        amounts.put(ReportFigure.ASIDE, row.getLong("aside"));
        amounts.put(ReportFigure.HELD, row.getLong("held"));
        amounts.put(ReportFigure.REFUSED, row.getLong("refused"));
        amounts.put(ReportFigure.HOURS, row.getLong("posted_hours"));
        amounts.put(ReportFigure.CREDITS, row.getLong("posted_credits"));
        amounts.put(ReportFigure.RECOGNISED, row.getLong("recognised"));
        amounts.put(ReportFigure.QUALIFIED, row.getLong("qualified"));
        amounts.put(ReportFigure.SHORT, row.getLong("short"));
        amounts.put(ReportFigure.OPEN_BREAKS, row.getLong("open_breaks"));
        return new CountyTotals(
                new SignedTotals(amounts), row.getLong("last_seq"), row.getLong("pending"));
    }
}
