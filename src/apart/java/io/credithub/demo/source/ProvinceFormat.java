package io.credithub.demo.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.HoursText;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.Wording;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.util.List;

/// Writes rows as the provincial platform exports them: Chinese headings and values, the variants
/// of spelling included that its agreement allows.
final class ProvinceFormat {
    private static final String HEADER =
            "记录编号,版本,教师编号,证件类型,证件号码,姓名,项目名称,项目编号,培训层次,培训形式,学时,考核等级,"
                    + "出勤率,开始日期,结业日期,学分,主题,状态,集中学时,网络学时,举办单位,期次,证书编号";
    private static final String WITHDRAWN = ",,,,,,,,,,,,,,,撤销,,,,,";

    private ProvinceFormat() {}

    static void head(CsvWriter out) {
        out.writeRecord(HEADER.split(","));
    }

    static void write(CsvWriter out, Wording words) {
        ReportedVersion sighting = words.sighting();
        CsvWriterRecord row = out.writeRecord();
        row.writeField(words.recordId()).writeField(String.valueOf(sighting.revision()));
        if (sighting.isWithdrawal()) {
            for (String cell : WITHDRAWN.split(",", -1)) row.writeField(cell);
            row.endRecord();
            return;
        }
        boolean variant = words.teacher().index() % 17 == 0;
        who(row, words);
        what(row, words, variant);
        result(row, words, variant);
        int[] parts = words.parts();
        row.writeField(parts == null ? "" : HoursText.of(parts[0]));
        row.writeField(parts == null ? "" : HoursText.of(parts[1]));
        row.writeField(words.organiser()).writeField(words.session());
        boolean proven = sighting.details().evidence() > 0;
        if (!words.has(SimulatedFault.WRONG_COLUMNS)) {
            row.writeField(proven ? "ZS-" + words.copy().recordId() : "");
        }
        row.endRecord();
    }

    private static void who(CsvWriterRecord row, Wording words) {
        row.writeField(words.teacherNo());
        row.writeField(words.idNumber().isEmpty() ? "" : idType(words.teacher()));
        row.writeField(words.idNumber());
        row.writeField(words.name());
    }

    private static void what(CsvWriterRecord row, Wording words, boolean variant) {
        row.writeField(words.programmeName());
        row.writeField(words.programmeCode());
        Level level = words.programme().level();
        row.writeField(
                words.has(SimulatedFault.UNKNOWN_LEVEL)
                        ? "厅级"
                        : variant ? otherLevel(level) : level.zh());
        row.writeField(form(words.programme().form()));
        row.writeField(HoursText.of(words.hourHundredths()) + (variant ? "学时" : ""));
    }

    private static void result(CsvWriterRecord row, Wording words, boolean variant) {
        Details details = words.sighting().details();
        row.writeField(
                words.has(SimulatedFault.UNKNOWN_GRADE) ? "甲等" : grade(details.grade(), variant));
        Integer attendance = details.attendance();
        row.writeField(attendance == null ? "" : HoursText.of(attendance) + "%");
        row.writeField(variant ? slashed(words.startedOn()) : words.startedOn());
        row.writeField(variant ? slashed(words.completedOn()) : words.completedOn());
        row.writeField(words.credits());
        row.writeField(themes(words.programme().themes()));
        row.writeField("正常");
    }

    /// `2023-06-02` as `2023/6/2`.
    private static String slashed(String date) {
        return date.replace("-0", "/").replace('-', '/');
    }

    private static String idType(SimulatedTeacher teacher) {
        return switch (teacher.idType()) {
            case "RESIDENT" -> "居民身份证";
            case "PASSPORT" -> "护照";
            default -> "港澳居民来往内地通行证";
        };
    }

    private static String otherLevel(Level level) {
        return switch (level) {
            case NATIONAL -> "国家级";
            case PROVINCE -> "省级";
            case CITY -> "市级";
            case COUNTY -> "县级";
            case SCHOOL -> "校级";
        };
    }

    private static String form(Form form) {
        if (form == Form.SELF_DIRECTED) throw new IllegalStateException("not on this platform");
        return form.zh();
    }

    private static String grade(Grade grade, boolean variant) {
        return switch (grade) {
            case EXCELLENT -> variant ? "优" : "优秀";
            case GOOD -> variant ? "良" : "良好";
            case PASS -> "合格";
            case FAIL -> "不合格";
        };
    }

    private static String themes(List<String> themes) {
        return String.join(";", themes).replace("ETHICS", "师德").replace("ICT", "信息技术");
    }
}
