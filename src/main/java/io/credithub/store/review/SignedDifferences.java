package io.credithub.store.review;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals;
import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.flow.breaks.BreakQuestion;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.flow.review.SignOffManifest;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.review.CountyReading.CountyTotals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Counties' school years that come to something else now than what was signed last: one difference
/// for each.
@Singleton
public class SignedDifferences implements DiscrepancySource {
    private static final String CAUSE = "SIGNED";
    private static final String FIELD = "/signed/";

    private final Snapshots snapshots;

    public SignedDifferences(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Set<BreakAspect> aspects() {
        return Set.of(BreakAspect.SIGNED_STATEMENT);
    }

    @Override
    public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
        Integer year = question.scope().schoolYear();
        Tuple scope =
                Tuple.of(question.scope().within().prefix())
                        .addShort(year == null ? null : Narrow.toShort(year));
        return snapshots.read(connection ->
                connection
                        .preparedQuery(SignOffSql.SIGNED)
                        .execute(scope)
                        .chain(rows ->
                                Multi.createFrom()
                                        .iterable(rows)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                row -> compared(connection, row, question))
                                        .collect()
                                        .asList())
                        .chain(all -> note.apply(all.stream().flatMap(List::stream).toList())));
    }

    private static Uni<List<Discrepancy>> compared(
            SqlConnection connection, Row row, BreakQuestion question) {
        int year = row.getInteger("school_year");
        int cycle = question.today().calendar().cycleOfSchoolYear(year);
        SignOffManifest signed = SignOffManifest.read(row.getBuffer("manifest").getBytes());
        return new CountyReading(connection, row.getString("division"), year, cycle)
                .totals()
                .map(now -> differences(signed, now));
    }

    private static List<Discrepancy> differences(SignOffManifest signed, CountyTotals now) {
        SignedTotals totals = signed.amounts();
        List<FieldDifference> fields = new ArrayList<>();
        for (FigureChange change : totals.changes(now.totals(), now.pending() == 0)) {
            fields.add(
                    new FieldDifference(
                            FIELD + change.figure().key(),
                            written(change.figure(), change.now()),
                            written(change.figure(), change.signed()),
                            BreakCode.DECIDED_YEAR_CHANGED));
        }
        if (fields.isEmpty()) return List.of();
        String county = signed.county().code();
        return List.of(
                new Discrepancy(
                        BreakSubject.ofSigned(county, signed.schoolYear()),
                        new BreakPlace(0, county, null, signed.schoolYear()),
                        null,
                        null,
                        sides(ReportFigure.HOURS, now.totals(), totals),
                        sides(ReportFigure.CREDITS, now.totals(), totals),
                        fields,
                        BreakCode.DECIDED_YEAR_CHANGED,
                        false,
                        CAUSE));
    }

    private static BothSides sides(ReportFigure figure, SignedTotals now, SignedTotals signed) {
        return BothSides.of(now.amount(figure), signed.amount(figure));
    }

    private static String written(ReportFigure figure, long amount) {
        return SignedTotals.isHundredths(figure)
                ? new Credits(amount).toString()
                : Long.toString(amount);
    }
}
