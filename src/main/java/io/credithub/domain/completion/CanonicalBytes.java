package io.credithub.domain.completion;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The one way to write a completion as bytes: compact JSON in the order of the contract, numbers
/// without trailing zeros. Equal contents give equal bytes, however a source ordered or wrote them;
/// what a record does not state is not written, nor is the role that goes without saying. They hold
/// the ID number in clear: digest them, never store or log them.
public final class CanonicalBytes {
    private final StringBuilder out = new StringBuilder(512);

    private CanonicalBytes() {}

    public static byte[] of(Completion completion) {
        CanonicalBytes bytes = new CanonicalBytes();
        switch (completion) {
            case Completed completed -> bytes.completed(completed);
            case Withdrawal withdrawal -> bytes.withdrawal(withdrawal);
        }
        return bytes.out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void withdrawal(Withdrawal withdrawal) {
        out.append('{');
        head(withdrawal);
        text("status", "WITHDRAWN");
    }

    private void completed(Completed completed) {
        out.append('{');
        head(completed);
        teacher(completed.teacher());
        program(completed.program());
        text("level", completed.level().name());
        training(completed.training());
        if (!completed.themes().isEmpty()) {
            name("themes").append('[');
            for (String theme : completed.themes()) comma().append('"').append(theme).append('"');
            out.append(']');
        }
        date("startedOn", completed.startedOn());
        date("completedOn", completed.completedOn());
        decimal("sourceCredits", completed.sourceCredits());
        if (completed.role() != TrainingRole.PARTICIPANT) text("role", completed.role().name());
        evidence(completed);
    }

    private void head(Completion completion) {
        text("recordId", completion.recordId());
        Integer revision = completion.version().revision();
        if (revision != null) name("revision").append(revision.intValue());
        Instant updatedAt = completion.version().updatedAt();
        if (updatedAt != null) text("updatedAt", updatedAt.toString());
    }

    private void teacher(TeacherRef teacher) {
        name("teacher").append('{');
        text("teacherNo", teacher.teacherNo());
        IdDocument document = teacher.idDocument();
        if (document != null) {
            text("idType", document.type().name());
            text("idNumber", document.number());
        }
        text("name", teacher.name());
        date("birthDate", teacher.birthDate());
        text("schoolCode", teacher.schoolCode());
        out.append('}');
    }

    private void program(Completed.Program program) {
        name("program").append('{');
        text("name", program.name());
        text("code", program.code());
        text("organiser", program.organiser());
        text("session", program.session());
        out.append('}');
    }

    private void training(Training training) {
        text("form", training.form().name());
        switch (training) {
            case Training.Course course -> {
                hours(course.hourHundredths());
                graded(course.grade(), course.attendance());
            }
            case Training.Blended blended -> {
                hours(blended.hourHundredths());
                if (!blended.parts().isEmpty()) parts(blended);
                graded(blended.grade(), blended.attendance());
            }
            case Training.SelfDirected result -> {
                name("activity").append('{');
                text("category", result.category());
                text("rank", result.rank());
                text("role", result.role());
                decimal("quantity", result.quantity());
                decimal("decidedCredits", result.decidedCredits());
                out.append('}');
            }
        }
    }

    private void parts(Training.Blended blended) {
        name("parts").append('[');
        for (Training.Part part : blended.parts()) {
            comma().append('{');
            text("form", part.form().name());
            hours(part.hourHundredths());
            out.append('}');
        }
        out.append(']');
    }

    private void graded(Grade grade, @Nullable BigDecimal attendance) {
        text("grade", grade.name());
        decimal("attendance", attendance);
    }

    private void evidence(Completed completed) {
        if (completed.evidence().isEmpty()) return;
        name("evidence").append('[');
        for (Completed.Evidence paper : completed.evidence()) {
            comma().append('{');
            text("kind", paper.kind().name());
            text("reference", paper.reference());
            out.append('}');
        }
        out.append(']');
    }

    /// Hundredths as hours, always with two places: no number format can differ.
    private void hours(int hundredths) {
        int rest = hundredths % 100;
        name("hours").append(hundredths / 100).append(rest < 10 ? ".0" : ".").append(rest);
    }

    private void decimal(String name, @Nullable BigDecimal value) {
        if (value != null) name(name).append(value.stripTrailingZeros().toPlainString());
    }

    private void date(String name, @Nullable LocalDate date) {
        if (date != null) name(name).append('"').append(date).append('"');
    }

    private void text(String name, @Nullable String text) {
        if (text == null) return;
        name(name).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\');
            out.append(c);
        }
        out.append('"');
    }

    private StringBuilder name(String name) {
        return comma().append('"').append(name).append("\":");
    }

    private StringBuilder comma() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') out.append(',');
        return out;
    }
}
