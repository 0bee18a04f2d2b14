package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import java.util.ArrayList;
import java.util.List;

/// A chart with its bars, before anybody draws them. Lengths are whole thousandths of the longest,
/// so that the same figures are drawn the same everywhere.
///
/// @param series the columns that are drawn
/// @param bars one for each row
record BarChart(
        Text title,
        Text table,
        List<ReportColumn> series,
        boolean isStacked,
        List<RowOfBars> bars) {
    static final int WHOLE = 1_000;

    /// Shares are drawn of all there is, not of the largest: half is half as long.
    private static final long ALL = 10_000;

    /// As many looks as bars can have and still be told apart without colours.
    private static final int LOOKS = 4;

    /// @param lengths in thousandths, one for each of the series
    /// @param values as they are printed; empty where nothing is said
    record RowOfBars(String label, List<Integer> lengths, List<String> values) {}

    static BarChart of(
            ReportChart chart, ReportTable table, List<ReportRow> rows, PrintedCells cells) {
        int label = table.place(chart.label());
        List<Integer> places = chart.columns().stream().map(table::place).toList();
        List<ReportColumn> series =
                places.stream().map(place -> table.columns().get(place)).toList();
        boolean isShare = series.stream().allMatch(column -> column.type() == CellType.SHARE);
        long longest = isShare ? ALL : 1;
        for (ReportRow row : rows) {
            long whole = 0;
            for (int place : places) {
                long value = value(row.cells().get(place));
                whole = chart.isStacked() ? Math.addExact(whole, value) : Math.max(whole, value);
            }
            longest = Math.max(longest, whole);
        }
        List<RowOfBars> bars = new ArrayList<>(rows.size());
        for (ReportRow row : rows) {
            List<Integer> lengths = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (int place : places) {
                ReportCell cell = row.cells().get(place);
                long length = Math.floorDiv(Math.multiplyExact(value(cell), WHOLE), longest);
                lengths.add(Math.toIntExact(length));
                values.add(cells.of(table.columns().get(place), cell));
            }
            String name = cells.of(table.columns().get(label), row.cells().get(label));
            bars.add(new RowOfBars(name, lengths, values));
        }
        return new BarChart(chart.title(), table.title(), series, chart.isStacked(), bars);
    }

    /// Whether there is a bar to be seen.
    boolean isAnything() {
        return bars.stream().flatMap(row -> row.lengths().stream()).anyMatch(one -> one > 0);
    }

    /// What is below nothing has no length.
    private static long value(ReportCell cell) {
        return cell instanceof Amount amount ? Math.max(0, amount.value()) : 0;
    }

    /// The class of a bar in the style.
    static String look(int series) {
        return "s" + series % LOOKS;
    }

    /// The values of a row, in the order of the series.
    static String joined(List<String> values) {
        return String.join(
                " · ", values.stream().map(value -> value.isEmpty() ? "—" : value).toList());
    }
}
