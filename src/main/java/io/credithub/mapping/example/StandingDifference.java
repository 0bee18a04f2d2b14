package io.credithub.mapping.example;

import io.credithub.domain.Hundredths;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.mapping.example.PolicyExample.ExpectedAward;
import io.credithub.mapping.example.PolicyExample.OfLine;
import io.credithub.mapping.example.PolicyExample.OfProbation;
import io.credithub.mapping.example.PolicyExample.OfYear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a standing is not as a worked case expects it.
final class StandingDifference {
    private final ExpectedAward expected;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    StandingDifference(ExpectedAward expected) {
        this.expected = expected;
    }

    /// @return null if it is as expected
    @Nullable String from(Policy policy, Standing standing) {
        same("policy", expected.policy(), policy.id());
        same("verdict", expected.verdict(), standing.verdict());
        same("recognised", expected.recognised(), standing.recognised());
        same("cut", expected.cut(), standing.cutByCaps());
        same("openLoans", expected.openLoans(), standing.openLoans().size());
        if (expected.probation() != null) probation(expected.probation(), standing.probation());
        if (expected.lines() != null) {
            expected.lines().forEach((key, line) -> line(key, line, standing));
        }
        if (expected.years() != null) {
            expected.years().forEach((year, ofYear) -> year(year, ofYear, standing));
        }
        if (compared == 0) return "standing expects nothing";
        return differences.isEmpty() ? null : String.join("; ", differences);
    }

    private void probation(OfProbation asked, @Nullable Probation found) {
        if (found == null) {
            same("probation", "some", "none");
            return;
        }
        same("probation/state", asked.state(), found.state());
        same("probation/hours", asked.hours(), Hundredths.text(found.hourHundredths()));
        same("probation/centralised", asked.centralised(), Hundredths.text(found.centralised()));
        same(
                "probation/schoolOrOnline",
                asked.schoolOrOnline(),
                Hundredths.text(found.schoolOrOnline()));
    }

    private void line(String key, OfLine asked, Standing standing) {
        String place = "lines/" + key;
        Optional<LineStanding> found =
                standing.lines().stream().filter(one -> one.line().key().equals(key)).findFirst();
        if (found.isEmpty()) {
            same(place, key, "–");
            return;
        }
        same(place + "/earned", asked.earned(), found.get().earned());
        same(place + "/counted", asked.counted(), found.get().counted());
        same(place + "/missing", asked.missing(), found.get().missing());
    }

    private void year(int schoolYear, OfYear asked, Standing standing) {
        String place = "years/" + schoolYear;
        Optional<YearStanding> found =
                standing.years().stream().filter(one -> one.schoolYear() == schoolYear).findFirst();
        if (found.isEmpty()) {
            same(place, String.valueOf(schoolYear), "–");
            return;
        }
        YearStanding year = found.get();
        same(place + "/counted", asked.counted(), year.recognised());
        same(place + "/missing", asked.missing(), year.missing());
        same(place + "/carriedIn", asked.carriedIn(), year.carriedIn());
        same(place + "/borrowed", asked.borrowed(), year.borrowed());
        same(place + "/repaid", asked.repaid(), year.repaid());
        same(place + "/carriedOut", asked.carriedOut(), year.carriedOut());
        same(place + "/outcome", asked.outcome(), year.outcome());
    }

    private void same(String what, @Nullable String asked, Object found) {
        if (asked == null) return;
        compared++;
        if (!asked.equals(found.toString())) {
            differences.add(what + ": " + asked + " ≠ " + found);
        }
    }
}
