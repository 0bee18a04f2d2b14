package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.report.year.StatementFigures.FeedYear;
import java.util.List;

/// Sources side by side: what each gave the division's own teachers and, where the scope is the
/// whole, what it delivered.
final class FeedTables {
    private static final ReportColumn FEED = ReportColumn.code("feed", "数据源", "source");
    private static final String CREDITS_BEFORE = "creditsBefore";

    static final ReportTable SOURCES =
            new ReportTable(
                    "sources",
                    new Text(
                            "来源并列(本辖区教师在本学年的记录)",
                            "Sources side by side (records of the division's own teachers, of the"
                                    + " school year)"),
                    List.of(
                            FEED,
                            ReportColumn.sum(ReportFigure.IN_FORCE),
                            ReportColumn.sum(ReportFigure.ASIDE),
                            ReportColumn.sum(ReportFigure.HELD),
                            ReportColumn.sum(ReportFigure.REFUSED),
                            ReportColumn.sum(ReportFigure.WITHDRAWN),
                            ReportColumn.sum(ReportFigure.HOURS),
                            ReportColumn.sum(ReportFigure.CREDITS),
                            // a teacher with records of two sources would be counted twice
                            ReportColumn.figure(ReportFigure.TEACHERS_IN_FORCE, ColumnTotal.NONE),
                            before("inForceBefore", ReportFigure.IN_FORCE),
                            before("hoursBefore", ReportFigure.HOURS),
                            before(CREDITS_BEFORE, ReportFigure.CREDITS),
                            change("inForceChange", ReportFigure.IN_FORCE),
                            change("hoursChange", ReportFigure.HOURS),
                            change("creditsChange", ReportFigure.CREDITS)));

    static final ReportTable DELIVERIES =
            new ReportTable(
                    "deliveries",
                    new Text(
                            "来源送达(整批数据:全部区划、全部学年)",
                            "What sources delivered (whole deliveries: all divisions, all school"
                                    + " years)"),
                    List.of(
                            FEED,
                            ReportColumn.sum(ReportFigure.DELIVERIES),
                            ReportColumn.sum(ReportFigure.DECLARED),
                            ReportColumn.sum(ReportFigure.RECEIVED),
                            ReportColumn.sum(ReportFigure.REJECTED),
                            ReportColumn.sum(ReportFigure.DUPLICATE),
                            ReportColumn.sum(ReportFigure.WAITING)));

    static final ReportChart CREDITS_BY_SOURCE =
            new ReportChart(
                    new Text("各来源入账学分:本学年与上学年", "Credits in force by source, with last year's"),
                    FEED.key(),
                    List.of(ReportFigure.CREDITS.key(), CREDITS_BEFORE),
                    false);

    private FeedTables() {}

    private static ReportColumn before(String key, ReportFigure figure) {
        Text title = new Text("上学年", "last year's ").plus(figure.term());
        return ReportColumn.titled(key, title, figure, ColumnTotal.SUM);
    }

    private static ReportColumn change(String key, ReportFigure figure) {
        Text title = figure.term().plus(new Text("增减", ", change"));
        return ReportColumn.titled(key, title, figure, ColumnTotal.SUM);
    }

    static SectionRows sources(List<FeedYear> feeds) {
        return new SectionRows(SOURCES, feeds.stream().map(FeedTables::source).toList());
    }

    private static ReportRow source(FeedYear feed) {
        DivisionSums now = feed.now();
        DivisionSums before = feed.before();
        long hours = now.inForceHours().hundredths();
        long hoursBefore = before.inForceHours().hundredths();
        return ReportRow.of(
                ReportCell.of(feed.feed()),
                ReportCell.of(now.inForce()),
                ReportCell.of(now.aside()),
                ReportCell.of(now.held()),
                ReportCell.of(now.refused()),
                ReportCell.of(feed.withdrawn()),
                ReportCell.of(hours),
                ReportCell.of(now.credits().hundredths()),
                ReportCell.of(now.teachersInForce()),
                ReportCell.of(before.inForce()),
                ReportCell.of(hoursBefore),
                ReportCell.of(before.credits().hundredths()),
                ReportCell.of(now.inForce() - before.inForce()),
                ReportCell.of(hours - hoursBefore),
                ReportCell.of(now.credits().minus(before.credits()).hundredths()));
    }

    static SectionRows deliveries(List<FeedSums> feeds) {
        return new SectionRows(DELIVERIES, feeds.stream().map(FeedTables::delivered).toList());
    }

    private static ReportRow delivered(FeedSums feed) {
        RecordCounts records = feed.records();
        return ReportRow.of(
                ReportCell.of(feed.feed()),
                ReportCell.of(feed.deliveries()),
                ReportCell.ofNullable(records.declared()),
                ReportCell.of(records.received()),
                ReportCell.of(records.rejected()),
                ReportCell.of(records.duplicate()),
                ReportCell.of(records.waiting()));
    }
}
