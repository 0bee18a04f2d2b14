package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
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

/// Figures against what was signed of them: those that are counted in one table, hours and credits
/// in another, so that a workbook has numbers in both. A table in which nothing is other is left
/// out.
final class SignedTables {
    private static final ReportTable COUNTS =
            table(
                    "adjustments",
                    new Text("签署后调整:人数与条数", "Adjustments after signing: what is counted"),
                    CellType.COUNT);

    private static final ReportTable AMOUNTS =
            table(
                    "adjustedAmounts",
                    new Text("签署后调整:学时与学分", "Adjustments after signing: hours and credits"),
                    CellType.HUNDREDTHS);

    private SignedTables() {}

    private static ReportTable table(String key, Text title, CellType type) {
        return new ReportTable(
                key,
                title,
                List.of(
                        ReportColumn.words("figure", "指标", "figure"),
                        ReportColumn.words("unit", "单位", "unit"),
                        ReportColumn.code("version", "签署版次", "signed version"),
                        ReportColumn.plain("signed", "签署数", "signed", type),
                        ReportColumn.plain("now", "现数", "now", type),
                        ReportColumn.plain("difference", "差", "difference", type)));
    }

    /// For a headline: who reads a signed year wants to know first that it is another now.
    static Text remark(SignedAdjustments since) {
        int changes = since.changes().size();
        return new Text(
                ";签署第%d版后有%d项指标变动".formatted(since.version(), changes),
                "; %s changed since version %d was signed"
                        .formatted(FigureWords.counted(changes, "figure"), since.version()));
    }

    static List<SectionRows> adjustments(SignedAdjustments since) {
        return List.of(rows(COUNTS, since, false), rows(AMOUNTS, since, true)).stream()
                .filter(one -> !one.rows().isEmpty())
                .toList();
    }

    private static SectionRows rows(
            ReportTable table, SignedAdjustments since, boolean isHundredths) {
        String version = Integer.toString(since.version());
        return new SectionRows(
                table,
                since.changes().stream()
                        .filter(one -> SignedTotals.isHundredths(one.figure()) == isHundredths)
                        .map(one -> row(one, version))
                        .toList());
    }

    private static ReportRow row(FigureChange change, String version) {
        ReportFigure figure = change.figure();
        return ReportRow.of(
                ReportCell.of(figure.term()),
                ReportCell.of(figure.unit().word()),
                ReportCell.of(version),
                ReportCell.of(change.signed()),
                ReportCell.of(change.now()),
                ReportCell.of(change.difference()));
    }
}
