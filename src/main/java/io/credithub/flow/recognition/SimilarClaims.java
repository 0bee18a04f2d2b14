package io.credithub.flow.recognition;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.programme.CoreName;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.ClaimRepository.ClaimSearch;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Finds the claims that may be of the same work: a participant and the category are the same, the
/// titles are alike, and a year lies between them at most. A hint for who decides, and no verdict.
public final class SimilarClaims {
    /// From one day to the same day of the next year, leap years too.
    private static final int DAYS_MAX = 366;

    /// As many claims of the participants are looked at, the newest first.
    private static final int LOOKED_AT_MAX = 200;

    private static final int SHOWN_MAX = 20;

    private final ClaimRepository claims;

    SimilarClaims(ClaimRepository claims) {
        this.claims = claims;
    }

    /// Another claim that may be of the same work.
    public record SimilarClaim(
            ClaimNumber number, String title, ClaimState state, LocalDate completedOn) {}

    /// The newest first.
    ///
    /// @param sight what is out of it is not told
    Uni<List<SimilarClaim>> to(Claim claim, Visibility sight) {
        ClaimSearch search = new ClaimSearch(teachers(claim), claim.school(), sight, LOOKED_AT_MAX);
        return claims.ofTeachers(search)
                .map(found ->
                        found.stream()
                                .filter(other -> isSimilar(claim, other))
                                .limit(SHOWN_MAX)
                                .map(SimilarClaims::told)
                                .toList());
    }

    private static SimilarClaim told(Claim other) {
        return new SimilarClaim(other.number(), title(other), other.state(), completedOn(other));
    }

    private static boolean isSimilar(Claim claim, Claim other) {
        return !other.number().equals(claim.number())
                && isInQuestion(other.state())
                && category(other).equals(category(claim))
                && teachers(other).stream().anyMatch(teachers(claim)::contains)
                && daysBetween(claim, other) <= DAYS_MAX
                && core(other).isLike(core(claim));
    }

    private static boolean isInQuestion(ClaimState state) {
        return switch (state) {
            case SUBMITTED, RETURNED, RECOGNISED, REVOKED -> true;
            case REFUSED, WITHDRAWN -> false;
        };
    }

    private static long daysBetween(Claim claim, Claim other) {
        return Math.abs(ChronoUnit.DAYS.between(completedOn(claim), completedOn(other)));
    }

    private static List<String> teachers(Claim claim) {
        return ClaimText.teacherNos(claim.body());
    }

    private static String category(Claim claim) {
        return claim.body().path("category").asText().strip();
    }

    private static String title(Claim claim) {
        return claim.body().path("title").asText().strip();
    }

    private static CoreName core(Claim claim) {
        return CoreName.of(ProgrammeTitle.named(NormalForm.programme(title(claim))));
    }

    private static LocalDate completedOn(Claim claim) {
        return LocalDate.parse(claim.body().path("completedOn").asText().strip());
    }
}
