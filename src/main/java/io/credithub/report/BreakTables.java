package io.credithub.report;

import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.KnownBreak;
import io.credithub.flow.breaks.KnownBreak.BreakSide;
import io.credithub.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Breaks as tables.
final class BreakTables {
    private static final List<Column> BREAKS =
            List.of(
                    text("编号", "identity"),
                    text("代码", "code"),
                    text("含义", "meaning"),
                    text("状态", "state"),
                    text("责任方", "owner"),
                    text("承办人", "assignee"),
                    text("行政区划", "division"),
                    text("学校", "school"),
                    text("教师编号", "teacherNo"),
                    number("学年", "schoolYear"),
                    text("数据源", "feed"),
                    text("记录编号", "recordId"),
                    text("对方数据源", "otherFeed"),
                    text("对方记录编号", "otherRecordId"),
                    number("我方学时", "hoursOurs"),
                    number("对方学时", "hoursTheirs"),
                    number("我方学分", "creditsOurs"),
                    number("对方学分", "creditsTheirs"),
                    text("我方", "ours"),
                    text("对方", "theirs"),
                    text("原因", "cause"),
                    text("发现时间", "openedAt"));

    private static final List<Column> SUMMARY =
            List.of(
                    text("行政区划", "division"),
                    text("代码", "code"),
                    text("含义", "meaning"),
                    text("责任方", "owner"),
                    text("状态", "state"),
                    number("数量", "breaks"),
                    number("存疑学分", "inQuestion"));

    private BreakTables() {}

    static Table breaks(List<KnownBreak> breaks) {
        return new Table(BREAKS, breaks.stream().map(BreakTables::row).toList());
    }

    private static List<String> row(KnownBreak one) {
        List<String> row = new ArrayList<>();
        row.add(one.identity().toString());
        row.add(one.code().name());
        row.add(one.code().text().zh());
        row.add(one.state().name());
        row.add(one.owner().name());
        row.add(orNone(one.assignee()));
        row.add(one.division());
        row.add(orNone(one.school()));
        row.add(orNone(one.teacherNo()));
        row.add(one.schoolYear() == 0 ? "" : Integer.toString(one.schoolYear()));
        BreakSide ours = one.ours();
        BreakSide theirs = one.theirs();
        row.add(orNone(theirs.feed()));
        row.add(orNone(theirs.recordId()));
        row.add(orNone(ours.feed()));
        row.add(orNone(ours.recordId()));
        row.add(orNone(ours.hours()));
        row.add(orNone(theirs.hours()));
        row.add(orNone(ours.credits()));
        row.add(orNone(theirs.credits()));
        row.add(orNone(ours.value()));
        row.add(orNone(theirs.value()));
        row.add(orNone(one.cause()));
        row.add(one.times().openedAt().toString());
        return row;
    }

    static Table summary(BreakRun run) {
        return new Table(SUMMARY, run.summary().stream().map(BreakTables::row).toList());
    }

    private static List<String> row(BreakSum sum) {
        return List.of(
                sum.division(),
                sum.code().name(),
                sum.code().text().zh(),
                sum.owner().name(),
                sum.state().name(),
                Long.toString(sum.breaks()),
                sum.inQuestion().toString());
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
