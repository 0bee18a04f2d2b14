package io.credithub.domain.report;

import io.credithub.domain.report.ColumnTotal.NoTotal;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ColumnTotal.Sum;
import io.credithub.domain.report.ReportCell.Amount;
import java.util.ArrayList;
import java.util.List;

/// Sums up a table while its rows go by, and computes the shares in each. It is the only place
/// where a report adds up, whatever it is written as.
public final class TableSums {
    private static final long WHOLE = 10_000;

    private final ReportTable table;
    private final long[] sums;
    private final boolean[] isStated;
    private long rows;

    public TableSums(ReportTable table) {
        this.table = table;
        sums = new long[table.columns().size()];
        isStated = new boolean[sums.length];
    }

    /// @return the row with its shares
    /// @throws IllegalArgumentException if it has another number of cells than the table columns
    /// @throws ArithmeticException if a sum does not fit: a caller's bug
    public ReportRow add(ReportRow row) {
        if (row.cells().size() != sums.length) {
            throw new IllegalArgumentException(
                    row.cells().size() + " cells for " + sums.length + " columns");
        }
        rows++;
        for (int i = 0; i < sums.length; i++) {
            if (row.cells().get(i) instanceof Amount amount) {
                sums[i] = Math.addExact(sums[i], amount.value());
                isStated[i] = true;
            }
        }
        return withShares(row.cells());
    }

    public long rows() {
        return rows;
    }

    /// What stands under the table: sums where they are wanted, shares of sums, nothing elsewhere.
    public ReportRow totals() {
        List<ReportCell> cells = new ArrayList<>(sums.length);
        for (int i = 0; i < sums.length; i++) {
            boolean isSum = table.columns().get(i).total() instanceof Sum && isStated[i];
            cells.add(isSum ? new Amount(sums[i]) : ReportCell.NOTHING);
        }
        // A share alone is of sums that nobody sees.
        if (!table.hasTotals()) return new ReportRow(cells);
        List<ReportCell> shares = new ArrayList<>(cells);
        for (int i = 0; i < sums.length; i++) {
            if (!(table.columns().get(i).total() instanceof ShareOf of)) continue;
            int part = table.place(of.part());
            int whole = table.place(of.whole());
            shares.set(i, share(isStated[part], sums[part], isStated[whole], sums[whole]));
        }
        return new ReportRow(shares);
    }

    private ReportRow withShares(List<ReportCell> cells) {
        List<ReportCell> all = new ArrayList<>(cells);
        for (int i = 0; i < sums.length; i++) {
            switch (table.columns().get(i).total()) {
                case ShareOf of ->
                        all.set(i, share(cells.get(table.place(of.part())), cells, of.whole()));
                case NoTotal _, Sum _ -> {}
            }
        }
        return new ReportRow(all);
    }

    private ReportCell share(ReportCell part, List<ReportCell> cells, String whole) {
        ReportCell of = cells.get(table.place(whole));
        return part instanceof Amount(long some) && of instanceof Amount(long all)
                ? share(true, some, true, all)
                : ReportCell.NOTHING;
    }

    /// HALF_UP, in hundredths of a percent.
    private static ReportCell share(
            boolean isPartStated, long part, boolean isWholeStated, long whole) {
        if (!isPartStated || !isWholeStated || whole == 0) return ReportCell.NOTHING;
        return new Amount(Math.floorDiv(Math.addExact(2 * WHOLE * part, whole), 2 * whole));
    }
}
