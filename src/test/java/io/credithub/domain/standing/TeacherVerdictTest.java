package io.credithub.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.fixtures.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lists say of a teacher, by what is earned and what is known.
final class TeacherVerdictTest {
    private static final Policy SHANXI = Policies.shanxi();
    private static final SchoolCalendar CALENDAR = SHANXI.terms().calendar();
    private static final int CYCLE = 2022;
    private static final int YEAR = 2024;
    private static final int MINIMUM = 20;

    /// The years before 2024 are there to the credit.
    @ParameterizedTest(name = "{0} credits, {1}, on {2}: {3}, since {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20 | nothing              | 2025-09-01 | QUALIFIED      | the minimum itself is enough
                    19 | nothing              | 2025-09-01 | SHORT          | one less is not
                    19 | nothing              | 2025-08-31 | NOT_YET        | on its last day there is still time
                    20 | nothing              | 2024-09-01 | QUALIFIED      | what is there is there, though the year runs
                    0  | nothing              | 2024-08-31 | NOT_YET        | it has not begun
                    20 | nothing              | 2024-08-31 | NOT_YET        | nothing counts before it has begun
                    0  | exempt MATERNITY     | 2025-09-01 | EXEMPT         | nothing is asked
                    30 | exempt MATERNITY     | 2025-09-01 | EXEMPT         | whatever was earned in it
                    0  | exempt MATERNITY     | 2024-10-01 | EXEMPT         | while it runs, too
                    0  | exempt MATERNITY     | 2024-08-31 | NOT_YET        | not before it has begun
                    0  | exempt NOBODY_KNOWS  | 2025-09-01 | SHORT          | a kind without a rule takes nothing off
                    15 | loan 5               | 2025-09-01 | BORROWED       | exactly the shortfall
                    15 | loan 4               | 2025-09-01 | SHORT          | a loan that is too small
                    20 | loan 5               | 2025-09-01 | QUALIFIED      | a late record left nothing of the loan
                    15 | loan 5               | 2025-03-01 | BORROWED       | while it runs
                    0  | decided qualified    | 2025-09-01 | QUALIFIED      | as it was decided
                    20 | decided short        | 2025-09-01 | SHORT          | as it was decided
                    0  | confirmed 2025-09-01 | 2025-10-01 | NEW            | the year before the confirmation
                    0  | confirmed 2026-09-01 | 2026-10-01 | NOT_REGISTERED | a year before the first
                    0  | confirmed 2024-09-01 | 2025-09-01 | SHORT          | credits count from the year of confirmation
                    0  | confirmed 2010-09-01 | 2025-09-01 | SHORT          | long ago
                    0  | new                  | 2024-10-01 | NEW            | not confirmed yet
                    0  | new                  | 2026-10-01 | NOT_REGISTERED | a new teacher of two years later
                    0  | transferred 2025-09-01 | 2026-09-01 | NOT_REGISTERED | came from elsewhere, and is not new
                    0  | left 2025-08-30      | 2025-09-01 | LEFT           | before the year was over
                    0  | left 2025-08-31      | 2025-09-01 | SHORT          | on its last day: the year was whole
                    0  | left 2025-08-30      | 2025-08-29 | NOT_YET        | has not left yet
                    0  | left 2025-08-30 + decided qualified | 2025-09-01 | QUALIFIED | decided all the same
                    20 | left 2025-08-30 + decided short | 2025-09-01 | SHORT | decided all the same
                    0  | confirmed 2025-09-01 + decided qualified | 2025-10-01 | QUALIFIED | as it was decided
                    0  | confirmed 2024-09-01 + transferred 2026-09-01 | 2026-10-01 | NOT_REGISTERED | the year after the first one, elsewhere
                    0  | confirmed 2024-09-01 + transferred 2025-09-01 | 2024-09-01 | NOT_REGISTERED | on the day of the confirmation the first year is over
                    """)
    void aSchoolYearIsSaidOf(
            int earned, String known, LocalDate asOf, TeacherVerdict verdict, String why) {
        List<Earned> awards = new ArrayList<>();
        for (int year = CYCLE; year < YEAR; year++) awards.add(earned(year, MINIMUM));
        awards.add(earned(YEAR, earned));
        TeacherFacts teacher = knowing(known);
        Standing standing = standing(awards, teacher, asOf);
        YearStanding year = standing.years().get(YEAR - CYCLE);
        assertThat(TeacherVerdict.of(year, teacher, CALENDAR, asOf)).as(why).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} credits a year, {1}, on {2}: {3}, since {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    24 | nothing              | 2027-09-01 | QUALIFIED      | 120 in five years
                    23 | nothing              | 2027-09-01 | SHORT          | 115
                    23 | nothing              | 2027-08-31 | NOT_YET        | there is time left
                    40 | nothing              | 2024-09-01 | QUALIFIED      | all is there by the third year
                    0  | nothing              | 2022-09-01 | NOT_YET        | without any record
                    0  | nothing              | 2027-09-01 | SHORT          | without any record
                    24 | exempt MATERNITY     | 2027-09-01 | QUALIFIED      | the cycle's total stays
                    0  | confirmed 2027-09-01 | 2027-10-01 | NEW            | the first year lies in it
                    0  | new                  | 2027-10-01 | NEW            | the first year began in it
                    0  | confirmed 2029-09-01 | 2029-10-01 | NOT_REGISTERED | it lies behind the first year
                    0  | left 2024-01-01      | 2025-01-01 | LEFT           | not decided
                    """)
    void aCycleIsSaidOf(
            int earned, String known, LocalDate asOf, TeacherVerdict verdict, String why) {
        List<Earned> awards = new ArrayList<>();
        for (int year = CYCLE; year < CYCLE + Tally.YEARS; year++) awards.add(earned(year, earned));
        TeacherFacts teacher = knowing(known);
        Standing standing = standing(awards, teacher, asOf);
        assertThat(TeacherVerdict.of(standing, teacher, CALENDAR)).as(why).isEqualTo(verdict);
    }

    /// Of a year that is over, qualified, and lacks nothing.
    @ParameterizedTest(
            name = "asked {0}, exempted {1}, borrowed {2}, for a floor {3}: {4}, since {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20 | 0  | 0 | 0 | QUALIFIED | nothing was taken off
                    0  | 20 | 0 | 0 | EXEMPT    | all of it was taken off
                    10 | 10 | 0 | 0 | QUALIFIED | a part was asked still
                    0  | 0  | 0 | 0 | QUALIFIED | nothing was ever asked
                    20 | 0  | 5 | 0 | BORROWED  | lent for the year
                    20 | 0  | 0 | 5 | BORROWED  | lent for one of its floors
                    0  | 20 | 0 | 5 | BORROWED  | a floor was asked still, and lent
                    """)
    void aYearOfWhichNothingIsMissingIsSaidOf(
            int asked, int exempted, int lent, int floor, TeacherVerdict verdict, String why) {
        LocalDate after = LocalDate.of(2025, 9, 1);
        YearFloor lentFloor =
                new YearFloor(
                        "f",
                        Credits.ZERO,
                        Credits.ZERO,
                        credits(floor),
                        credits(floor),
                        Credits.ZERO,
                        false);
        YearStanding year =
                new YearStanding(
                        YEAR,
                        YearStanding.YearState.ENDED,
                        YearStanding.YearResult.QUALIFIED,
                        credits(asked),
                        credits(asked),
                        Credits.ZERO,
                        credits(asked),
                        Credits.ZERO,
                        Credits.ZERO,
                        credits(lent),
                        Credits.ZERO,
                        credits(exempted),
                        List.of(),
                        List.of(lentFloor),
                        null);
        assertThat(TeacherVerdict.of(year, TeacherFacts.SETTLED, CALENDAR, after))
                .as(why)
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "asked {0}, {1}: {2}, since {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | exempt MATERNITY | EXEMPT    | all of it was taken off
                    0 | nothing          | QUALIFIED | nothing was ever asked
                    1 | exempt MATERNITY | QUALIFIED | something was asked still
                    """)
    void aCycleThatAsksNothingIsSaidOf(
            int asked, String known, TeacherVerdict verdict, String why) {
        LocalDate after = LocalDate.of(2027, 9, 1);
        TeacherFacts teacher = knowing(known);
        Standing whole = standing(List.of(earned(2022, 120)), teacher, after);
        LineStanding total = whole.lines().getFirst();
        LineStanding other =
                new LineStanding(
                        total.line(),
                        total.state(),
                        total.earned(),
                        total.recognised(),
                        credits(asked),
                        Credits.ZERO,
                        total.cut());
        Standing standing = with(whole, List.of(other), Standing.Verdict.QUALIFIED);
        assertThat(TeacherVerdict.of(standing, teacher, CALENDAR)).as(why).isEqualTo(verdict);
    }

    private static Standing with(
            Standing whole, List<LineStanding> lines, Standing.Verdict verdict) {
        return new Standing(
                whole.cycle(),
                whole.asOf(),
                whole.years(),
                whole.registeredYears(),
                lines,
                whole.loans(),
                whole.openLoans(),
                whole.backed(),
                whole.probation(),
                verdict,
                whole.leftOn());
    }

    @Test
    void anOpenLoanMakesACycleBorrowed() {
        LocalDate after = LocalDate.of(2027, 9, 1);
        Standing whole = standing(List.of(earned(2022, 120)), TeacherFacts.SETTLED, after);
        Standing blocked = with(whole, whole.lines(), Standing.Verdict.BLOCKED);
        assertThat(TeacherVerdict.of(blocked, TeacherFacts.SETTLED, CALENDAR))
                .isEqualTo(TeacherVerdict.BORROWED);
    }

    @Test
    void figuresSayWhatIsMissingInAllAndOnFloors() {
        List<Earned> awards = List.of(schoolBased(10));
        LocalDate after = LocalDate.of(2027, 9, 1);
        Standing standing = standing(awards, TeacherFacts.SETTLED, after);
        VerdictFigures figures = VerdictFigures.of(standing, TeacherFacts.SETTLED, CALENDAR);
        assertThat(figures.verdict()).isEqualTo(TeacherVerdict.SHORT);
        assertThat(figures.recognised()).hasToString("10.00");
        assertThat(figures.required()).hasToString("120.00");
        assertThat(figures.missing()).hasToString("110.00");
        assertThat(figures.floors())
                .extracting(floor -> floor.line())
                .isEqualTo(
                        standing.missing().stream().skip(1).map(line -> line.line().key()).toList())
                .isNotEmpty();
    }

    /// @param known facts, with `+` between them
    private static TeacherFacts knowing(String known) {
        TeacherFacts teacher = TeacherFacts.SETTLED;
        for (String fact : known.split("\\+")) teacher = knowing(teacher, fact.strip().split(" "));
        return teacher;
    }

    private static TeacherFacts knowing(TeacherFacts teacher, String[] words) {
        return switch (words[0]) {
            case "nothing" -> teacher;
            case "new" -> new TeacherFacts(null, null, true);
            case "confirmed" -> new TeacherFacts(LocalDate.parse(words[1]), null, false);
            case "transferred" ->
                    new TeacherFacts(teacher.confirmedOn(), LocalDate.parse(words[1]), false);
            case "left" -> teacher.leaving(LocalDate.parse(words[1]));
            case "exempt" ->
                    teacher.with(List.of(new GrantedFact(words[1], YEAR)), List.of(), List.of());
            case "loan" ->
                    teacher.with(
                            List.of(), List.of(loan(YEAR, Integer.parseInt(words[1]))), List.of());
            case "decided" ->
                    teacher.with(
                            List.of(),
                            List.of(),
                            List.of(
                                    new FrozenYear(
                                            YEAR, credits(10), words[1].equals("qualified"))));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Loan loan(int schoolYear, int credits) {
        return new Loan(schoolYear, credits(credits), null);
    }

    private static Credits credits(int whole) {
        return new Credits(100L * whole);
    }

    private static Standing standing(List<Earned> awards, TeacherFacts teacher, LocalDate asOf) {
        return Standing.of(SHANXI, new Entries(CYCLE, awards), teacher, asOf);
    }

    /// County, school-based: no floor and no theme has any of it.
    private static Earned schoolBased(int credits) {
        Training training = new Training.Course(Form.SCHOOL_BASED, 500 * credits, Grade.PASS, null);
        Facts facts = new Facts(Level.SCHOOL, training, List.of(), LocalDate.of(2022, 9, 1));
        return new Earned(facts, credits(credits), null, "s");
    }

    /// On the first day of a school year.
    private static Earned earned(int schoolYear, int credits) {
        Training training = new Training.Course(Form.CENTRALISED, 300 * credits, Grade.PASS, null);
        LocalDate day = LocalDate.of(schoolYear, 9, 1);
        Facts facts = new Facts(Level.PROVINCE, training, List.of("ETHICS", "ICT"), day);
        return new Earned(facts, credits(credits), null, "r" + schoolYear);
    }
}
