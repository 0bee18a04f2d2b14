package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportName;
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

    public RollUpReport(YearFigures figures, ReportHeads heads) {
        this.figures = figures;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.ROLL_UP;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearScope.of(question, heads);
        return figures.rollUp(scope, question.asOf())
                .chain(found ->
                        heads.above(question, ReportHeads.period(scope.schoolYear()), found.basis())
                                .map(head -> document(scope, head, found)));
    }

    private static ReportDocument document(
            YearScope scope, ReportPreamble head, RollUpFigures found) {
        PlaceTables tables = new PlaceTables(head::titleOf);
        SectionRows counties = tables.rollUp(found);
        List<ReportPart> parts = new ArrayList<>();
        if (scope.within().prefix().length() < CITY_DIGITS) {
            parts.add(tables.cities(found).part(PlaceTables.TRAINED));
        }
        parts.add(counties.part(PlaceTables.TRAINED));
        return new ReportDocument(
                new YearHead(counties, counties, counties).head(head, Text.EMPTY), parts);
    }
}
