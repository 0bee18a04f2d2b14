package io.credithub.flow.review;

import io.credithub.domain.review.SignOffAct;
import io.credithub.domain.review.SignOffState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A version of a county's statement of a school year.
///
/// @param sha256 of the manifest, 64 hex digits: the hash of all of it
/// @param ledgerSeq the last line of the ledger that is in it
/// @param predecessor the signed one that it follows; null: the first
/// @param successor the signed one that follows it; null: it is the last
/// @param steps in order, the first prepared it
/// @param proof null: it is not concluded
public record SignOff(
        long id,
        SignOffKey about,
        SignOffState state,
        SignOffManifest manifest,
        String sha256,
        long ledgerSeq,
        @Nullable Long predecessor,
        @Nullable Long successor,
        List<SignOffStep> steps,
        @Nullable SignOffProof proof) {
    public SignOff {
        steps = List.copyOf(steps);
    }

    /// @param version from 1
    public record SignOffKey(String division, int schoolYear, int version) {}

    /// @param by the id of a key
    /// @param office the division that the key answers for
    public record SignOffStep(SignOffAct act, Instant at, String by, String office, String note) {}

    /// @param signature a compact JWS over a [SignOffConclusion]
    /// @param x the public key, as a JWK has it
    public record SignOffProof(String signature, String x) {}

    /// The keys of those who took a step.
    Set<String> people() {
        return steps.stream().map(SignOffStep::by).collect(Collectors.toSet());
    }

    /// Whether somebody has taken a step already.
    boolean has(SignOffAct act, String key) {
        return steps.stream().anyMatch(step -> step.act() == act && step.by().equals(key));
    }
}
