package io.credithub.domain.standing;

import static io.credithub.domain.standing.RequirementsTest.online;
import static io.credithub.domain.standing.RequirementsTest.year;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.item;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A decided year stands, whatever the ledger says of it afterwards.
final class DecidedYearsTest {
    private static final LocalDate AFTER = LocalDate.of(2027, 9, 1);
    private static final Policy POLICY =
            policy(
                    year("minimum: 20")
                            + cycle(
                                    100,
                                    "  floors:\n"
                                            + item(
                                                    "online",
                                                    "forms: [ONLINE], credits: 15,"
                                                            + " period: YEAR")
                                            + item("province", "levels: [PROVINCE], credits: 20")));

    @Test
    void totalFloorsAndWhatIsMissingStandAsDecided() {
        List<Earned> there = List.of(online(2022, "25"), online(2023, "20"));
        TeacherFacts teacher = decided(there, 2022, null);

        Standing standing = standing(List.of(online(2023, "20")), teacher);

        YearStanding first = standing.years().getFirst();
        assertThat(first.recognised()).hasToString("25.00");
        assertThat(first.missing()).hasToString("0.00");
        assertThat(first.carriedOut()).hasToString("5.00");
        assertThat(first.floors().getFirst().missing()).hasToString("0.00");
        assertThat(first.inQuestion()).isTrue();
        assertThat(standing.years().get(1).carriedIn()).hasToString("5.00");
        assertThat(RequirementsTest.line(standing, "province").recognised()).hasToString("45.00");
        assertThat(standing.recognised()).hasToString("45.00");
        assertThat(standing.backed()).hasToString("20.00");
        assertThat(standing.earned()).hasToString("20.00");
    }

    @Test
    void aConfirmedYearIsInQuestionAgainOnlyIfTheLedgerChangesAgain() {
        List<Earned> there = List.of(online(2022, "25"));
        List<Earned> less = List.of(online(2022, "10"));
        TeacherFacts confirmed = decided(there, 2022, held(less, 2022));
        assertThat(standing(less, confirmed).inQuestion()).isEmpty();
        assertThat(standing(less, confirmed).backed()).hasToString("10.00");
        assertThat(standing(List.of(online(2022, "9.99")), confirmed).inQuestion()).hasSize(1);
        assertThat(standing(there, decided(there, 2022, null)).inQuestion()).isEmpty();
    }

    @Test
    void whateverComesAndGoesTheDecisionStandsAndNoMoreIsGivenOutThanIsThere() {
        long seed = 20_261_202;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Earned> then = entries(random);
            int year = 2022 + random.nextInt(5);
            YearStanding was = standing(then, TeacherFacts.SETTLED).years().get(year - 2022);
            Standing now = standing(entries(random), decided(then, year, null));
            YearStanding is = now.years().get(year - 2022);
            assertThat(List.of(is.recognised(), is.missing(), is.minimum(), is.carriedIn()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(
                            List.of(
                                    was.recognised(),
                                    was.missing(),
                                    was.minimum(),
                                    was.carriedIn()));
            assertThat(is.floors()).isEqualTo(was.floors());
            assertThat(is.unqualified()).isEqualTo(was.unqualified());
            assertThat(now.backed()).isLessThanOrEqualTo(now.earned());
            assertThat(now.backed()).isLessThanOrEqualTo(now.recognised());
        }
    }

    private static List<Earned> entries(Random random) {
        List<Earned> entries = new ArrayList<>();
        for (int year = 2022; year < 2027; year++) {
            if (random.nextInt(4) == 0) continue;
            Credits credits = new Credits(1 + random.nextInt(4_000));
            entries.add(online(year, credits.toString()));
        }
        return entries;
    }

    /// The year as it is decided on these.
    private static TeacherFacts decided(
            List<Earned> entries, int schoolYear, @Nullable HeldFigures confirmed) {
        YearStanding year = standing(entries, TeacherFacts.SETTLED).years().get(schoolYear - 2022);
        Credits out = year.carriedOut();
        DecidedFigures figures =
                new DecidedFigures(
                        year.carriedIn(),
                        year.minimum(),
                        year.missing(),
                        year.borrowed(),
                        out.hundredths() > 0 ? out : Credits.ZERO,
                        year.floors(),
                        held(entries, schoolYear).lines());
        FrozenYear frozen =
                new FrozenYear(
                        schoolYear, year.recognised(), !year.unqualified(), figures, confirmed);
        return TeacherFacts.SETTLED.with(List.of(), List.of(), List.of(frozen));
    }

    private static HeldFigures held(List<Earned> entries, int schoolYear) {
        Tally tally = Tally.of(POLICY, new Entries(2022, entries), AFTER);
        return HeldFigures.of(
                new CycleSums(POLICY, tally), TeacherFacts.SETTLED, AFTER, schoolYear);
    }

    private static Standing standing(List<Earned> entries, TeacherFacts teacher) {
        return Standing.of(POLICY, new Entries(2022, entries), teacher, AFTER);
    }
}
