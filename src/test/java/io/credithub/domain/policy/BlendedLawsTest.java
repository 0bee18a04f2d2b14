package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.fixtures.AwardTexts;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every blended training, whatever its parts.
final class BlendedLawsTest {
    private static final long SEED = 20_170_814;
    private static final int TRIES = 20_000;
    private static final List<Level> CENTRAL_LEVELS =
            List.of(Level.NATIONAL, Level.PROVINCE, Level.CITY);

    @ParameterizedTest
    @EnumSource(
            value = AwardRules.class,
            names = {"CAPPED", "WEIGHTED"})
    void theFormsAddUpToTheWhole(AwardRules rules) {
        Random random = new Random(SEED);
        boolean hasSchool = rules == AwardRules.CAPPED;
        for (int i = 0; i < TRIES; i++) {
            Facts facts = blended(random, hasSchool ? 3 : 2);
            Award award = AwardRules.award(rules.policy, facts);
            long sum = 0;
            for (String key : List.of("centralised", "online", "school")) {
                long one = award.lines()[line(rules.policy, key)];
                assertThat(one).as("%s of %s, seed %d", key, facts, SEED).isNotNegative();
                sum += one;
            }
            assertThat(sum).as("%s, seed %d", facts, SEED).isEqualTo(award.credits().hundredths());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardRules.class,
            names = {"CAPPED", "WEIGHTED"})
    void oneMorePartNeverEarnsLess(AwardRules rules) {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            List<Part> fewer = parts(random, 2);
            List<Part> more = new ArrayList<>(fewer);
            more.add(new Part(Form.ONLINE, 1 + random.nextInt(3_000)));
            assertThat(rules.earned(blended(more)))
                    .as("%s, seed %d", more, SEED)
                    .isGreaterThanOrEqualTo(rules.earned(blended(fewer)));
        }
    }

    @Test
    void theExplanationEndsWithTheAward() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Facts facts = blended(random, 2);
            Policy policy = AwardRules.WEIGHTED.policy;
            assertThat(policy.explain(facts).getLast().value())
                    .as("%s, seed %d", facts, SEED)
                    .isEqualTo(AwardRules.award(policy, facts).credits().toString());
        }
    }

    @ParameterizedTest(name = "{0}: {1}, of it centralised {2}, online {3}; {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1600 2000 | 4.00 | 2.00 | 2.00 | nothing to cut
                    1600 3000 | 5.00 | 2.00 | 3.00 | just the most
                    3200 6000 | 5.00 | 2.00 | 3.00 | ten, cut to half of each
                    8000    1 | 5.00 | 4.99 | 0.01 | what a cut leaves over goes to the later form
                    """)
    void theMostOfAnEventCutsEachFormInProportion(
            String hours, String credits, String centralised, String online, String why) {
        String[] each = hours.split("\\s+", -1);
        Policy policy = AwardRules.CAPPED.policy;
        Award award =
                AwardRules.award(
                        policy,
                        blended(
                                List.of(
                                        new Part(Form.CENTRALISED, Integer.parseInt(each[0])),
                                        new Part(Form.ONLINE, Integer.parseInt(each[1])))));
        assertThat(award.credits()).as(why).hasToString(credits);
        assertThat(award.lines()[line(policy, "centralised")])
                .as(why)
                .isEqualTo(Trainings.hundredths(centralised));
        assertThat(award.lines()[line(policy, "online")])
                .as(why)
                .isEqualTo(Trainings.hundredths(online));
    }

    @Test
    void withoutASplitTheFormThatEarnsLeastCounts() {
        Facts facts = Trainings.blended(Level.COUNTY, 7_000, Grade.GOOD, List.of());
        Policy policy = AwardRules.WEIGHTED.uncapped; // 70 ÷ 7 × 1.1 × 0.875 × 1.1
        assertThat(AwardRules.award(policy, facts).credits()).hasToString("10.58");
        assertThat(policy.explain(facts))
                .extracting(Step::value)
                .containsExactly("10", "11", "9.625", "10.5875", "10.58");
    }

    /// Six hours make one credit in a centralised training and five online, but online hours weigh
    /// six tenths: the dearer divisor is not the form that earns least.
    @Test
    void theWordsNameThatFormAndItsDivisor() {
        String lighter =
                AwardTexts.WEIGHTED
                        .replace("hoursPerCredit: 7", "hoursPerCredit: 5")
                        .replace("percent: 87.5", "percent: 60");
        Facts facts = Trainings.blended(Level.SCHOOL, 5_000, Grade.GOOD, List.of());
        Step first = Policies.withAwards(lighter).explain(facts).getFirst();
        assertThat(first)
                .isEqualTo(
                        new Step(
                                "p1",
                                new Text(
                                        "混合培训未给分项学时,按各形式中所得最少的一种计:网络 5 学时折 1 学分",
                                        "blended without a split, taken as the form that earns"
                                                + " least: online: 5 h make 1 credit"),
                                "10"));
    }

    private static Facts blended(Random random, int forms) {
        Level level = CENTRAL_LEVELS.get(random.nextInt(CENTRAL_LEVELS.size()));
        Grade grade = Grade.of(1 + random.nextInt(Grade.values().length));
        List<Part> parts = parts(random, forms);
        List<String> themes = random.nextBoolean() ? List.of("ICT") : List.of("ETHICS");
        return Trainings.about(themes, Trainings.blended(level, sum(parts), grade, parts));
    }

    private static Facts blended(List<Part> parts) {
        return Trainings.blended(Level.CITY, sum(parts), Grade.PASS, parts);
    }

    private static List<Part> parts(Random random, int forms) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Form form = AwardRules.FORMS.get(random.nextInt(forms));
            parts.add(new Part(form, 1 + random.nextInt(5_000)));
        }
        return parts;
    }

    private static int sum(List<Part> parts) {
        return parts.stream().mapToInt(Part::hourHundredths).sum();
    }

    private static int line(Policy policy, String key) {
        return policy.lines().stream().map(RequirementLine::key).toList().indexOf(key);
    }
}
