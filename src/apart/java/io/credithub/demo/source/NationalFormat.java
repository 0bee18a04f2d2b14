package io.credithub.demo.source;

import io.credithub.demo.model.JsonText;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.Wording;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes records as the national platform does: whole hours, codes of its own, Beijing time.
final class NationalFormat {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private NationalFormat() {}

    /// One record, without a line end.
    static void append(StringBuilder out, Wording words) {
        ReportedVersion sighting = words.sighting();
        LocalDateTime updated = sighting.updatedAt();
        Integer revision = sighting.revision();
        if (updated == null) throw new IllegalStateException("the national platform tells times");
        JsonText json = JsonText.object(out).text("id", words.recordId());
        json.raw("rev", revision == null ? "" : revision.toString());
        json.text("updateTime", updated.format(TIME));
        if (sighting.isWithdrawal()) json.raw("deleted", "true");
        else completed(json, words);
        json.end();
    }

    private static void completed(JsonText json, Wording words) {
        json.text("teacherCode", words.teacherNo());
        if (!words.idNumber().isEmpty()) json.text("certType", certType(words.teacher()));
        json.text("certNo", words.idNumber()).text("xm", words.name());
        if (words.teacher().index() % 2 == 0) {
            json.text("birthday", words.teacher().birthDate().toString());
        }
        if (words.teacher().index() % 3 == 0) {
            json.text("schoolCode", words.teacher().school().code());
        }
        json.text("programName", words.programmeName()).text("programCode", words.programmeCode());
        json.text("organiser", words.organiser()).text("session", words.session());
        json.text(
                "level",
                words.has(SimulatedFault.UNKNOWN_LEVEL) ? "9" : level(words.programme().level()));
        json.text("mode", mode(words.programme().form()));
        json.raw("hours", Integer.toString(words.hourHundredths() / 100));
        int[] parts = words.parts();
        if (parts != null) {
            json.raw("f2fHours", Integer.toString(parts[0] / 100));
            json.raw("netHours", Integer.toString(parts[1] / 100));
        }
        json.raw("result", words.has(SimulatedFault.UNKNOWN_GRADE) ? "7" : result(words.grade()));
        Integer attendance = words.sighting().details().attendance();
        json.raw("attendance", attendance == null ? "" : Integer.toString(attendance / 100));
        json.text("startDate", words.startedOn()).text("finishDate", words.completedOn());
        json.raw("credits", words.credits()).raw("themes", themes(words.programme().themes()));
        if (words.sighting().details().evidence() > 0) {
            json.text("certificateNo", "ZS-" + words.copy().recordId());
        }
    }

    private static String certType(SimulatedTeacher teacher) {
        return switch (teacher.idType()) {
            case "RESIDENT" -> "01";
            case "PASSPORT" -> "02";
            default -> "03";
        };
    }

    private static String level(Level level) {
        return switch (level) {
            case NATIONAL -> "1";
            case PROVINCE -> "2";
            case CITY -> "3";
            case COUNTY -> "4";
            case SCHOOL -> "5";
        };
    }

    private static String mode(Form form) {
        return switch (form) {
            case CENTRALISED -> "F2F";
            case ONLINE -> "NET";
            case SCHOOL_BASED -> "SBT";
            case BLENDED -> "MIX";
            case SELF_DIRECTED -> throw new IllegalStateException("not on the national platform");
        };
    }

    private static String result(Grade grade) {
        return switch (grade) {
            case PASS -> "1";
            case EXCELLENT -> "2";
            case GOOD -> "3";
            case FAIL -> "0";
        };
    }

    private static String themes(List<String> themes) {
        if (themes.isEmpty()) return "";
        String list = String.join("\",\"", themes);
        return "[\"" + list.replace("ETHICS", "SD").replace("ICT", "XXJS") + "\"]";
    }
}
