package io.credithub.api.review;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StorableText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What requests about sign-offs say.
final class SignOffBodies {
    private static final int NOTE_LENGTH_MAX = 200;

    private SignOffBodies() {}

    /// Whose statement is prepared.
    ///
    /// @param county six digits
    /// @param schoolYear by its first year
    public record SignOffBody(
            @Schema(examples = "140105") @Nullable String county,
            @Schema(examples = "2025") @Nullable Integer schoolYear,
            @Schema(examples = "全部差异已核对") @Nullable String note) {}

    /// What somebody says to a step.
    public record SignOffNote(@Schema(examples = "已核对,同意") @Nullable String note) {}

    /// Why it is returned.
    public record SignOffReason(@Schema(examples = "有三所学校尚未补报") @Nullable String reason) {}

    /// Nothing need be said.
    static String note(@Nullable String given) {
        if (given == null || given.isBlank()) return "";
        String note = given.strip();
        if (note.length() <= NOTE_LENGTH_MAX && StorableText.isStorable(note)) return note;
        throw ProblemException.badParameter("note", ExpectedValue.text(NOTE_LENGTH_MAX));
    }

    static String reason(@Nullable SignOffReason body) {
        String reason = BankRequests.text(body == null ? null : body.reason(), "reason");
        if (StorableText.isStorable(reason)) return reason;
        throw ProblemException.badParameter("reason", ExpectedValue.text(NOTE_LENGTH_MAX));
    }
}
