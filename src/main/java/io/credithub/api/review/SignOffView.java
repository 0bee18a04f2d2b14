package io.credithub.api.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Text;
import io.credithub.domain.review.SignOffState;
import io.credithub.flow.review.CountyMoment.FrozenVersions;
import io.credithub.flow.review.CountyMoment.LedgerEnd;
import io.credithub.flow.review.FrozenPart.PartMark;
import io.credithub.flow.review.SignOff;
import io.credithub.flow.review.SignOff.SignOffStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A version of a county's statement.
///
/// @param sha256 of its manifest: the hash of all of it
/// @param predecessor the id of the signed one that it follows
/// @param successor the id of the signed one that follows it
/// @param totals by figure: counts as numbers, hours and credits as decimals in quotes
/// @param file where it is handed out
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignOffView(
        long id,
        String division,
        String county,
        int schoolYear,
        int version,
        SignOffState state,
        Text meaning,
        String sha256,
        String asOf,
        @Nullable Long predecessor,
        @Nullable Long successor,
        List<SignOffStep> steps,
        Map<String, Object> totals,
        List<PartMark> parts,
        FrozenVersions versions,
        LedgerEnd ledger,
        String file) {
    static SignOffView of(SignOff one) {
        return new SignOffView(
                one.id(),
                one.about().division(),
                one.manifest().county().name(),
                one.about().schoolYear(),
                one.about().version(),
                one.state(),
                one.state().text(),
                one.sha256(),
                one.manifest().asOf(),
                one.predecessor(),
                one.successor(),
                one.steps(),
                one.manifest().totals(),
                one.manifest().parts(),
                one.manifest().versions(),
                one.manifest().ledger(),
                "/api/v1/sign-offs/%d/file".formatted(one.id()));
    }
}
