package io.credithub.flow.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.rules.CycleDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a day makes of school years of which nothing came.
final class YearDifferencesTest {
    private static final String COUNTY = "140105";
    private static final int TEACHER = 7;
    private static final Policy POLICY = RuleSets.shanxi().main().policy();

    private static YearDifferences on(String day, @Nullable Integer asked) {
        CycleDay today = new CycleDay(LocalDate.parse(day), POLICY.terms().calendar());
        BreakScope scope = new BreakScope(new Jurisdiction(COUNTY), false, asked);
        OnePolicy policies = new OnePolicy(POLICY);
        return new YearDifferences(
                new BreakQuestion(scope, 1, MatchingRules.DEFAULT, today),
                new KeptCycles(policies, policies.rules(), today.day()),
                Set.of(2022, 2023));
    }

    /// Of whom nothing ever came.
    private static TeacherAccount account(TeacherFacts facts) {
        return new TeacherAccount(
                TEACHER,
                COUNTY,
                List.of(new Residence(LocalDate.of(1, 1, 1), COUNTY)),
                "王䶮",
                facts,
                Map.of());
    }

    private static TeacherFacts lent() {
        Loan loan = new Loan(2022, new Credits(20_00), null);
        return TeacherFacts.SETTLED.with(List.of(), List.of(loan), List.of());
    }

    /// Codes of the year 2022, with a mark at what is for information.
    private static List<String> told(String day, TeacherFacts facts) {
        return on(day, 2022).of(account(facts), null, Set.of(2022)).stream()
                .map(YearDifferencesTest::text)
                .toList();
    }

    private static String text(Discrepancy one) {
        return one.place().schoolYear() + " " + one.code() + (one.isInformation() ? " told" : "");
    }

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2023-08-31 | 2022 LOAN told | its own year runs
                    2024-08-31 | 2022 LOAN told | the last day of the year that repays it
                    2024-09-01 | 2022 LOAN      | that year is over
                    """)
    void aLoanIsOverdueOnceTheYearThatRepaysItIsOver(String day, String told, String why) {
        assertThat(told(day, lent())).as(why).containsExactly(told);
    }

    @Test
    void aYearOfWhichNothingCameIsMissedOnceItIsOver() {
        assertThat(told("2023-08-31", TeacherFacts.SETTLED)).isEmpty();
        assertThat(told("2023-09-01", TeacherFacts.SETTLED)).containsExactly("2022 NO_RECORDS");
    }

    @Test
    void whoCameLaterOrLeftIsNotAskedForIt() {
        LocalDate later = LocalDate.of(2023, 10, 1);
        assertThat(told("2024-09-01", new TeacherFacts(later, null, false))).isEmpty();
        LocalDate before = LocalDate.of(2023, 3, 1);
        assertThat(told("2024-09-01", TeacherFacts.SETTLED.leaving(before))).isEmpty();
    }

    @Test
    void onlyYearsThatAreOverAndOfWhichTheHubHasAnythingAreEmpty() {
        TeacherAccount nobody = account(TeacherFacts.SETTLED);
        assertThat(on("2024-08-31", null).empty(nobody))
                .containsExactly(new YearDifferences.TeacherYear(TEACHER, 2022));
        assertThat(on("2026-08-31", null).empty(nobody))
                .containsExactlyInAnyOrder(
                        new YearDifferences.TeacherYear(TEACHER, 2022),
                        new YearDifferences.TeacherYear(TEACHER, 2023));
        assertThat(on("2026-08-31", 2023).empty(nobody))
                .containsExactly(new YearDifferences.TeacherYear(TEACHER, 2023));
    }

    @Test
    void anotherYearIsNotTold() {
        assertThat(on("2026-08-31", 2023).of(account(lent()), null, Set.of(2023)))
                .extracting(Discrepancy::code)
                .containsExactly(BreakCode.NO_RECORDS);
    }
}
