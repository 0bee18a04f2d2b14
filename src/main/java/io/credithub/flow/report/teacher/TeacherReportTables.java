package io.credithub.flow.report.teacher;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How many teachers there are of each verdict, and who they are, by school. Pure.
final class TeacherReportTables {
    private TeacherReportTables() {}

    static ReportSection byVerdict() {
        ReportTable table =
                new ReportTable(
                        "verdicts",
                        new Text("按结论", "By verdict"),
                        List.of(
                                ReportColumn.words("verdict", "结论", "verdict"),
                                ReportColumn.words("meaning", "含义", "meaning"),
                                ReportColumn.sum(ReportFigure.TEACHERS)));
        ReportChart chart =
                new ReportChart(
                        new Text("各结论人数", "Teachers by verdict"),
                        "verdict",
                        List.of(ReportFigure.TEACHERS.key()),
                        false);
        return new ReportSection(table, List.of(chart));
    }

    /// A row for each verdict, whether anybody has it or not.
    static List<ReportRow> verdicts(Map<TeacherVerdict, Long> counts) {
        List<ReportRow> rows = new ArrayList<>();
        for (TeacherVerdict verdict : TeacherVerdict.values()) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of(verdict.title()),
                            ReportCell.of(verdict.meaning()),
                            ReportCell.of(counts.getOrDefault(verdict, 0L))));
        }
        return rows;
    }

    static ReportSection list() {
        return ReportSection.of(
                new ReportTable(
                        "teachers",
                        new Text("名单", "Teachers"),
                        List.of(
                                ReportColumn.code("school", "学校代码", "school code"),
                                ReportColumn.words("schoolName", "学校", "school"),
                                ReportColumn.code("division", "区划代码", "division code"),
                                ReportColumn.words("divisionName", "区划", "division"),
                                ReportColumn.code("teacherNo", "教师编号", "teacher number"),
                                ReportColumn.words("name", "姓名", "name"),
                                ReportColumn.words("verdict", "结论", "verdict"),
                                ReportColumn.sum(ReportFigure.RECOGNISED),
                                ReportColumn.sum(ReportFigure.REQUIRED),
                                ReportColumn.sum(ReportFigure.MISSING),
                                ReportColumn.sum(ReportFigure.BORROWED),
                                ReportColumn.words("floors", "未达要求", "floors not met"))));
    }

    /// @param titleOf what a division is called
    static ReportRow row(ListedTeacher teacher, Function<String, Text> titleOf) {
        VerdictFigures figures = teacher.figures();
        return ReportRow.of(
                ReportCell.of(teacher.school()),
                ReportCell.of(teacher.schoolName()),
                ReportCell.of(teacher.division()),
                ReportCell.of(titleOf.apply(teacher.division())),
                ReportCell.of(teacher.teacherNo()),
                ReportCell.of(teacher.name()),
                ReportCell.of(figures.verdict().title()),
                ReportCell.of(figures.recognised().hundredths()),
                ReportCell.of(figures.required().hundredths()),
                ReportCell.of(figures.missing().hundredths()),
                ReportCell.of(figures.borrowed().hundredths()),
                ReportCell.of(floors(figures)));
    }

    private static String floors(VerdictFigures figures) {
        return figures.floors().stream()
                .map(floor -> floor.line() + " " + floor.missing())
                .collect(Collectors.joining("; "));
    }
}
