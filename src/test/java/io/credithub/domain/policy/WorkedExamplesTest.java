package io.credithub.domain.policy;

import static io.credithub.fixtures.Trainings.blended;
import static io.credithub.fixtures.Trainings.course;
import static io.credithub.fixtures.Trainings.decided;
import static io.credithub.fixtures.Trainings.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.fixtures.Policies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The regulation's arithmetic, example by example.
final class WorkedExamplesTest {
    private static final Policy SHANXI = Policies.shanxi();
    private static final List<Part> SPLIT =
            List.of(new Part(Form.CENTRALISED, 2400), new Part(Form.ONLINE, 5000));

    @ParameterizedTest(name = "{0}: {1} + {2}; {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NATIONAL CENTRALISED 24 PASS |  8.00 | 0.00 | 24/3
                    PROVINCE CENTRALISED 40 EXCELLENT | 13.33 | 2.67 | 16.00, not 13.33 × 1.2
                    CITY CENTRALISED 30 GOOD |  7.50 | 0.75 | 30/4 × 1.1
                    COUNTY CENTRALISED 10 PASS |  2.50 | 0.00 | 10/4
                    NATIONAL ONLINE 10 EXCELLENT |  2.00 | 0.40 | 10/5 × 1.2
                    SCHOOL SCHOOL_BASED 7 GOOD |  1.40 | 0.14 | 7/5 × 1.1
                    PROVINCE CENTRALISED 72 FAIL |  0.00 | 0.00 | 不合格 earns nothing
                    PROVINCE CENTRALISED 0.01 PASS |  0.00 | 0.00 | a third of a hundredth
                    PROVINCE CENTRALISED 0.02 PASS |  0.01 | 0.00 | two thirds round up
                    SCHOOL ONLINE 0.02 EXCELLENT |  0.00 | 0.00 | 0.0048 rounds down
                    CITY CENTRALISED 0.02 PASS |  0.01 | 0.00 | exactly half rounds up
                    """)
    void hoursAndGradeMakeCredits(String record, String base, String bonus, String why) {
        String[] word = record.split("\\s+", -1);
        Level level = Level.valueOf(word[0]);
        Grade grade = Grade.valueOf(word[3]);
        Award award = award(course(level, Form.valueOf(word[1]), word[2], grade));
        assertThat(List.of(award.experience().toString(), award.quality().toString()))
                .as(why)
                .containsExactly(base, bonus);
        assertThat(award.credits()).isEqualTo(award.experience().plus(award.quality()));
    }

    @Test
    void eachPartOfABlendedTrainingGoesByItsOwnHours() {
        Award award = award(blended(Level.NATIONAL, 7400, Grade.GOOD, SPLIT));
        int rule = HoursScale.BLENDED;
        assertThat(award)
                .isEqualTo(
                        new Award(
                                new Credits(1980),
                                new Credits(1800),
                                new Credits(180),
                                Credits.ZERO,
                                2022,
                                rule,
                                new long[] {1980, 880, 0, 0, 0}));
    }

    @Test
    void aBlendedTrainingWithoutASplitGoesByTheDearestDivisorAndSaysSo() {
        Awarded awarded =
                (Awarded) SHANXI.judge(blended(Level.NATIONAL, 7400, Grade.GOOD, List.of()));
        assertThat(awarded.award().credits()).hasToString("16.28");
        assertThat(awarded.award().lines()).containsExactly(1628, 0, 0, 0, 0);
        assertThat(awarded.remarks())
                .containsExactly(new Finding(FindingCode.SPLIT_MISSING, "/parts", null));
    }

    @ParameterizedTest(name = "attendance {0}: {1}")
    @CsvSource({"0.79,0.00", "0.8,8.00", "0.80,8.00", "1,8.00", "0,0.00"})
    void whoWasMissingTooMuchEarnsNothing(BigDecimal attendance, String credits) {
        Training training = new Training.Course(Form.CENTRALISED, 2400, Grade.PASS, attendance);
        assertThat(award(facts(Level.NATIONAL, training)).credits()).hasToString(credits);
    }

    @Test
    void whatTheCountyDecidedIsPracticeAndFillsTheCap() {
        Award award = award(decided("12"));
        assertThat(award.practice()).hasToString("12.00");
        assertThat(award.lines()).containsExactly(1200, 0, 1200, 0, 0);
    }

    @Test
    void aTrainingWithoutARuleIsNotJudged() {
        assertThat(SHANXI.judge(course(Level.SCHOOL, Form.CENTRALISED, "8", Grade.PASS)))
                .isEqualTo(
                        new Unjudged(
                                List.of(
                                        new Finding(
                                                FindingCode.NO_RULE,
                                                "/form",
                                                "SCHOOL CENTRALISED"))));
    }

    @Test
    void aResultNamesTheFieldThatItsCategoryNeeds() {
        Training book = new Training.SelfDirected("BOOK", null, null, null, null);
        assertThat(SHANXI.judge(facts(Level.COUNTY, book)))
                .isEqualTo(
                        new Unjudged(
                                List.of(
                                        new Finding(
                                                FindingCode.MISSING_FIELD,
                                                "/activity/quantity",
                                                null))));
    }

    @Test
    void theStepsLeadToTheAward() {
        List<Step> steps =
                SHANXI.explain(course(Level.PROVINCE, Form.CENTRALISED, "40", Grade.EXCELLENT));
        assertThat(steps).extracting(Step::paragraph).containsExactly("四(一)", "四(二)", "四(一)");
        assertThat(steps).extracting(Step::value).containsExactly("13.333…", "16", "16.00");
        assertThat(steps.getFirst().text().zh()).isEqualTo("省级及以上集中培训 3 学时折 1 学分");
    }

    @ParameterizedTest(name = "{0} is in school year {1} of cycle {2}")
    @CsvSource({
        "2022-08-31, 2021, 2017",
        "2022-09-01, 2022, 2022",
        "2023-02-28, 2022, 2022",
        "2027-08-31, 2026, 2022",
        "2016-09-01, 2016, 2012"
    })
    void aDayIsInOneSchoolYearAndOneCycle(String day, int schoolYear, int cycle) {
        LocalDate date = LocalDate.parse(day);
        assertThat(List.of(SHANXI.schoolYearOf(date), SHANXI.cycleOf(date)))
                .containsExactly(schoolYear, cycle);
    }

    private static Award award(Facts facts) {
        return ((Awarded) SHANXI.judge(facts)).award();
    }
}
