package io.credithub.domain.bank;

import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.earned;
import static io.credithub.fixtures.Requiring.item;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Lending.LoanDecision;
import io.credithub.domain.bank.Lending.LoanRequest;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.LegKind;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is lent, and what is not.
final class LendingLawsTest {
    private static final LocalDate MAY_2024 = LocalDate.of(2024, 5, 20); // school year 2023
    private static final String YEAR =
            "schoolYear: {minimum: 20, carriesForward: true, proRated: true, paragraph: p}\n";
    private static final String FORMS =
            "  floors:\n"
                    + item("online", "forms: [ONLINE], credits: 8, period: YEAR")
                    + item("school", "forms: [SCHOOL_BASED], credits: 8, period: YEAR");
    private static final Policy SHANXI = lending("", "ratePercent: 100");
    private static final Policy YEARLY = lending("", "ratePercent: 100, consecutiveYears: true");
    private static final Policy JILIN = lending(FORMS, "ratePercent: 100, perForm: true");

    @ParameterizedTest(name = "{0} there: {1} lent")
    @CsvSource({"17.29, 2.71", "17.30, 2.70", "19.99, 0.01", "0.00, 20.00"})
    void exactlyTheShortfallIsLent(String there, String lent) {
        LoanDecision answer =
                decide(SHANXI, TeacherFacts.SETTLED, wish(2023, null), online(2023, there));
        assertThat(answer)
                .isEqualTo(
                        new LoanDecision.LoanGranted(
                                new Loan(2023, credits(lent), null), credits(lent), "p"));
    }

    @Test
    void aYearOfSeventeenThirtyIsFilledAndTheNextBeginsLower() {
        Earned there = online(2023, "17.30");
        TeacherFacts lent = granted(SHANXI, TeacherFacts.SETTLED, wish(2023, null), there);
        Standing standing = standing(SHANXI, lent, there);
        YearStanding year = standing.years().get(1);
        assertThat(year.borrowed()).hasToString("2.70");
        assertThat(year.missing()).hasToString("0.00");
        assertThat(standing.years().get(2).carriedIn()).hasToString("-2.70");
    }

    @ParameterizedTest(name = "{0} {1} with {2}, lent for {3}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    2022 | -      | 10 | -    | NOT_THE_CURRENT_YEAR | the year is over
                    2024 | -      | 10 | -    | NOT_THE_CURRENT_YEAR | the year has not begun
                    2023 | online | 10 | -    | NO_SUCH_FORM         | loans are of the year
                    2023 | -      | 20 | -    | NOTHING_MISSING      | exactly enough
                    2023 | -      | 25 | -    | NOTHING_MISSING      | more than enough
                    2023 | -      | 10 | 2023 | LENT_ALREADY         | one of this year
                    2023 | -      | 10 | 2022 | LENT_THE_YEAR_BEFORE | not two years running
                    """)
    void whatIsForbiddenSaysWhy(
            int year,
            @Nullable String line,
            String there,
            @Nullable Integer lentFor,
            RefusalReason why,
            String reason) {
        TeacherFacts teacher = lentFor == null ? TeacherFacts.SETTLED : lent(lentFor, "1");
        assertThat(decide(SHANXI, teacher, wish(year, line), online(2023, there)))
                .as(reason)
                .isEqualTo(new LoanDecision.LoanRefused(BankRefusal.by("p", why)));
    }

    @Test
    void whereThePolicySaysSoCreditsAreLentTwoYearsRunningOnceTheFirstIsRepaid() {
        LoanDecision unpaid =
                decide(YEARLY, lent(2022, "20"), wish(2023, null), online(2023, "19"));
        assertThat(unpaid)
                .isInstanceOfSatisfying(
                        LoanDecision.LoanRefused.class,
                        not -> {
                            assertThat(not.why().why()).isEqualTo(RefusalReason.LENT_ALREADY);
                            assertThat(not.why().figures())
                                    .containsEntry("owed", credits("20"))
                                    .containsEntry("repaid", credits("19"));
                        });
        LoanDecision repaid =
                decide(YEARLY, lent(2022, "20"), wish(2023, null), online(2023, "21"));
        assertThat(repaid)
                .isInstanceOfSatisfying(
                        LoanDecision.LoanGranted.class,
                        granted -> assertThat(granted.loan().credits()).isEqualTo(credits("19")));
    }

    @Test
    void aPolicyWithoutLoansLendsNothing() {
        Policy none = policy(YEAR + cycle(0, ""));
        assertThat(decide(none, TeacherFacts.SETTLED, wish(2023, null)))
                .isEqualTo(
                        new LoanDecision.LoanRefused(
                                BankRefusal.because(RefusalReason.NO_LENDING)));
    }

    @Test
    void nothingIsLentToWhoIsNotConfirmedYet() {
        TeacherFacts onProbation = new TeacherFacts(null, null, true);
        assertThat(decide(SHANXI, onProbation, wish(2023, null)))
                .isEqualTo(
                        new LoanDecision.LoanRefused(
                                BankRefusal.by("p", RefusalReason.YEAR_NOT_REGISTERED)));
    }

    @Test
    void whereLoansArePerFormEachFormHasItsOwn() {
        Earned[] there = {online(2023, "5.50"), schoolBased(2023, "8.00")};
        TeacherFacts one = granted(JILIN, TeacherFacts.SETTLED, wish(2023, "online"), there);
        assertThat(one.loans()).containsExactly(new Loan(2023, credits("2.50"), "online"));
        assertThat(refusal(JILIN, one, wish(2023, "online"), there))
                .isEqualTo(RefusalReason.LENT_ALREADY);
        assertThat(refusal(JILIN, one, wish(2023, "school"), there))
                .isEqualTo(RefusalReason.NOTHING_MISSING);
        for (String none : new String[] {null, "total", "x"}) {
            assertThat(refusal(JILIN, one, wish(2023, none), there))
                    .isEqualTo(RefusalReason.NO_SUCH_FORM);
        }
        TeacherFacts both = granted(JILIN, one, wish(2023, "school"), online(2023, "5.50"));
        assertThat(both.loans()).hasSize(2);
    }

    @Test
    void aLoanNeverExceedsTheShortfallAndLeavesNothingMissing() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            Earned[] there = {
                online(2022, amount(random.nextInt(5_000))),
                online(2023, amount(random.nextInt(2_500)))
            };
            Standing before = standing(SHANXI, TeacherFacts.SETTLED, there);
            LoanDecision answer = decide(SHANXI, TeacherFacts.SETTLED, wish(2023, null), there);
            Credits missing = before.years().get(1).missing();
            if (!(answer instanceof LoanDecision.LoanGranted granted)) {
                assertThat(missing).as("seed %d, round %d", seed, round).isEqualTo(Credits.ZERO);
                continue;
            }
            assertThat(granted.loan().credits()).isEqualTo(missing);
            Standing after = standing(SHANXI, with(TeacherFacts.SETTLED, granted), there);
            assertThat(after.years().get(1).missing())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(Credits.ZERO);
            assertThat(after.recognised()).isEqualTo(before.recognised());
        }
    }

    @Test
    void everyMovementOfALoanSumsToZeroAndItsReversalUndoesIt() {
        for (int lent = 1; lent <= 2_000; lent++) {
            for (int owed : new int[] {lent, lent + lent / 2, lent / 2}) {
                Movement loan =
                        Movement.loan(
                                UUID.randomUUID(),
                                7,
                                new Movement.Borrowing(2023, new Credits(lent), new Credits(owed)));
                Movement back = loan.reversed(UUID.randomUUID());
                for (int leg = 0; leg < loan.legs().size(); leg++) {
                    Leg one = loan.legs().get(leg);
                    Leg other = back.legs().get(leg);
                    assertThat(one.credits().plus(other.credits())).isEqualTo(Credits.ZERO);
                    assertThat(other.kind()).isEqualTo(one.kind());
                }
                assertThat(loan.legs().stream().anyMatch(leg -> leg.kind() == LegKind.CHARGE))
                        .isEqualTo(owed != lent);
            }
        }
    }

    private static Policy lending(String floors, String rule) {
        return policy(YEAR + cycle(100, floors) + "loans: {" + rule + ", paragraph: p}\n");
    }

    private static LoanDecision decide(
            Policy policy, TeacherFacts teacher, LoanRequest wish, Earned... entries) {
        return Lending.decide(policy, standing(policy, teacher, entries), teacher, wish);
    }

    private static RefusalReason refusal(
            Policy policy, TeacherFacts teacher, LoanRequest wish, Earned... entries) {
        return ((LoanDecision.LoanRefused) decide(policy, teacher, wish, entries)).why().why();
    }

    private static TeacherFacts granted(
            Policy policy, TeacherFacts teacher, LoanRequest wish, Earned... entries) {
        return with(teacher, (LoanDecision.LoanGranted) decide(policy, teacher, wish, entries));
    }

    private static TeacherFacts with(TeacherFacts teacher, LoanDecision.LoanGranted granted) {
        List<Loan> loans = new ArrayList<>(teacher.loans());
        loans.add(granted.loan());
        return teacher.with(List.of(), loans, List.of());
    }

    private static TeacherFacts lent(int schoolYear, String credits) {
        return TeacherFacts.SETTLED.with(
                List.of(), List.of(new Loan(schoolYear, credits(credits), null)), List.of());
    }

    private static Standing standing(Policy policy, TeacherFacts teacher, Earned... entries) {
        return Standing.of(policy, new Entries(2022, List.of(entries)), teacher, MAY_2024);
    }

    private static LoanRequest wish(int schoolYear, @Nullable String line) {
        return new LoanRequest(schoolYear, line);
    }

    private static Earned online(int schoolYear, String credits) {
        return earned(schoolYear, Level.CITY, Form.ONLINE, credits);
    }

    private static Earned schoolBased(int schoolYear, String credits) {
        return earned(schoolYear, Level.SCHOOL, Form.SCHOOL_BASED, credits);
    }

    private static Credits credits(String amount) {
        return Credits.rounded(new BigDecimal(amount));
    }

    private static String amount(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
