package io.credithub.report;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import java.util.List;

/// Whether a line of totals stands under a table, and where it says what it is.
public final class TotalsLine {
    public static final Text TITLE = new Text("合计", "Total");

    private TotalsLine() {}

    public static boolean isUnder(ReportTable table, ReportRow totals) {
        return table.hasTotals()
                || totals.cells().stream().anyMatch(cell -> !cell.equals(ReportCell.NOTHING));
    }

    /// @return the first place where no total stands; -1 if there is none
    public static int labelPlace(ReportRow totals) {
        List<ReportCell> cells = totals.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).equals(ReportCell.NOTHING)) return i;
        }
        return -1;
    }
}
