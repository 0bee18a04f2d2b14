package io.credithub.demo.source;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.credithub.demo.model.HoursText;
import io.credithub.demo.model.JsonText;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.Wording;
import io.credithub.domain.completion.Form;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Writes records as the vendor pushes them: the canonical JSON, faults included.
public final class VendorFormat {
    private static final int SCHOOL_EVERY = 97;
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private VendorFormat() {}

    /// One record, without a line end.
    public static void append(StringBuilder out, Wording words) {
        ReportedVersion sighting = words.sighting();
        LocalDateTime updated = sighting.updatedAt();
        Integer revision = sighting.revision();
        int start = out.length();
        JsonText json = JsonText.object(out).text("recordId", words.recordId());
        json.raw("revision", revision == null ? "" : revision.toString());
        json.text(
                "updatedAt",
                updated == null ? "" : updated.atOffset(BEIJING).format(ISO_OFFSET_DATE_TIME));
        if (words.has(SimulatedFault.REPEATED_KEY)) json.text("recordId", words.recordId());
        if (words.has(SimulatedFault.UNKNOWN_FIELD)) json.text("remark", "补录");
        if (sighting.isWithdrawal()) json.text("status", "WITHDRAWN");
        else completed(json, words);
        json.end();
        if (words.has(SimulatedFault.BROKEN)) out.setLength(start + (out.length() - start) / 2);
    }

    private static void completed(JsonText json, Wording words) {
        JsonText teacher = json.inner("teacher").text("teacherNo", words.teacherNo());
        if (!words.idNumber().isEmpty()) {
            teacher.text("idType", words.teacher().idType()).text("idNumber", words.idNumber());
        }
        teacher.text("name", words.name());
        boolean tellsSchool = words.teacher().index() % SCHOOL_EVERY == 0;
        teacher.text("schoolCode", tellsSchool ? words.teacher().school().code() : "").end();
        JsonText programme = json.inner("program").text("name", words.programmeName());
        programme.text("code", words.programmeCode());
        programme.text("organiser", words.organiser()).text("session", words.session()).end();
        boolean unknown = words.has(SimulatedFault.UNKNOWN_LEVEL);
        json.text("level", unknown ? "REGIONAL" : words.programme().level().name());
        json.text("form", words.programme().form().name());
        if (words.isSelfDirected()) activity(json, words);
        else timed(json, words);
        json.raw("themes", list(words.programme().themes()));
        json.text("startedOn", words.startedOn()).text("completedOn", words.completedOn());
        json.text("role", words.role());
        json.text("sourceCredits", words.credits()).raw("evidence", evidence(words));
    }

    private static void activity(JsonText json, Wording words) {
        Result result = words.programme().result();
        if (result == null) throw new IllegalStateException("a self-directed one has a result");
        int hundredths = words.sighting().details().resultHundredths();
        JsonText activity = json.inner("activity").text("category", result.category());
        activity.text("rank", result.rank()).raw("quantity", result.quantity());
        activity.text("decidedCredits", result.isDecided() ? HoursText.of(hundredths) : "").end();
    }

    private static void timed(JsonText json, Wording words) {
        String hours = HoursText.of(words.hourHundredths());
        json.raw(
                "hours",
                words.has(SimulatedFault.WRONG_TYPE) ? "true" : quotedAtTimes(hours, words));
        int[] parts = words.parts();
        if (parts != null) json.raw("parts", parts(parts[0], parts[1]));
        if (words.has(SimulatedFault.NOT_APPLICABLE)) json.raw("parts", parts(100, 100));
        json.text(
                "grade", words.has(SimulatedFault.UNKNOWN_GRADE) ? "SUPERB" : words.grade().name());
        Integer attendance = words.sighting().details().attendance();
        json.raw("attendance", attendance == null ? "" : share(attendance));
    }

    /// Decimals may be numbers or strings; a vendor writes both.
    private static String quotedAtTimes(String hours, Wording words) {
        return words.teacher().index() % 5 == 0 ? "\"" + hours + "\"" : hours;
    }

    private static String share(int hundredthsOfPercent) {
        if (hundredthsOfPercent == 10_000) return "1";
        return "0." + Integer.toString(10_000 + hundredthsOfPercent).substring(1);
    }

    private static String parts(int centralised, int online) {
        return "[{\"form\":\"%s\",\"hours\":%s},{\"form\":\"%s\",\"hours\":%s}]"
                .formatted(
                        Form.CENTRALISED,
                        HoursText.of(centralised),
                        Form.ONLINE,
                        HoursText.of(online));
    }

    private static String list(List<String> themes) {
        return themes.isEmpty() ? "" : "[\"" + String.join("\",\"", themes) + "\"]";
    }

    private static String evidence(Wording words) {
        int papers = words.sighting().details().evidence();
        if (papers == 0) return "";
        String id = words.copy().recordId();
        String first = "{\"kind\":\"CERTIFICATE\",\"reference\":\"ZS-" + id + "\"}";
        String second = ",{\"kind\":\"NOTICE\",\"reference\":\"TZ-" + id + "\"}";
        return "[" + first + (papers > 1 ? second : "") + "]";
    }
}
