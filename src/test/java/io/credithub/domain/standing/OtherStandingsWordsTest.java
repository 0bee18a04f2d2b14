package io.credithub.domain.standing;

import static io.credithub.domain.standing.StandingWordsTest.credits;
import static io.credithub.domain.standing.StandingWordsTest.standing;
import static io.credithub.domain.standing.StandingWordsTest.text;
import static io.credithub.domain.standing.StandingWordsTest.zh;
import static io.credithub.fixtures.Requiring.earned;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.domain.standing.words.StandingReason.Topic;
import io.credithub.domain.standing.words.StandingWords;
import io.credithub.fixtures.Policies;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The words for what Shanxi does not have: floors by level, ceilings, yearly floors, decisions.
final class OtherStandingsWordsTest {
    private static final Policy SHANXI = Policies.shanxi();

    @Test
    void shanghaisFloorsAreToldOneByOneAndAnExemptSchoolIsNotAsked() {
        Policy shanghai = Policies.of("shanghai-14fyp");
        TeacherFacts exempt =
                TeacherFacts.SETTLED.with(
                        List.of(new GrantedFact("EXEMPT_SCHOOL", 2022)), List.of(), List.of());
        List<StandingReason> words =
                StandingWords.of(
                        shanghai,
                        standing(
                                shanghai,
                                LocalDate.of(2024, 3, 1),
                                exempt,
                                earned(2021, Level.SCHOOL, Form.SCHOOL_BASED, "15.00")));
        assertThat(text(words, Topic.REQUIREMENT, "city").text().zh())
                .isEqualTo("“市级”:因经批准的减免,不作要求;已认定 0.00 学分。");
        assertThat(text(words, Topic.REQUIREMENT, "school").text().en())
                .isEqualTo(
                        "“school level”: at least 15.00 credits are asked; 15.00 credits are"
                                + " recognised, so it is met.");
        assertThat(text(words, Topic.REQUIREMENT, "district").text().zh())
                .isEqualTo("“区级”:要求至少 10.00 学分;已认定 0.00 学分,还差 10.00 学分,可以补足的有:县培的集中、网络、校本培训。");
    }

    @Test
    void guangxisCeilingAndYearlyFloorAreTold() {
        Policy guangxi = Policies.of("guangxi-2016");
        List<StandingReason> words =
                StandingWords.of(
                        guangxi,
                        standing(
                                guangxi,
                                LocalDate.of(2017, 9, 2),
                                TeacherFacts.SETTLED,
                                earned(2016, Level.CITY, Form.ONLINE, "45.00"),
                                earned(2016, Level.CITY, Form.SCHOOL_BASED, "4.00")));
        assertThat(zh(words, "2016"))
                .containsExactly(
                        "2016 学年所得 49.00 学分。",
                        "其中 5.00 学分超过“网络研修”的上限,不予认定。",
                        "“每学年校本研修”本学年要求至少 10.00 学分,认定 4.00 学分,还差 6.00 学分。",
                        "2016 学年要求至少 16.00 学分,已达到,“每学年校本研修”还差 6.00 学分:未借用补足,本学年继续教育不合格。",
                        "超出的 28.00 学分转入下一学年。");
        assertThat(text(words, Topic.REQUIREMENT, "online").value()).isEqualTo("5.00");
        assertThat(text(words, Topic.REQUIREMENT, "taught").text().zh())
                .contains("已认定 40.00 学分(另有 5.00 学分超过上限,不计),还差 30.00 学分");
        assertThat(text(words, Topic.REQUIREMENT, "school-based-year").text().en())
                .startsWith(
                        "“school-based training of a year”: at least 10.00 credits a school year,"
                                + " 20.00 credits in the years that have begun; 4.00 credits are"
                                + " recognised, so 16.00 credits are missing");
    }

    @Test
    void aDecidedYearStaysAndItsDifferenceIsShown() {
        TeacherFacts decided =
                TeacherFacts.SETTLED.with(
                        List.of(),
                        List.of(),
                        List.of(new FrozenYear(2022, credits("21.00"), true)));
        List<StandingReason> words =
                StandingWords.of(
                        SHANXI,
                        standing(
                                SHANXI,
                                LocalDate.of(2024, 3, 1),
                                decided,
                                earned(2022, Level.CITY, Form.ONLINE, "20.00")));
        assertThat(zh(words, "2022"))
                .contains("主管部门已审定 2022 学年认定 21.00 学分;按现有记录会少 1.00 学分,只列示,不改动。", "2022 学年合格。");
    }
}
