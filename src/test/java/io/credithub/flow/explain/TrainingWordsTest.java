package io.credithub.flow.explain;

import static io.credithub.fixtures.Trainings.blended;
import static io.credithub.fixtures.Trainings.decided;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingWordsTest {
    private final TrainingWords words = new TrainingWords(Policies.shanxi());

    @ParameterizedTest(name = "{1} of {0} is {2}, {3}")
    @CsvSource({
        "/level, NATIONAL, 国培, national level",
        "/form, SCHOOL_BASED, 校本, school-based",
        "/grade, FAIL, 不合格, fail",
        "/themes, ICT, 信息技术应用能力, application of information technology",
        "/themes, SUBJECT, SUBJECT, SUBJECT",
        "/form, half-way, half-way, half-way"
    })
    void aCodeIsToldInWords(String field, String code, String zh, String en) {
        assertThat(words.code(field, code)).isEqualTo(new Text(zh, en));
    }

    @Test
    void aSplitAndAnAttendanceAreTold() {
        Training.Blended split =
                new Training.Blended(
                        List.of(
                                new Training.Part(Form.CENTRALISED, 2_400),
                                new Training.Part(Form.ONLINE, 5_050)),
                        7_450,
                        Grade.GOOD,
                        new BigDecimal("0.875"));
        assertThat(words.record("国培计划", Trainings.facts(Level.NATIONAL, split)))
                .isEqualTo(
                        new Text(
                                "记录写明:“国培计划”,国培,混合(集中 24 学时、网络 50.5 学时),74.5 学时,评定为“良”,出勤率"
                                        + " 87.5%,2023-05-10 结业。",
                                "The record says: “国培计划”, national level, blended (24 h centralised"
                                    + " and 50.5 h online), 74.5 h, graded good, 87.5 % attended,"
                                    + " completed on 2023-05-10."));
    }

    @Test
    void anUnsplitTrainingAndAResultHaveTheirWords() {
        assertThat(words.record("培训", blended(Level.CITY, 1_000, Grade.PASS, List.of())).zh())
                .isEqualTo("记录写明:“培训”,市培,混合,10 学时,评定为“合格”,2023-05-10 结业。");
        assertThat(words.record("论文", decided("3")).zh())
                .isEqualTo("记录写明:“论文”,自主研修成果,2023-05-10 结业。");
    }

    @Test
    void anIdNumberInAProgrammesNameIsMasked() {
        assertThat(words.record("王一14010519900307104X", decided("3")).zh())
                .contains("“王一1401**********104X”");
    }
}
