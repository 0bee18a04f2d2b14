package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Breaks by age and owner, and by code and cause. Pure.
///
/// @param state of all that are counted
record BreakReportTables(BreakState state, List<BreakReportSum> sums) {
    private static final String TOTAL = "total";

    /// Whether more than ninety days have gone by.
    static boolean isOverdue(BreakAge age) {
        return switch (age) {
            case WEEK, MONTH, QUARTER -> false;
            case HALF_YEAR, OLDER -> true;
        };
    }

    /// What counts breaks in this state.
    ReportFigure figure() {
        return state == BreakState.OPEN ? ReportFigure.OPEN_BREAKS : ReportFigure.BREAKS;
    }

    long breaks() {
        return sums.stream().mapToLong(BreakReportSum::breaks).sum();
    }

    long overdue() {
        return sums.stream()
                .filter(sum -> isOverdue(sum.age()))
                .mapToLong(BreakReportSum::breaks)
                .sum();
    }

    long inQuestion() {
        return sums.stream().mapToLong(BreakReportSum::inQuestion).sum();
    }

    /// A row for each class of age, with breaks or without.
    ReportSection byAge() {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(ReportColumn.words("age", "已有天数", "days"));
        List<String> owners = new ArrayList<>();
        for (BreakOwner owner : BreakOwner.values()) {
            owners.add(key(owner));
            columns.add(counted(key(owner), owner.text()));
        }
        columns.add(counted(TOTAL, new Text("合计", "all")));
        columns.add(ReportColumn.sum(ReportFigure.IN_QUESTION));
        Text name = new Text("按天数与责任方", "By age and owner");
        ReportTable table = new ReportTable("ages", name, columns);
        Text title = new Text("差异的天数", "How old breaks are");
        return new ReportSection(table, List.of(new ReportChart(title, "age", owners, true)));
    }

    private ReportColumn counted(String key, Text title) {
        return ReportColumn.titled(key, title, figure(), ColumnTotal.SUM);
    }

    private static String key(BreakOwner owner) {
        String[] words = owner.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[i].substring(1));
        }
        return key.toString();
    }

    /// Of [#byAge].
    List<ReportRow> ages() {
        List<ReportRow> rows = new ArrayList<>();
        for (BreakAge age : BreakAge.values()) {
            Map<BreakOwner, Long> byOwner = new EnumMap<>(BreakOwner.class);
            long all = 0;
            long inQuestion = 0;
            for (BreakReportSum sum : sums) {
                if (sum.age() != age) continue;
                byOwner.merge(sum.owner(), sum.breaks(), Long::sum);
                all += sum.breaks();
                inQuestion += sum.inQuestion();
            }
            List<ReportCell> cells = new ArrayList<>();
            cells.add(ReportCell.of(words(age)));
            for (BreakOwner owner : BreakOwner.values()) {
                cells.add(ReportCell.of(byOwner.getOrDefault(owner, 0L).longValue()));
            }
            cells.add(ReportCell.of(all));
            cells.add(ReportCell.of(inQuestion));
            rows.add(new ReportRow(cells));
        }
        return rows;
    }

    private static Text words(BreakAge age) {
        return switch (age) {
            case WEEK -> new Text("7天以内", "0–7 days");
            case MONTH -> new Text("8–30天", "8–30 days");
            case QUARTER -> new Text("31–90天", "31–90 days");
            case HALF_YEAR -> new Text("91–180天", "91–180 days");
            case OLDER -> new Text("180天以上", "over 180 days");
        };
    }

    /// A row for each code and cause that occur, in the order of codes.
    ReportSection byCode() {
        ReportTable table =
                new ReportTable(
                        "codes",
                        new Text("按差异代码", "By code"),
                        List.of(
                                ReportColumn.code("code", "代码", "code"),
                                ReportColumn.words("meaning", "含义", "meaning"),
                                ReportColumn.code("cause", "原因", "cause"),
                                ReportColumn.words("owner", "通常责任方", "usual owner"),
                                counted("breaks", figure().term()),
                                ReportColumn.sum(ReportFigure.OVERDUE_BREAKS),
                                ReportColumn.sum(ReportFigure.IN_QUESTION),
                                ReportColumn.words("remedy", "处理办法", "what to do")));
        Text title = new Text("各代码的差异", "Breaks by code");
        return new ReportSection(
                table, List.of(new ReportChart(title, "meaning", List.of("breaks"), false)));
    }

    /// Of [#byCode].
    List<ReportRow> codes() {
        Map<CodedCause, long[]> all =
                new TreeMap<>(
                        Comparator.comparing(CodedCause::code).thenComparing(CodedCause::cause));
        for (BreakReportSum sum : sums) {
            String cause = sum.cause() == null ? "" : sum.cause();
            long[] of = all.computeIfAbsent(new CodedCause(sum.code(), cause), _ -> new long[3]);
            of[0] += sum.breaks();
            if (isOverdue(sum.age())) of[1] += sum.breaks();
            of[2] += sum.inQuestion();
        }
        List<ReportRow> rows = new ArrayList<>();
        all.forEach((key, of) ->
                rows.add(
                        ReportRow.of(
                                ReportCell.of(key.code().name()),
                                ReportCell.of(key.code().text()),
                                ReportCell.of(key.cause()),
                                ReportCell.of(key.code().owner().text()),
                                ReportCell.of(of[0]),
                                ReportCell.of(of[1]),
                                ReportCell.of(of[2]),
                                ReportCell.of(key.code().remedy()))));
        return rows;
    }

    /// @param cause empty: none
    private record CodedCause(BreakCode code, String cause) {}
}
