package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.review.SignedTotals;
import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.year.AfterSigning.SignedAdjustments;
import java.util.List;

/// Figures against what was signed of them.
final class SignedTables {
    private static final ReportTable ADJUSTMENTS =
            new ReportTable(
                    "adjustments",
                    new Text("签署后调整", "Adjustments after signing"),
                    List.of(
                            ReportColumn.words("figure", "指标", "figure"),
                            ReportColumn.code("version", "签署版次", "signed version"),
                            ReportColumn.words("signed", "签署数", "signed"),
                            ReportColumn.words("now", "现数", "now"),
                            ReportColumn.words("difference", "差", "difference")));

    private SignedTables() {}

    static SectionRows adjustments(SignedAdjustments since) {
        String version = Integer.toString(since.version());
        return new SectionRows(
                ADJUSTMENTS, since.changes().stream().map(one -> row(one, version)).toList());
    }

    private static ReportRow row(FigureChange change, String version) {
        ReportFigure figure = change.figure();
        return ReportRow.of(
                ReportCell.of(figure.term()),
                ReportCell.of(version),
                ReportCell.of(words(figure, change.signed())),
                ReportCell.of(words(figure, change.now())),
                ReportCell.of(words(figure, change.difference())));
    }

    private static String words(ReportFigure figure, long amount) {
        return SignedTotals.isHundredths(figure)
                ? FigureWords.hundredths(amount)
                : FigureWords.count(amount);
    }
}
