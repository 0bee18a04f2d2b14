package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What results are worth where several have a part in them, or their quantity counts.
final class ResultSharesTest {
    private static final Policy POLICY = AwardRules.IN_HOURS.policy;

    @ParameterizedTest(name = "{0} at {1}: {2}; {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROJECT LEADER - -         | COUNTY | 40.00 | all of it
                    PROJECT CO_RESEARCHER - -  | COUNTY | 13.40 | 13.333… rounds up, once
                    PROJECT READER - -         | COUNTY |  5.00 | 12.5 %
                    BOOK AUTHOR 49999 -        | COUNTY | 20.00 | 19.9996 rounds up
                    BOOK AUTHOR 50000 -        | COUNTY | 20.00 | at the most
                    BOOK AUTHOR 50001 -        | COUNTY | 20.00 | above the most
                    BOOK CO_AUTHOR 90000 -     | COUNTY |  6.70 | a third of the most, not of 36
                    BOOK CO_AUTHOR 10000 -     | COUNTY |  1.40 | a third of 4
                    BOOK AUTHOR 0.0001 -       | COUNTY |  0.10 | every rest rounds up
                    LECTURE - 100000 -         | CITY   | 700000.00 | no most
                    LECTURE MEMBER 2 -         | CITY   | 14.00 | no shares: whatever the role
                    PAPER AUTHOR - 15          | COUNTY | 15.00 | the least
                    PAPER CO_AUTHOR - 30       | COUNTY | 15.00 | half of the most
                    """)
    void eachRoleGetsItsShare(String record, Level level, String credits, String why) {
        Facts facts = Trainings.facts(level, result(record));
        Award award = ((Awarded) POLICY.judge(facts)).award();
        assertThat(award.credits()).as(why).hasToString(credits);
        assertThat(award.practice()).isEqualTo(award.credits());
        assertThat(POLICY.explain(facts).getLast().value()).isEqualTo(credits);
    }

    @ParameterizedTest(name = "{0} at {1}: {2} {3} {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROJECT STRANGER - -  | COUNTY | NO_RULE       | /activity/role           | STRANGER
                    PROJECT - - -         | COUNTY | MISSING_FIELD | /activity/role           |
                    BOOK AUTHOR - -       | COUNTY | MISSING_FIELD | /activity/quantity       |
                    LECTURE - 2 -         | COUNTY | NO_RULE       | /level                   | COUNTY
                    PAPER AUTHOR - 14.99  | COUNTY | OUT_OF_RANGE  | /activity/decidedCredits | 14.99
                    PAPER AUTHOR - 30.01  | COUNTY | OUT_OF_RANGE  | /activity/decidedCredits | 30.01
                    PAPER AUTHOR - -      | COUNTY | MISSING_FIELD | /activity/decidedCredits |
                    DANCE AUTHOR - -      | COUNTY | NO_RULE       | /activity/category       | DANCE
                    """)
    void whatCannotBeJudgedIsAFinding(
            String record, Level level, FindingCode code, String field, @Nullable String value) {
        Facts facts = Trainings.facts(level, result(record));
        assertThat(POLICY.judge(facts))
                .isEqualTo(new Unjudged(List.of(new Finding(code, field, value))));
        assertThat(POLICY.explain(facts)).isEmpty();
    }

    @Test
    void theStepsTellQuantityShareAndRounding() {
        Facts facts = Trainings.facts(Level.CITY, result("BOOK CO_AUTHOR 10000 -"));
        assertThat(POLICY.explain(facts))
                .extracting(Step::value)
                .containsExactly("10000 ÷ 10000 × 4.00", "1.333…", "1.40");
        assertThat(POLICY.explain(facts))
                .extracting(step -> step.text().zh())
                .containsExactly(
                        "著作:10000 字,每 10000 字 4.00 学时,最多 20.00 学时",
                        "角色“CO_AUTHOR”得其中 1/3",
                        "进一,保留 1 位小数(依本政策文件的取值)");
    }

    @Test
    void moreNeverEarnsLess() {
        for (String role : List.of("AUTHOR", "CO_AUTHOR")) {
            long before = 0;
            for (int quantity = 1; quantity < 60_000; quantity += 7) {
                Facts facts =
                        Trainings.facts(Level.CITY, result("BOOK " + role + " " + quantity + " -"));
                long earned = AwardRules.award(POLICY, facts).credits().hundredths();
                assertThat(earned).as("%s %d", role, quantity).isGreaterThanOrEqualTo(before);
                before = earned;
            }
        }
    }

    /// Category, role, quantity and decided credits; a dash for none.
    private static SelfDirected result(String record) {
        String[] word = record.split("\\s+", -1);
        return new SelfDirected(
                word[0],
                null,
                word[1].equals("-") ? null : word[1],
                number(word[2]),
                number(word[3]));
    }

    private static @Nullable BigDecimal number(String word) {
        return word.equals("-") ? null : new BigDecimal(word);
    }
}
