package io.credithub.domain.standing;

import static io.credithub.domain.standing.RequirementsTest.line;
import static io.credithub.domain.standing.RequirementsTest.online;
import static io.credithub.domain.standing.RequirementsTest.year;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.item;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearStanding.YearResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Loans, exemptions and frozen years: what is let off, lent, repaid and decided.
final class LendingTest {
    private static final LocalDate AFTER = LocalDate.of(2027, 9, 1);
    private static final String YEAR = year("minimum: 20");
    private static final Policy LENDING =
            policy(YEAR + cycle(0, "") + "loans: {ratePercent: 100, paragraph: p}\n");

    @ParameterizedTest(name = "{0} lent, {1} borrowed, {2}, {3} missing: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2.69 | 2.69 | -2.69 | 0.01 | UNQUALIFIED
                    2.70 | 2.70 | -2.70 | 0.00 | BORROWED
                    2.71 | 2.70 | -2.70 | 0.00 | BORROWED
                    """)
    void aLoanFillsAYearOfSeventeenThirtyAndTheNextBeginsLower(
            String lent, String borrowed, String carried, String missing, YearResult outcome) {
        Standing standing = standing(LENDING, lent(2022, lent), online(2022, "17.30"));
        YearStanding year = standing.years().getFirst();
        assertThat(List.of(year.borrowed(), year.carriedOut(), year.missing()))
                .extracting(Credits::toString)
                .containsExactly(borrowed, carried, missing);
        assertThat(year.outcome()).isEqualTo(outcome);
        assertThat(standing.years().get(1).carriedIn()).hasToString(carried);
    }

    @ParameterizedTest(name = "{0}: {1} repaid, {2}, {3} missing of the next year")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                     2.69 | 2.69 | BLOCKED   | 20.01
                     2.70 | 2.70 | QUALIFIED | 20.00
                     2.71 | 2.70 | QUALIFIED | 19.99
                    22.70 | 2.70 | QUALIFIED |  0.00
                    """)
    void aLoanThatTheNextYearDoesNotRepayBlocksTheCycle(
            String next, String repaid, Verdict verdict, String missing) {
        Standing standing =
                standing(LENDING, lent(2022, "2.70"), online(2022, "17.30"), online(2023, next));
        assertThat(standing.years().get(1).repaid()).hasToString(repaid);
        assertThat(standing.years().get(1).missing()).hasToString(missing);
        assertThat(standing.verdict()).isEqualTo(verdict);
        assertThat(standing.openLoans()).hasSize(verdict == Verdict.BLOCKED ? 1 : 0);
    }

    @Test
    void thereIsNoLoanInTwoYearsRunningAndNoneWhereNobodyLends() {
        Standing twice = standing(LENDING, lent(2022, "20", 2023, "20"));
        assertThat(twice.years())
                .extracting(year -> year.borrowed().toString())
                .startsWith("20.00", "0.00");
        Policy plain = policy(YEAR + cycle(0, ""));
        assertThat(standing(plain, lent(2022, "20")).years().getFirst().outcome())
                .isEqualTo(YearResult.UNQUALIFIED);
    }

    @Test
    void aLoanOfAFormFillsItsFloorAndTheYear() {
        Policy perForm =
                policy(
                        YEAR
                                + cycle(
                                        100,
                                        "  floors:\n"
                                                + item(
                                                        "online",
                                                        "forms: [ONLINE], credits: 20,"
                                                                + " period: YEAR"))
                                + "loans: {ratePercent: 150, perForm: true, paragraph: p}\n");
        Loan loan = new Loan(2022, credits("3"), "online");
        TeacherFacts teacher = TeacherFacts.SETTLED.with(List.of(), List.of(loan), List.of());
        Standing standing = standing(perForm, teacher, online(2022, "17"));
        assertThat(standing.years().getFirst().outcome()).isEqualTo(YearResult.BORROWED);
        assertThat(standing.years().get(1).floors().getFirst().carriedIn()).hasToString("-4.50");
        assertThat(standing.years().get(1).carriedIn()).hasToString("-4.50");
        assertThat(standing.openLoans())
                .containsExactly(new OpenLoan(2022, "online", credits("4.50"), Credits.ZERO));
        assertThat(line(standing, "online").missing()).hasToString("98.00");
    }

    @ParameterizedTest(name = "{0}: {1} of the cycle, {2} of the year, floor {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MATERNITY    | 100.00 |  0.00 | MISSING
                    PREGNANCY    |  94.00 | 14.00 | MISSING
                    SMALL_SCHOOL | 100.00 | 20.00 | WAIVED
                    POOR_SCHOOL  | 100.00 | 20.00 | WAIVED
                    UNHEARD_OF   | 100.00 | 20.00 | MISSING
                    """)
    void anExemptionLetsOffWhatItsKindSays(
            String kind, String total, String year, LineStanding.LineState floor) {
        Policy policy =
                policy(
                        YEAR
                                + cycle(
                                        100,
                                        "  floors:\n"
                                                + item(
                                                        "city",
                                                        "levels: [CITY], credits: 9,"
                                                                + " waivedBy: [POOR_SCHOOL]"))
                                + kinds());
        List<GrantedFact> granted = List.of(new GrantedFact(kind, 2023));
        Standing standing =
                standing(policy, TeacherFacts.SETTLED.with(granted, List.of(), List.of()));
        assertThat(standing.required()).hasToString(total);
        assertThat(standing.years().get(1).minimum()).hasToString(year);
        assertThat(line(standing, "city").state()).isEqualTo(floor);
    }

    @Test
    void aFrozenYearStaysAsDecidedAndTheDifferenceIsShown() {
        FrozenYear frozen = new FrozenYear(2022, credits("18"), true);
        TeacherFacts teacher = TeacherFacts.SETTLED.with(List.of(), List.of(), List.of(frozen));
        Standing standing = standing(LENDING, teacher, online(2022, "25"));
        YearStanding year = standing.years().getFirst();
        assertThat(year.decided())
                .isEqualTo(
                        new YearStanding.DecidedYearStanding(
                                credits("18"), true, credits("7"), true, List.of()));
        assertThat(year.outcome()).isEqualTo(YearResult.QUALIFIED);
        assertThat(standing.recognised()).hasToString("18.00");
        assertThat(year.carriedOut()).hasToString("0.00");
    }

    @Test
    void borrowingAndRepayingSumsToNothing() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String there = BigDecimal.valueOf(random.nextInt(2000), 2).toPlainString();
            String next = BigDecimal.valueOf(2000 + random.nextInt(4000), 2).toPlainString();
            Earned[] entries = {online(2022, there), online(2023, next)};
            Standing lent = standing(LENDING, lent(2022, "20"), entries);
            Standing plain = standing(LENDING, TeacherFacts.SETTLED, entries);
            YearStanding first = lent.years().getFirst();
            assertThat(first.borrowed().plus(first.carriedOut()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(Credits.ZERO);
            assertThat(lent.years().get(1).repaid()).isEqualTo(first.borrowed());
            assertThat(lent.recognised()).isEqualTo(plain.recognised());
        }
    }

    private static String kinds() {
        String rest = ", title: {zh: t, en: t}, paragraph: p}\n";
        return "exemptions:\n"
                + ("  - {kind: MATERNITY, waivesYear: true" + rest)
                + ("  - {kind: PREGNANCY, credits: 6" + rest)
                + ("  - {kind: SMALL_SCHOOL, waives: [city]" + rest)
                + ("  - {kind: POOR_SCHOOL" + rest);
    }

    private static TeacherFacts lent(int schoolYear, String credits) {
        List<Loan> loans = List.of(new Loan(schoolYear, credits(credits), null));
        return TeacherFacts.SETTLED.with(List.of(), loans, List.of());
    }

    private static TeacherFacts lent(int one, String first, int other, String second) {
        List<Loan> loans =
                List.of(
                        new Loan(one, credits(first), null),
                        new Loan(other, credits(second), null));
        return TeacherFacts.SETTLED.with(List.of(), loans, List.of());
    }

    private static Credits credits(String amount) {
        return Credits.rounded(new BigDecimal(amount));
    }

    private static Standing standing(Policy policy, TeacherFacts teacher, Earned... entries) {
        return Standing.of(policy, new Entries(2022, List.of(entries)), teacher, AFTER);
    }
}
