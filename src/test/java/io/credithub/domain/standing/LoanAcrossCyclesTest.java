package io.credithub.domain.standing;

import static io.credithub.domain.standing.RequirementsTest.online;
import static io.credithub.domain.standing.RequirementsTest.year;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.earned;
import static io.credithub.fixtures.Requiring.item;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearStanding.YearResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Loans from year to year and across the end of a cycle: what is in force of them, what is owed,
/// and what is repaid when.
final class LoanAcrossCyclesTest {
    private static final LocalDate AFTER = LocalDate.of(2032, 9, 1);
    private static final LocalDate IN_2027 = LocalDate.of(2028, 8, 1);
    private static final Policy LENDING =
            policy(
                    year("minimum: 20")
                            + cycle(0, "")
                            + "exemptions:\n"
                            + "  - {kind: MATERNITY, waivesYear: true,"
                            + " title: {zh: t, en: t}, paragraph: p}\n"
                            + "loans: {ratePercent: 100, paragraph: p}\n");
    private static final Policy PER_FORM =
            policy(
                    year("minimum: 40")
                            + cycle(
                                    200,
                                    "  floors:\n"
                                            + item(
                                                    "a",
                                                    "forms: [ONLINE], credits: 20, period: YEAR")
                                            + item(
                                                    "b",
                                                    "forms: [SCHOOL_BASED], credits: 20, period:"
                                                            + " YEAR"))
                            + "loans: {ratePercent: 100, perForm: true, paragraph: p}\n");

    @Test
    void aLateRecordShrinksTheLoanOfTheCycle() {
        Earned[] late = {online(2022, "10"), online(2022, "7")};
        Standing standing = standing(LENDING, 2022, AFTER, lent(2022, "10"), late);
        assertThat(standing.years().getFirst().borrowed()).hasToString("3.00");
        assertThat(standing.years().get(1).carriedIn()).hasToString("-3.00");
        assertThat(standing.loans()).containsExactly(loan(2022, null, "3", "3", "0"));
    }

    @Test
    void aLateRecordShrinksTheLoanAcrossTheEndOfTheCycle() {
        Earned[] late = {online(2026, "10"), online(2026, "7"), online(2027, "20")};
        Standing next = standing(LENDING, 2027, IN_2027, lent(2026, "10"), late);
        assertThat(next.years().getFirst().carriedIn()).hasToString("-3.00");
        assertThat(next.years().getFirst().repaid()).hasToString("3.00");
        assertThat(next.years().getFirst().missing()).hasToString("3.00");
        assertThat(next.loans()).containsExactly(loan(2026, null, "3", "3", "3"));
    }

    @Test
    void theNextCyclesFirstYearRepaysTheLoanOfACyclesLastYear() {
        Earned[] unpaid = {online(2026, "10"), online(2027, "9.99")};
        assertThat(standing(LENDING, 2022, IN_2027, lent(2026, "10"), unpaid).verdict())
                .isEqualTo(Verdict.BLOCKED);
        assertThat(standing(LENDING, 2027, IN_2027, lent(2026, "10"), unpaid).verdict())
                .isEqualTo(Verdict.BLOCKED);
        Earned[] paid = {online(2026, "10"), online(2027, "10")};
        assertThat(standing(LENDING, 2022, IN_2027, lent(2026, "10"), paid).verdict())
                .isEqualTo(Verdict.QUALIFIED);
        assertThat(standing(LENDING, 2027, IN_2027, lent(2026, "10"), paid).verdict())
                .isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void whatTheNextYearDoesNotRepayTheYearAfterRepaysFirst() {
        Earned[] entries = {online(2022, "10"), online(2023, "5"), online(2024, "30")};
        Standing standing = standing(LENDING, 2022, AFTER, lent(2022, "10"), entries);
        assertThat(standing.years())
                .extracting(one -> one.carriedIn() + " " + one.repaid() + " " + one.missing())
                .startsWith(
                        "0.00 0.00 0.00",
                        "-10.00 5.00 25.00",
                        "-5.00 5.00 0.00",
                        "5.00 0.00 15.00");
        assertThat(standing.openLoans()).isEmpty();
        assertThat(standing.verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void aWaivedYearDefersWhatIsOwed() {
        TeacherFacts teacher =
                TeacherFacts.SETTLED.with(
                        List.of(new GrantedFact("MATERNITY", 2023)),
                        List.of(new Loan(2022, credits("10"), null)),
                        List.of());
        Standing standing =
                standing(LENDING, 2022, AFTER, teacher, online(2022, "10"), online(2024, "30"));
        assertThat(standing.years().get(1).outcome()).isEqualTo(YearResult.QUALIFIED);
        assertThat(standing.years().get(2).carriedIn()).hasToString("-10.00");
        assertThat(standing.years().get(2).outcome()).isEqualTo(YearResult.QUALIFIED);
        assertThat(standing.openLoans()).isEmpty();
    }

    @Test
    void aLoanOfAFormFillsTheYearThoughAnotherFormHadOneTheYearBefore() {
        TeacherFacts teacher =
                TeacherFacts.SETTLED.with(
                        List.of(),
                        List.of(
                                new Loan(2022, credits("5"), "a"),
                                new Loan(2023, credits("4"), "b")),
                        List.of());
        Standing standing =
                standing(
                        PER_FORM,
                        2022,
                        AFTER,
                        teacher,
                        online(2022, "15"),
                        school(2022, "20"),
                        online(2023, "25"),
                        school(2023, "16"));
        assertThat(standing.years())
                .extracting(YearStanding::outcome)
                .startsWith(YearResult.BORROWED, YearResult.BORROWED);
        assertThat(standing.years().get(1).borrowed()).hasToString("4.00");
        assertThat(standing.loans())
                .containsExactly(loan(2022, "a", "5", "5", "5"), loan(2023, "b", "4", "4", "0"));
    }

    @Test
    void ofALoanBeforeTheCycleTheQuestionMaySayWhatIsRepaid() {
        Loan stated = new Loan(2021, credits("10"), null, credits("4"));
        TeacherFacts teacher = TeacherFacts.SETTLED.with(List.of(), List.of(stated), List.of());
        Standing standing = standing(LENDING, 2022, AFTER, teacher, online(2022, "25"));
        assertThat(standing.years().getFirst().carriedIn()).hasToString("-6.00");
        assertThat(standing.years().getFirst().missing()).hasToString("1.00");
        assertThat(standing.loans()).containsExactly(loan(2021, null, "10", "10", "10"));
    }

    @Test
    void theOrderOfRecordsAndLoansTellsOnNothing() {
        long seed = 20_261_129;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Earned> entries = entries(random, 2022, 2031);
            List<Loan> loans = loans(random);
            Standing once = standing(2022 + 5 * random.nextInt(2), entries, loans);
            Collections.shuffle(entries, random);
            Collections.shuffle(loans, random);
            Standing again = standing(once.cycle(), entries, loans);
            assertThat(again).as("seed %d, round %d", seed, round).isEqualTo(once);
        }
    }

    @Test
    void neverIsMoreRepaidThanOwedNorMoreBorrowedThanLentAndBothCyclesSayTheSame() {
        long seed = 20_261_130;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Earned> entries = entries(random, 2022, 2031);
            List<Loan> loans = loans(random);
            Standing first = standing(2022, entries, loans);
            Standing second = standing(2027, entries, loans);
            long repaid = 0;
            for (YearStanding one : first.years()) repaid += one.repaid().hundredths();
            for (YearStanding one : second.years()) repaid += one.repaid().hundredths();
            long told = 0;
            for (LoanStanding loan : second.loans()) {
                told += loan.repaid().hundredths();
                assertThat(loan.repaid()).isLessThanOrEqualTo(loan.owed());
                assertThat(loan.borrowed()).isLessThanOrEqualTo(granted(loans, loan.schoolYear()));
            }
            assertThat(told).as("seed %d, round %d", seed, round).isEqualTo(repaid);
            assertThat(second.loans()).containsAll(first.loans());
        }
    }

    @Test
    void moreCreditsNeverLeaveMoreOwedOrMoreYearsUnqualified() {
        long seed = 20_261_201;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Earned> entries = entries(random, 2022, 2031);
            List<Loan> loans = List.of(new Loan(2022 + random.nextInt(9), amount(random), null));
            List<Earned> more = new ArrayList<>(entries);
            more.add(online(2022 + random.nextInt(10), amount(random).toString()));
            for (int cycle : new int[] {2022, 2027}) {
                Standing before = standing(cycle, entries, loans);
                Standing after = standing(cycle, more, loans);
                assertThat(rest(after))
                        .as("seed %d, round %d", seed, round)
                        .isLessThanOrEqualTo(rest(before));
                assertThat(unqualified(after)).isLessThanOrEqualTo(unqualified(before));
            }
        }
    }

    private static long rest(Standing standing) {
        long sum = 0;
        for (OpenLoan loan : standing.openLoans()) {
            sum += loan.owed().minus(loan.repaid()).hundredths();
        }
        return sum;
    }

    private static long unqualified(Standing standing) {
        return standing.years().stream().filter(YearStanding::unqualified).count();
    }

    private static Credits granted(List<Loan> loans, int schoolYear) {
        Credits sum = Credits.ZERO;
        for (Loan loan : loans) {
            if (loan.schoolYear() == schoolYear) sum = sum.plus(loan.credits());
        }
        return sum;
    }

    private static List<Earned> entries(Random random, int from, int to) {
        List<Earned> entries = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                entries.add(online(year, amount(random).toString()));
            }
        }
        return entries;
    }

    private static List<Loan> loans(Random random) {
        List<Loan> loans = new ArrayList<>();
        for (int year = 2022; year < 2032; year++) {
            if (random.nextInt(3) == 0) loans.add(new Loan(year, amount(random), null));
        }
        return loans;
    }

    private static Credits amount(Random random) {
        return new Credits(1 + random.nextInt(2500));
    }

    private static LoanStanding loan(
            int year, @Nullable String line, String borrowed, String owed, String repaid) {
        return new LoanStanding(year, line, credits(borrowed), credits(owed), credits(repaid));
    }

    private static TeacherFacts lent(int schoolYear, String credits) {
        Loan loan = new Loan(schoolYear, credits(credits), null);
        return TeacherFacts.SETTLED.with(List.of(), List.of(loan), List.of());
    }

    private static Credits credits(String amount) {
        return Credits.rounded(new BigDecimal(amount));
    }

    private static Earned school(int schoolYear, String credits) {
        return earned(schoolYear, Level.SCHOOL, Form.SCHOOL_BASED, credits);
    }

    private static Standing standing(int cycle, List<Earned> entries, List<Loan> loans) {
        TeacherFacts teacher = TeacherFacts.SETTLED.with(List.of(), loans, List.of());
        return Standing.of(LENDING, new Entries(cycle, entries), teacher, AFTER);
    }

    private static Standing standing(
            Policy policy, int cycle, LocalDate asOf, TeacherFacts teacher, Earned... entries) {
        return Standing.of(policy, new Entries(cycle, List.of(entries)), teacher, asOf);
    }
}
