package io.credithub.flow.report.year;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// A division's school year by county, each in one row, and by city where there are several. Its
/// sums are those of the statement of the same division.
@Singleton
public final class RollUpReport implements ReportSource {
    private static final int CITY_DIGITS = 4;

    private final YearFigures figures;
    private final ReportHeads heads;
    private final PlaceNames names;

    public RollUpReport(YearFigures figures, ReportHeads heads, PlaceNames names) {
        this.figures = figures;
        this.heads = heads;
        this.names = names;
    }

    @Override
    public ReportName name() {
        return ReportName.ROLL_UP;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearScope.of(question, heads);
        PlaceNames then = names.at(question.asOf());
        return figures.rollUp(scope, question.asOf())
                .chain(found ->
                        heads.above(question, ReportHeads.period(scope.schoolYear()), found.basis())
                                .map(head -> document(scope, head, found, then)));
    }

    private static ReportDocument document(
            YearScope scope, ReportPreamble head, RollUpFigures found, PlaceNames then) {
        PlaceTables tables = new PlaceTables(then);
        SectionRows counties = tables.rollUp(found);
        List<ReportPart> parts = new ArrayList<>();
        if (scope.within().prefix().length() < CITY_DIGITS) {
            parts.add(tables.cities(found).part(PlaceTables.TRAINED));
        }
        parts.add(counties.part(PlaceTables.TRAINED));
        return new ReportDocument(
                head.head(
                        new YearHeadline(counties, counties, counties).of(head),
                        keyFigures(counties)),
                parts);
    }

    private static List<KeyFigure> keyFigures(SectionRows counties) {
        ReportCell mean =
                PlaceTally.meanHours(
                        new Hours(counties.amount(ReportFigure.HOURS)),
                        counties.amount(ReportFigure.TEACHERS));
        return List.of(
                counties.sum(ReportFigure.TEACHERS),
                counties.sum(ReportFigure.TEACHERS_IN_FORCE),
                new KeyFigure(ReportFigure.SHARE, counties.total(ReportFigure.SHARE)),
                counties.sum(ReportFigure.IN_FORCE),
                counties.sum(ReportFigure.ASIDE),
                counties.sum(ReportFigure.HELD),
                counties.sum(ReportFigure.HOURS),
                new KeyFigure(ReportFigure.MEAN_HOURS, mean),
                counties.sum(ReportFigure.CREDITS),
                counties.sum(ReportFigure.OPEN_BREAKS),
                counties.sum(ReportFigure.IN_QUESTION));
    }
}
