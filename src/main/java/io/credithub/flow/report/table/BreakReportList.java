package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportLine;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportSide;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Breaks one by one. Pure.
///
/// @param asOf until when they have an age
/// @param zone by which days they appeared
/// @param titleOf what a division is called
record BreakReportList(Instant asOf, ZoneId zone, Function<String, Text> titleOf) {
    private static final ReportTable TABLE =
            new ReportTable(
                    "breaks",
                    new Text("差异明细", "Each break"),
                    List.of(
                            ReportColumn.code("division", "区划代码", "division"),
                            ReportColumn.words("place", "区划", "place"),
                            ReportColumn.code("schoolCode", "学校代码", "school code"),
                            ReportColumn.words("school", "学校", "school"),
                            ReportColumn.code("teacherNo", "教师编号", "teacher"),
                            ReportColumn.plain(
                                    "schoolYear", "学年", "school year", CellType.SCHOOL_YEAR),
                            ReportColumn.code("code", "代码", "code"),
                            ReportColumn.words("meaning", "含义", "meaning"),
                            ReportColumn.words("owner", "责任方", "owner"),
                            ReportColumn.words("assignee", "承办", "assignee"),
                            ReportColumn.plain("openedOn", "出现日期", "since", CellType.DAY),
                            ReportColumn.figure(ReportFigure.BREAK_AGE, ColumnTotal.NONE),
                            ReportColumn.code("ourFeed", "我方来源", "our source"),
                            ReportColumn.code("ourRecord", "我方记录", "our record"),
                            ReportColumn.code("theirFeed", "对方来源", "their source"),
                            ReportColumn.code("theirRecord", "对方记录", "their record"),
                            ReportColumn.words("ours", "我方内容", "ours"),
                            ReportColumn.words("theirs", "对方内容", "theirs"),
                            ReportColumn.figure(ReportFigure.HOURS_OURS, ColumnTotal.NONE),
                            ReportColumn.figure(ReportFigure.HOURS_THEIRS, ColumnTotal.NONE),
                            ReportColumn.figure(ReportFigure.CREDITS_OURS, ColumnTotal.NONE),
                            ReportColumn.figure(ReportFigure.CREDITS_THEIRS, ColumnTotal.NONE),
                            ReportColumn.sum(ReportFigure.IN_QUESTION)));

    static ReportSection section() {
        return ReportSection.of(TABLE);
    }

    ReportRow row(BreakReportLine line) {
        BreakReportSide ours = line.ours();
        BreakReportSide theirs = line.theirs();
        return ReportRow.of(
                ReportCell.of(line.division()),
                ReportCell.of(titleOf.apply(line.division())),
                ReportCell.of(line.school()),
                ReportCell.of(line.schoolName()),
                ReportCell.of(line.teacherNo()),
                line.schoolYear() == 0 ? ReportCell.NOTHING : ReportCell.of(line.schoolYear()),
                ReportCell.of(line.code().name()),
                ReportCell.of(line.code().text()),
                ReportCell.of(line.owner().text()),
                ReportCell.of(line.assignee()),
                ReportCell.of(LocalDate.ofInstant(line.openedAt(), zone)),
                ReportCell.of(age(line)),
                ReportCell.of(ours.feed()),
                ReportCell.of(ours.recordId()),
                ReportCell.of(theirs.feed()),
                ReportCell.of(theirs.recordId()),
                ReportCell.of(ours.value()),
                ReportCell.of(theirs.value()),
                ReportCell.ofNullable(ours.hours()),
                ReportCell.ofNullable(theirs.hours()),
                ReportCell.ofNullable(ours.credits()),
                ReportCell.ofNullable(theirs.credits()),
                ReportCell.ofNullable(apart(ours.credits(), theirs.credits())));
    }

    /// Of a closed one until it was closed.
    private long age(BreakReportLine line) {
        Instant closed = line.closedAt();
        Instant until = closed == null || closed.isAfter(asOf) ? asOf : closed;
        return Math.max(0, Duration.between(line.openedAt(), until).toDays());
    }

    private static @Nullable Long apart(@Nullable Long ours, @Nullable Long theirs) {
        return ours == null || theirs == null ? null : Math.absExact(ours - theirs);
    }
}
