package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.OnceRule;
import io.credithub.domain.policy.terms.Unit;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Awards for hours just below, at and just above each threshold.
final class AwardEdgesTest {
    @ParameterizedTest(name = "{0} {1} of {2}: {3} + {4}; {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CAPPED   | COUNTY CENTRALISED 39.92 PASS      |      | 4.99 | 0.00 | below the most
                    CAPPED   | COUNTY CENTRALISED 40 PASS         |      | 5.00 | 0.00 | at the most
                    CAPPED   | COUNTY CENTRALISED 40.08 PASS      |      | 5.00 | 0.00 | above the most
                    CAPPED   | COUNTY CENTRALISED 33.33 EXCELLENT |      | 4.17 | 0.83 | at the most by the bonus
                    CAPPED   | COUNTY CENTRALISED 36 EXCELLENT    |      | 4.50 | 0.50 | the bonus is cut first
                    CAPPED   | COUNTY CENTRALISED 41 EXCELLENT    |      | 5.00 | 0.00 | then the base
                    CAPPED   | COUNTY CENTRALISED 8 GOOD          |      | 1.00 | 0.12 | 1.1235 rounds down
                    IN_HOURS | CITY ONLINE 3 PASS                 |      | 2.00 | 0.00 | 1.5 h make one
                    IN_HOURS | CITY ONLINE 3.01 PASS              |      | 2.10 | 0.00 | every rest rounds up
                    IN_HOURS | CITY CENTRALISED 40 FAIL           |      | 8.00 | 0.00 | a fifth for who failed
                    WEIGHTED | COUNTY CENTRALISED 6 FAIL          |      | 0.22 | 0.00 | 1 × 1.1 × 0.2, in a county
                    WEIGHTED | CITY CENTRALISED 6 FAIL            |      | 0.00 | 0.00 | elsewhere nothing
                    WEIGHTED | NATIONAL CENTRALISED 6 PASS        |      | 1.14 | 0.00 | 1.2 × 0.95: less than the base
                    WEIGHTED | NATIONAL CENTRALISED 6 EXCELLENT   |      | 1.20 | 0.36 | 130 % at this level
                    WEIGHTED | CITY CENTRALISED 6 EXCELLENT       |      | 1.10 | 0.22 | 120 % at the others
                    WEIGHTED | CITY CENTRALISED 6 EXCELLENT       | ICT  | 3.30 | 0.66 | 6/3 × 1.1 × 1.5
                    WEIGHTED | COUNTY CENTRALISED 6 EXCELLENT     | ICT  | 1.65 | 0.33 | 6/6: no entry for the theme here
                    WEIGHTED | CITY CENTRALISED 6 EXCELLENT       | ETHICS | 1.65 | 0.33 | 6/4 × 1.1
                    WEIGHTED | CITY CENTRALISED 6 EXCELLENT       | ETHICS ICT | 3.30 | 0.66 | the first that fits
                    """)
    void hoursAreWeighed(
            String rules, String record, String themes, String base, String bonus, String why) {
        String[] word = record.split("\\s+", -1);
        Facts facts =
                Trainings.course(
                        Level.valueOf(word[0]),
                        Form.valueOf(word[1]),
                        word[2],
                        Grade.valueOf(word[3]));
        List<String> about = themes == null ? List.of() : List.of(themes.split("\\s+", -1));
        Policy policy = AwardRules.valueOf(rules).policy;
        Award award = AwardRules.award(policy, Trainings.about(about, facts));
        assertThat(List.of(award.experience().toString(), award.quality().toString()))
                .as(why)
                .containsExactly(base, bonus);
        assertThat(award.credits()).isEqualTo(award.experience().plus(award.quality()));
    }

    @ParameterizedTest(name = "{0}, attendance {1}: {2}")
    @CsvSource({
        "CAPPED,   0.79,   0.00",
        "CAPPED,   0.8,    0.00",
        "CAPPED,   0.8001, 1.00",
        "WEIGHTED, 0.7499, 0.00",
        "WEIGHTED, 0.75,   1.39",
        "WEIGHTED, 0.76,   1.39",
    })
    void whoWasMissingTooMuchEarnsNothing(String rules, BigDecimal attendance, String credits) {
        Training training = new Training.Course(Form.CENTRALISED, 800, Grade.PASS, attendance);
        Policy policy = AwardRules.valueOf(rules).policy;
        Facts facts = Trainings.facts(Level.CITY, training);
        assertThat(AwardRules.award(policy, facts).credits()).hasToString(credits);
        assertThat(policy.explain(facts).getLast().value()).isEqualTo(credits);
    }

    @Test
    void everyRuleThatFiresIsAStepWithItsParagraph() {
        Facts facts =
                Trainings.about(
                        List.of("ICT"),
                        Trainings.course(Level.CITY, Form.CENTRALISED, "30", Grade.EXCELLENT));
        assertThat(AwardRules.WEIGHTED.policy.explain(facts))
                .extracting(Step::paragraph, Step::value)
                .containsExactly(
                        tuple("p1a", "10"),
                        tuple("p3", "11"),
                        tuple("p3b", "16.5"),
                        tuple("p2", "19.8"),
                        tuple("p5", "19.80"),
                        tuple("p4", "12.34"));
    }

    @Test
    void theWordsSpeakOfTheUnit() {
        Facts facts = Trainings.course(Level.CITY, Form.ONLINE, "3", Grade.FAIL);
        assertThat(AwardRules.IN_HOURS.policy.explain(facts))
                .extracting(step -> step.text().zh())
                .containsExactly("网络 1.5 学时折 1 学时", "评定为“不合格”,按 20% 计学时", "进一,保留 1 位小数(依本政策文件的取值)");
    }

    @Test
    void theRuleIsThatOfTheEntryThatFits() {
        Facts facts = Trainings.course(Level.CITY, Form.CENTRALISED, "6", Grade.PASS);
        Policy policy = AwardRules.WEIGHTED.policy;
        Award themed = AwardRules.award(policy, Trainings.about(List.of("CODING"), facts));
        assertThat(policy.rules().get(themed.rule()).code()).isEqualTo("ict");
        assertThat(policy.rules().get(AwardRules.award(policy, facts).rule()))
                .isEqualTo(
                        new RuleLabel(
                                "any",
                                List.of("p1", "p3", "p3a", "p3b", "p2a", "p2", "p2b", "p4")));
    }

    @Test
    void theTermsAreAsTheFileStatesThem() {
        AwardTerms terms = AwardRules.CAPPED.policy.terms().awards();
        assertThat(terms.once()).isEqualTo(new OnceRule("p6"));
        assertThat(terms.eventMost()).isEqualTo(new EventMost(new Credits(500), "p4"));
        assertThat(terms.unit()).isEqualTo(Unit.CREDIT);
        assertThat(AwardRules.SHANXI.policy.terms().awards().once()).isNull();
    }
}
