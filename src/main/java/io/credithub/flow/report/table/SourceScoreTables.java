package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.TableSums;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreDelay;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreDeliveries;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreQuestion;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreRecords;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreSums;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row for each source: of its records, and of its deliveries as far as they are the asker's to
/// know. Pure.
record SourceScoreTables(SourceScoreQuestion question, SourceScoreSums sums) {
    private static final String FEED = "feed";

    private static final ReportTable DELIVERIES =
            new ReportTable(
                    "deliveries",
                    new Text("本学年送达的数据", "What was delivered in the school year"),
                    List.of(
                            ReportColumn.code(FEED, "数据源", "source"),
                            ReportColumn.sum(ReportFigure.DELIVERIES),
                            ReportColumn.sum(ReportFigure.DECLARED),
                            ReportColumn.sum(ReportFigure.RECEIVED),
                            ReportColumn.sum(ReportFigure.ACCEPTED),
                            ReportColumn.sum(ReportFigure.REJECTED),
                            ReportColumn.figure(
                                    ReportFigure.REJECTED_SHARE,
                                    new ShareOf("rejected", "received")),
                            ReportColumn.sum(ReportFigure.DUPLICATE),
                            ReportColumn.sum(ReportFigure.WAITING),
                            ReportColumn.plain("lastOn", "最近送达", "last on", CellType.DAY),
                            ReportColumn.figure(ReportFigure.SILENCE, ColumnTotal.NONE),
                            ReportColumn.figure(ReportFigure.LONGEST_SILENCE, ColumnTotal.NONE)));

    /// Of records; what waits is nobody's yet.
    private ReportTable recordTable() {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(ReportColumn.code(FEED, "数据源", "source"));
        columns.add(ReportColumn.sum(ReportFigure.YEAR_RECORDS));
        columns.add(ReportColumn.sum(ReportFigure.MATCHED));
        columns.add(
                ReportColumn.figure(ReportFigure.MATCH_RATE, new ShareOf("matched", "records")));
        columns.add(ReportColumn.sum(ReportFigure.IN_FORCE));
        columns.add(ReportColumn.sum(ReportFigure.ASIDE));
        columns.add(ReportColumn.sum(ReportFigure.HELD));
        columns.add(ReportColumn.sum(ReportFigure.REFUSED));
        if (question.isWhole()) columns.add(ReportColumn.sum(ReportFigure.WAITING));
        columns.add(ReportColumn.sum(ReportFigure.WITHDRAWN));
        columns.add(ReportColumn.sum(ReportFigure.LATE));
        columns.add(ReportColumn.figure(ReportFigure.LATE_SHARE, new ShareOf("late", "inForce")));
        columns.add(ReportColumn.figure(ReportFigure.MEDIAN_DAYS, ColumnTotal.NONE));
        columns.add(ReportColumn.sum(ReportFigure.HOURS));
        columns.add(ReportColumn.sum(ReportFigure.CREDITS));
        columns.add(ReportColumn.sum(ReportFigure.OPEN_BREAKS));
        columns.add(ReportColumn.sum(ReportFigure.IN_QUESTION));
        Text title = new Text("本学年结业的记录", "Records of trainings completed in the school year");
        return new ReportTable("records", title, columns);
    }

    ReportSection byRecords() {
        List<String> parts = new ArrayList<>(List.of("inForce", "aside", "held", "refused"));
        if (question.isWhole()) parts.add("waiting");
        return new ReportSection(
                recordTable(),
                List.of(
                        new ReportChart(new Text("记录的去向", "Where records are"), FEED, parts, true),
                        chart("matchRate", ReportFigure.MATCH_RATE),
                        chart("lateShare", ReportFigure.LATE_SHARE)));
    }

    static ReportSection byDeliveries() {
        return new ReportSection(
                DELIVERIES,
                List.of(
                        chart("rejectedShare", ReportFigure.REJECTED_SHARE),
                        chart("longestSilence", ReportFigure.LONGEST_SILENCE)));
    }

    private static ReportChart chart(String column, ReportFigure figure) {
        return new ReportChart(figure.term().capital(), FEED, List.of(column), false);
    }

    /// Of [#byRecords].
    List<ReportRow> records() {
        List<ReportRow> rows = new ArrayList<>();
        for (SourceScoreRecords of : sums.records()) {
            List<ReportCell> cells = new ArrayList<>();
            cells.add(ReportCell.of(of.feed()));
            cells.add(ReportCell.of(of.all()));
            cells.add(ReportCell.of(of.matched()));
            cells.add(ReportCell.NOTHING);
            cells.add(ReportCell.of(of.inForce()));
            cells.add(ReportCell.of(of.aside()));
            cells.add(ReportCell.of(of.held()));
            cells.add(ReportCell.of(of.refused()));
            if (question.isWhole()) cells.add(ReportCell.of(of.waiting()));
            cells.add(ReportCell.of(of.withdrawn()));
            cells.add(sums.isReconciled() ? ReportCell.of(of.late()) : ReportCell.NOTHING);
            cells.add(ReportCell.NOTHING);
            cells.add(ReportCell.ofNullable(median(of.feed())));
            cells.add(ReportCell.of(of.hours()));
            cells.add(ReportCell.of(of.credits()));
            cells.add(ReportCell.of(of.openBreaks()));
            cells.add(ReportCell.of(of.inQuestion()));
            rows.add(new ReportRow(cells));
        }
        return rows;
    }

    /// The fewest days within which half of them came, or more.
    private @Nullable Long median(String feed) {
        List<SourceScoreDelay> own =
                sums.delays().stream().filter(delay -> delay.feed().equals(feed)).toList();
        long all = own.stream().mapToLong(SourceScoreDelay::records).sum();
        long so = 0;
        for (SourceScoreDelay delay : own) {
            so += delay.records();
            if (2 * so >= all) return delay.days();
        }
        return null;
    }

    /// Of [#byDeliveries].
    List<ReportRow> deliveries() {
        return sums.deliveries().stream().map(this::delivered).toList();
    }

    private ReportRow delivered(SourceScoreDeliveries of) {
        Instant last = of.lastAt();
        LocalDate on = last == null ? null : LocalDate.ofInstant(last, question.zone());
        return ReportRow.of(
                ReportCell.of(of.feed()),
                ReportCell.of(of.deliveries()),
                ReportCell.ofNullable(of.declared()),
                ReportCell.of(of.received()),
                ReportCell.of(of.accepted()),
                ReportCell.of(of.rejected()),
                ReportCell.NOTHING,
                ReportCell.of(of.duplicate()),
                ReportCell.of(of.waiting()),
                ReportCell.of(on),
                ReportCell.ofNullable(silence(of)),
                ReportCell.ofNullable(of.longestSilence()));
    }

    @Nullable Long silence(SourceScoreDeliveries of) {
        Instant last = of.lastAt();
        return last == null
                ? null
                : (Long) Math.max(0, Duration.between(last, question.asOf()).toDays());
    }

    /// What stands under a column of [#byRecords].
    ReportCell ofAllRecords(ReportFigure figure) {
        return total(recordTable(), records(), figure);
    }

    /// What stands under a column of [#byDeliveries].
    ReportCell ofAllDeliveries(ReportFigure figure) {
        return total(DELIVERIES, deliveries(), figure);
    }

    private static ReportCell total(ReportTable table, List<ReportRow> rows, ReportFigure figure) {
        TableSums all = new TableSums(table);
        for (ReportRow row : rows) all.add(row);
        return all.totals().cells().get(table.place(figure.key()));
    }

    /// 0 where nothing is counted.
    long amountOf(ReportFigure figure) {
        return ofAllRecords(figure) instanceof Amount(long value) ? value : 0;
    }
}
