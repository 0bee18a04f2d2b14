package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.review.SignOffAct;
import io.credithub.flow.review.SignOff.SignOffStep;
import java.util.List;

/// The text that the signature is over: the hash of the manifest, and who took which step when.
///
/// @param manifest SHA-256 of `manifest.json`, hex
public record SignOffConclusion(
        String format,
        String county,
        int schoolYear,
        int version,
        String manifest,
        List<SignedStep> steps) {
    static final String FORMAT = "credit-hub/sign-off-conclusion/1";

    /// @throws IllegalArgumentException if it is of another format
    public SignOffConclusion {
        if (!format.equals(FORMAT)) throw new IllegalArgumentException("of another format");
        steps = List.copyOf(steps);
    }

    /// @param at ISO 8601
    /// @param by the id of a key
    /// @param office the division that the key answers for
    public record SignedStep(SignOffAct act, String at, String by, String office, String note) {
        static SignedStep of(SignOffStep step) {
            return new SignedStep(
                    step.act(), step.at().toString(), step.by(), step.office(), step.note());
        }
    }

    static SignOffConclusion of(SignOff signOff, List<SignOffStep> steps) {
        return new SignOffConclusion(
                FORMAT,
                signOff.about().division(),
                signOff.about().schoolYear(),
                signOff.about().version(),
                signOff.sha256(),
                steps.stream().map(SignedStep::of).toList());
    }

    String text() {
        return new String(SignOffManifest.canonical(this), UTF_8);
    }

    /// @throws IllegalArgumentException if it is none
    static SignOffConclusion read(String text) {
        return SignOffManifest.read(text.getBytes(UTF_8), SignOffConclusion.class);
    }
}
