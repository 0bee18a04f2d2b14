package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What those earn who took part otherwise than as participants, and of whom a policy is silent.
final class RolesTest {
    private static final Policy IN_HOURS = AwardRules.IN_HOURS.policy;

    @ParameterizedTest(name = "{0} {1}: {2}, ruled {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LECTURER    | CITY CENTRALISED 2 PASS     | 14.00 | true  | 2 × 7
                    LECTURER    | COUNTY CENTRALISED 2 PASS   | 6.00  | true  | 2 × 3
                    LECTURER    | CITY ONLINE 3 PASS          | 14.00 | true  | 3 ÷ 1.5 × 7
                    LECTURER    | CITY CENTRALISED 2 FAIL     | 2.80  | true  | a fifth of it
                    LECTURER    | NATIONAL CENTRALISED 2 PASS | 2.00  | false | no rule at this level: as a participant
                    MENTOR      | CITY ONLINE 3 PASS          | 0.70  | true  | 2 ÷ 3, every rest rounds up
                    MENTOR      | CITY CENTRALISED 3 PASS     | 3.00  | false | no rule for this form
                    ORGANISER   | CITY CENTRALISED 3 PASS     | 0.00  | true  | nothing, and that is a rule
                    PARTICIPANT | CITY CENTRALISED 2 PASS     | 2.00  | true  | always
                    """)
    void aRoleHasItsShareOfTheHours(
            TrainingRole role, String record, String credits, boolean isRuled, String why) {
        Facts facts = Trainings.as(role, course(record));
        assertThat(AwardRules.award(IN_HOURS, facts).credits()).as(why).hasToString(credits);
        assertThat(IN_HOURS.isRoleRuled(facts)).as(why).isEqualTo(isRuled);
    }

    @Test
    void theShareIsAStepWithItsParagraph() {
        Facts facts = Trainings.as(TrainingRole.MENTOR, course("CITY ONLINE 3 PASS"));
        assertThat(IN_HOURS.explain(facts))
                .extracting(Step::paragraph, step -> step.text().zh(), Step::value)
                .startsWith(
                        tuple("p1", "网络 1.5 学时折 1 学时", "2"), tuple("p9", "指导:得其 1/3", "0.666…"));
        Facts city = Trainings.as(TrainingRole.LECTURER, course("CITY CENTRALISED 2 PASS"));
        assertThat(IN_HOURS.explain(city))
                .extracting(step -> step.text().en())
                .contains("city lecturer: 700% of it");
        assertThat(IN_HOURS.rules().get(AwardRules.award(IN_HOURS, city).rule()).paragraphs())
                .contains("p8");
    }

    @ParameterizedTest(name = "{0} {1}: {2}, ruled {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LECTURER | 2 1  | 18.70 | true
                    MENTOR   | 0 3  | 0.70  | true
                    MENTOR   | 2 3  | 2.70  | false
                    LECTURER | none | 14.00 | true
                    MENTOR   | none | 0.70  | false
                    """)
    void ofABlendedTrainingEachPartMustBeRuled(
            TrainingRole role, String split, String credits, boolean isRuled) {
        Facts facts = Trainings.as(role, blended(split));
        assertThat(AwardRules.award(IN_HOURS, facts).credits()).hasToString(credits);
        assertThat(IN_HOURS.isRoleRuled(facts)).isEqualTo(isRuled);
    }

    /// @param split hours centralised and online; `none`: three hours that nobody split
    private static Facts blended(String split) {
        List<Part> parts = List.of();
        int hours = 300;
        if (!split.equals("none")) {
            String[] word = split.split(" ", -1);
            int centralised = Trainings.hundredths(word[0]);
            int online = Trainings.hundredths(word[1]);
            Part first = new Part(Form.CENTRALISED, centralised);
            Part second = new Part(Form.ONLINE, online);
            parts = centralised == 0 ? List.of(second) : List.of(first, second);
            hours = centralised + online;
        }
        return Trainings.facts(Level.CITY, new Blended(parts, hours, Grade.PASS, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARTICIPANT")
    void theRegulationIsSilentOnEveryOtherRole(TrainingRole role) {
        Policy shanxi = Policies.shanxi();
        Facts participant = course("PROVINCE CENTRALISED 24 PASS");
        Facts facts = Trainings.as(role, participant);
        assertThat(shanxi.judge(facts)).isEqualTo(shanxi.judge(participant));
        assertThat(shanxi.silence(participant)).isEmpty();
        assertThat(shanxi.silence(facts))
                .containsExactly(new Finding(FindingCode.NOT_AUTHORISED, "/role", role.name()));
    }

    /// The results of a teacher's own work have roles of their categories.
    @Test
    void aResultHasNoRoleOfATraining() {
        Facts result = Trainings.as(TrainingRole.LECTURER, Trainings.decided("2"));
        assertThat(IN_HOURS.isRoleRuled(result)).isFalse();
    }

    private static Facts course(String record) {
        String[] word = record.split(" ", -1);
        return Trainings.course(
                Level.valueOf(word[0]), Form.valueOf(word[1]), word[2], Grade.valueOf(word[3]));
    }
}
