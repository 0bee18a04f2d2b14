package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a run changed, and what it left by county, and by county and code. Pure.
///
/// @param titleOf what a division is called
record RunSummaryTables(BreakRun run, Function<String, Text> titleOf) {
    static ReportSection changed() {
        return ReportSection.of(
                new ReportTable(
                        "changes",
                        new Text("本次变化", "What changed"),
                        List.of(
                                ReportColumn.words("change", "变化", "change"),
                                ReportColumn.figure(ReportFigure.BREAKS, ColumnTotal.NONE))));
    }

    /// Of [#changed].
    List<ReportRow> changes() {
        RunCounts counts = run.counts();
        return List.of(
                change("本次发现(含仅告知)", "found, for information too", counts.found()),
                change("新出现", "opened", counts.opened()),
                change("重新出现", "reopened", counts.reopened()),
                change("有变化", "changed", counts.changed()),
                change("已更正", "corrected", counts.corrected()));
    }

    private static ReportRow change(String zh, String en, long breaks) {
        return ReportRow.of(ReportCell.of(new Text(zh, en)), ReportCell.of(breaks));
    }

    static ReportSection byCounty() {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(ReportColumn.code("division", "区划代码", "division"));
        columns.add(ReportColumn.words("place", "区划", "place"));
        List<String> states = new ArrayList<>();
        for (BreakState state : BreakState.values()) {
            String key = state.name().toLowerCase(Locale.ROOT);
            states.add(key);
            columns.add(
                    ReportColumn.titled(key, state.text(), ReportFigure.BREAKS, ColumnTotal.SUM));
        }
        columns.add(ReportColumn.sum(ReportFigure.IN_QUESTION));
        Text title = new Text("按县(区)", "By county");
        return new ReportSection(
                new ReportTable("counties", title, columns),
                List.of(new ReportChart(title, "place", states, true)));
    }

    /// Of [#byCounty].
    List<ReportRow> counties() {
        int states = BreakState.values().length;
        Map<String, long[]> all = new TreeMap<>();
        for (BreakSum sum : run.summary()) {
            long[] of = all.computeIfAbsent(sum.division(), _ -> new long[states + 1]);
            of[List.of(BreakState.values()).indexOf(sum.state())] += sum.breaks();
            if (sum.state() == BreakState.OPEN) of[states] += sum.inQuestion().hundredths();
        }
        List<ReportRow> rows = new ArrayList<>();
        all.forEach((division, of) -> {
            List<ReportCell> cells = new ArrayList<>();
            cells.add(ReportCell.of(division));
            cells.add(ReportCell.of(titleOf.apply(division)));
            for (long amount : of) cells.add(ReportCell.of(amount));
            rows.add(new ReportRow(cells));
        });
        return rows;
    }

    static ReportSection byCode() {
        return ReportSection.of(
                new ReportTable(
                        "codes",
                        new Text("按区划与差异代码", "By division and code"),
                        List.of(
                                ReportColumn.code("division", "区划代码", "division"),
                                ReportColumn.words("place", "区划", "place"),
                                ReportColumn.code("code", "代码", "code"),
                                ReportColumn.words("meaning", "含义", "meaning"),
                                ReportColumn.words("owner", "责任方", "owner"),
                                ReportColumn.words("state", "状态", "state"),
                                ReportColumn.sum(ReportFigure.BREAKS))));
    }

    /// Of [#byCode]: in the order in which the run tells them.
    List<ReportRow> codes() {
        return run.summary().stream()
                .map(sum ->
                        ReportRow.of(
                                ReportCell.of(sum.division()),
                                ReportCell.of(titleOf.apply(sum.division())),
                                ReportCell.of(sum.code().name()),
                                ReportCell.of(sum.code().text()),
                                ReportCell.of(sum.owner().text()),
                                ReportCell.of(sum.state().text()),
                                ReportCell.of(sum.breaks())))
                .toList();
    }
}
