package io.credithub.flow.report.national;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.report.national.NationalExportFigures.NationalExportTeacher;
import java.util.List;
import java.util.function.Function;

/// A teacher a row, in the order of the national system's fields; what rounding did stands last.
/// Pure.
final class NationalExportTable {
    private static final long WHOLE = 100;

    static final ReportSection SECTION =
            ReportSection.of(
                    new ReportTable(
                            "teachers",
                            new Text("教师培训学分", "Credits of teachers"),
                            List.of(
                                    ReportColumn.code("teacherNo", "教师编号", "teacher number"),
                                    ReportColumn.words("name", "姓名", "name"),
                                    ReportColumn.words(
                                            "idMasked", "身份证件号(遮蔽)", "identity document, masked"),
                                    ReportColumn.code("school", "单位代码", "school code"),
                                    ReportColumn.words("schoolName", "单位名称", "school"),
                                    ReportColumn.code("division", "区划代码", "division code"),
                                    ReportColumn.words("place", "区划", "division"),
                                    ReportColumn.plain(
                                            "schoolYear",
                                            "培训学年",
                                            "school year",
                                            CellType.SCHOOL_YEAR),
                                    ReportColumn.sum(ReportFigure.HOURS),
                                    ReportColumn.sum(ReportFigure.WHOLE_CREDITS),
                                    ReportColumn.sum(ReportFigure.CREDITS),
                                    ReportColumn.sum(ReportFigure.ROUNDING))));

    private NationalExportTable() {}

    /// @param titleOf what a division is called
    static ReportRow row(
            NationalExportTeacher teacher, int schoolYear, Function<String, Text> titleOf) {
        Credits credits = teacher.credits();
        return ReportRow.of(
                ReportCell.of(teacher.teacherNo()),
                ReportCell.of(teacher.name()),
                ReportCell.of(teacher.idMasked()),
                ReportCell.of(teacher.school()),
                ReportCell.of(teacher.schoolName()),
                ReportCell.of(teacher.division()),
                ReportCell.of(titleOf.apply(teacher.division())),
                ReportCell.of(schoolYear),
                ReportCell.of(teacher.hours().hundredths()),
                ReportCell.of(credits.whole()),
                ReportCell.of(credits.hundredths()),
                ReportCell.of(rounding(credits)));
    }

    /// By how much the whole credits are more, or less, in hundredths.
    static long rounding(Credits credits) {
        return Math.subtractExact(credits.whole() * WHOLE, credits.hundredths());
    }
}
