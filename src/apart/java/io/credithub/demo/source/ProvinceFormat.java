package io.credithub.demo.source;

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
    static final String HEADER =
            "记录编号,版本,教师编号,证件类型,证件号码,姓名,项目名称,项目编号,培训层次,培训形式,学时,考核等级,"
                    + "出勤率,开始日期,结业日期,学分,主题,状态,集中学时,网络学时,证书编号\r\n";
    private static final String WITHDRAWN = ",,,,,,,,,,,,,,,,撤销,,,\r\n";

    private ProvinceFormat() {}

    static void append(StringBuilder out, Wording words) {
        ReportedVersion sighting = words.sighting();
        out.append(words.recordId()).append(',').append(sighting.revision());
        if (sighting.isWithdrawal()) {
            out.append(WITHDRAWN);
            return;
        }
        boolean variant = words.teacher().index() % 17 == 0;
        who(out, words);
        what(out, words, variant);
        result(out, words, variant);
        int[] parts = words.parts();
        cell(out, parts == null ? "" : HoursText.of(parts[0]));
        cell(out, parts == null ? "" : HoursText.of(parts[1]));
        boolean proven = sighting.details().evidence() > 0;
        if (!words.has(SimulatedFault.WRONG_COLUMNS)) {
            cell(out, proven ? "ZS-" + words.copy().recordId() : "");
        }
        out.append("\r\n");
    }

    private static void who(StringBuilder out, Wording words) {
        cell(out, words.teacherNo());
        cell(out, words.idNumber().isEmpty() ? "" : idType(words.teacher()));
        cell(out, words.idNumber());
        cell(out, words.name());
    }

    private static void what(StringBuilder out, Wording words, boolean variant) {
        cell(out, words.programmeName());
        cell(out, words.programmeCode());
        Level level = words.programme().level();
        cell(
                out,
                words.has(SimulatedFault.UNKNOWN_LEVEL)
                        ? "厅级"
                        : variant ? otherLevel(level) : level.zh());
        cell(out, form(words.programme().form()));
        cell(out, HoursText.of(words.hourHundredths()) + (variant ? "学时" : ""));
    }

    private static void result(StringBuilder out, Wording words, boolean variant) {
        Details details = words.sighting().details();
        cell(out, words.has(SimulatedFault.UNKNOWN_GRADE) ? "甲等" : grade(details.grade(), variant));
        Integer attendance = details.attendance();
        cell(out, attendance == null ? "" : HoursText.of(attendance) + "%");
        cell(out, variant ? slashed(words.startedOn()) : words.startedOn());
        cell(out, variant ? slashed(words.completedOn()) : words.completedOn());
        cell(out, words.credits());
        cell(out, themes(words.programme().themes()));
        cell(out, "正常");
    }

    private static void cell(StringBuilder out, String value) {
        out.append(',');
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0) out.append(value);
        else out.append('"').append(value.replace("\"", "\"\"")).append('"');
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
