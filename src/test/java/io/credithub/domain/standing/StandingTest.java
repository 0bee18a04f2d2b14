package io.credithub.domain.standing;

import static io.credithub.fixtures.Trainings.about;
import static io.credithub.fixtures.Trainings.decided;
import static io.credithub.fixtures.Trainings.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where a teacher stands in the cycle 2022, from what was awarded.
final class StandingTest {
    private static final Policy SHANXI = Policies.shanxi();
    private static final int CYCLE = 2022;
    private static final LocalDate AFTER = LocalDate.of(2027, 9, 1);
    private static final LocalDate DURING = LocalDate.of(2025, 3, 1);

    @Test
    void selfDirectedResultsAreRecognisedUpToTheCapTheEarliestFirst() {
        Standing standing =
                standing(
                        TeacherFacts.SETTLED,
                        AFTER,
                        in(2022, decided("12")),
                        in(2024, decided("15")));
        assertThat(standing.earned()).hasToString("27.00");
        assertThat(standing.recognised()).hasToString("20.00");
        assertThat(standing.cutByCaps()).hasToString("7.00");
        assertThat(standing.years())
                .extracting(year -> year.recognised().toString())
                .containsExactly("12.00", "0.00", "8.00", "0.00", "0.00");
    }

    @Test
    void whatAYearEarnsAboveItsMinimumIsCarriedOn() {
        Standing standing =
                standing(
                        TeacherFacts.SETTLED,
                        AFTER,
                        in(2022, centralised("105")), // 35.00
                        in(2023, centralised("30"))); // 10.00
        assertThat(standing.years())
                .extracting(year ->
                        year.carriedIn()
                                + " "
                                + year.missing()
                                + " "
                                + year.carriedOut()
                                + " "
                                + year.unqualified())
                .containsExactly(
                        "0.00 0.00 15.00 false",
                        "15.00 0.00 5.00 false",
                        "5.00 15.00 0.00 true",
                        "0.00 20.00 0.00 true",
                        "0.00 20.00 0.00 true");
    }

    @Test
    void aYearOfSeventeenThirtyLacksExactlyTwoSeventy() {
        Standing standing =
                standing(TeacherFacts.SETTLED, DURING, in(2022, course("51.9", Level.PROVINCE)));
        assertThat(standing.years().getFirst().recognised()).hasToString("17.30");
        assertThat(standing.years().getFirst().missing()).hasToString("2.70");
    }

    @Test
    void aFullCycleIsQualified() {
        Standing standing = standing(TeacherFacts.SETTLED, AFTER, full());
        assertThat(standing.verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(standing.missing()).isEmpty();
    }

    @Test
    void withoutEthicsTheCycleIsNotQualifiedAndItIsSaidWhatIsMissing() {
        Facts[] withoutEthics = full();
        withoutEthics[0] = about(List.of("ICT"), withoutEthics[0]);
        Standing standing = standing(TeacherFacts.SETTLED, AFTER, withoutEthics);
        assertThat(standing.verdict()).isEqualTo(Verdict.UNQUALIFIED);
        assertThat(standing.missing())
                .extracting(line -> line.line().key() + ": " + line.line().filledBy().zh())
                .containsExactly("ethics: 主题为师德教育的培训");
    }

    @Test
    void onlyCentralisedTrainingOfCityLevelOrAboveFillsTheFloor() {
        Standing standing =
                standing(
                        TeacherFacts.SETTLED,
                        DURING,
                        in(2022, course("40", Level.COUNTY)),
                        in(2022, course("40", Level.CITY)));
        LineStanding floor = standing.lines().get(1);
        assertThat(floor.recognised()).hasToString("10.00");
        assertThat(floor.missing()).hasToString("10.00");
        assertThat(standing.verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void whoIsConfirmedInMidCycleOwesAShareAndNothingBeforeCounts() {
        TeacherFacts confirmed = new TeacherFacts(LocalDate.of(2024, 10, 1), null, true);
        Standing standing =
                standing(
                        confirmed, AFTER, in(2023, centralised("90")), in(2024, centralised("30")));
        assertThat(standing.registeredYears()).isEqualTo(3);
        assertThat(standing.required()).hasToString("72.00");
        assertThat(standing.lines().get(1).required()).hasToString("12.00");
        assertThat(standing.earned()).hasToString("40.00");
        assertThat(standing.recognised()).hasToString("10.00");
        assertThat(standing.years().get(1).state())
                .isEqualTo(YearStanding.YearState.NOT_REGISTERED);
    }

    @Test
    void aNewTeacherBeforeConfirmationIsNotRegistered() {
        TeacherFacts onProbation = new TeacherFacts(null, null, true);
        assertThat(standing(onProbation, DURING, in(2023, centralised("90"))).verdict())
                .isEqualTo(Verdict.NOT_REGISTERED);
    }

    @Test
    void theOrderOfArrivalChangesNothingAndRecognisedIsNeverMoreThanEarned() {
        long seed = 20_170_801;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Award> awards = new ArrayList<>();
            for (int i = 0; i < 30; i++) awards.add(award(any(random)));
            Standing first = standing(tally(awards), TeacherFacts.SETTLED, AFTER);
            Collections.shuffle(awards, random);
            Tally again = tally(awards);
            Award twice = awards.getFirst();
            again.add(twice, 1);
            again.add(twice, -1);
            assertThat(standing(again, TeacherFacts.SETTLED, AFTER))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(first);
            assertThat(first.recognised()).isLessThanOrEqualTo(first.earned());
            assertThat(first.recognised().plus(first.cutByCaps())).isEqualTo(first.earned());
        }
    }

    @Test
    void aTallySurvivesItsArray() {
        Tally tally = tally(List.of(award(in(2024, centralised("30")))));
        assertThat(Tally.of(CYCLE, tally.toArray())).isEqualTo(tally);
        assertThat(tally.toArray()).hasSize(Tally.width(SHANXI));
    }

    @Test
    void probationAsksForHoursOfBothKinds() {
        Facts failed = Trainings.course(Level.COUNTY, Form.ONLINE, "100", Grade.FAIL);
        Facts online = Trainings.course(Level.COUNTY, Form.ONLINE, "59.99", Grade.PASS);
        Facts central = Trainings.course(Level.COUNTY, Form.CENTRALISED, "61", Grade.PASS);
        Facts last = Trainings.course(Level.SCHOOL, Form.SCHOOL_BASED, "0.01", Grade.PASS);
        assertThat(probation(failed, online, central)).isEqualTo(Probation.ProbationState.SHORT);
        assertThat(probation(failed, online, central, last))
                .isEqualTo(Probation.ProbationState.MET);
    }

    private static Probation.ProbationState probation(Facts... trainings) {
        LocalDate day = trainings[0].completedOn();
        TeacherFacts confirmed = new TeacherFacts(day.plusDays(30), null, false);
        int cycle = SHANXI.cycleOf(day.plusDays(30));
        Probation probation =
                Probation.of(SHANXI, confirmed, cycle, day.plusYears(1), List.of(trainings));
        return Objects.requireNonNull(probation).state();
    }

    private static Facts[] full() {
        Facts[] facts = new Facts[5];
        for (int year = 0; year < 5; year++) facts[year] = in(CYCLE + year, centralised("72"));
        facts[0] = about(List.of("ETHICS", "ICT"), facts[0]);
        return facts;
    }

    private static Facts any(Random random) {
        int year = CYCLE + random.nextInt(5);
        if (random.nextInt(4) == 0) return in(year, decided(String.valueOf(1 + random.nextInt(9))));
        Level level = Level.of(1 + random.nextInt(4));
        return in(year, course(String.valueOf(1 + random.nextInt(80)), level));
    }

    private static Facts in(int schoolYear, Facts facts) {
        return on(LocalDate.of(schoolYear + 1, 5, 10), facts);
    }

    private static Facts centralised(String hours) {
        return course(hours, Level.PROVINCE);
    }

    private static Facts course(String hours, Level level) {
        return Trainings.course(level, Form.CENTRALISED, hours, Grade.PASS);
    }

    private static Award award(Facts facts) {
        return ((Awarded) SHANXI.judge(facts)).award();
    }

    private static Tally tally(List<Award> awards) {
        Tally tally = Tally.empty(SHANXI, CYCLE);
        awards.forEach(award -> tally.add(award, 1));
        return tally;
    }

    private static Standing standing(Tally tally, TeacherFacts teacher, LocalDate asOf) {
        return Standing.of(SHANXI, tally, teacher, asOf);
    }

    private static Standing standing(TeacherFacts teacher, LocalDate asOf, Facts... facts) {
        return standing(
                tally(List.of(facts).stream().map(StandingTest::award).toList()), teacher, asOf);
    }
}
