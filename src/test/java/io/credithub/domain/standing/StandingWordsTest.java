package io.credithub.domain.standing;

import static io.credithub.fixtures.Requiring.earned;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.domain.standing.words.StandingReason.Topic;
import io.credithub.domain.standing.words.StandingWords;
import io.credithub.fixtures.Policies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandingWordsTest {
    private static final Policy SHANXI = Policies.shanxi();

    /// 17.30 and a loan in 2022; 30.00 of results in 2023, of which the cap takes 10.00.
    private static final List<StandingReason> LENT =
            StandingWords.of(
                    SHANXI,
                    standing(
                            SHANXI,
                            LocalDate.of(2025, 3, 1),
                            TeacherFacts.SETTLED.with(
                                    List.of(),
                                    List.of(new Loan(2022, credits("2.70"), null)),
                                    List.of()),
                            earned(2022, Level.PROVINCE, Form.CENTRALISED, "17.30"),
                            earned(2023, Level.COUNTY, Form.SELF_DIRECTED, "30.00")));

    @Test
    void aLoanIsToldFromTheYearThatTookItToTheYearThatRepaysIt() {
        assertThat(zh(LENT, "2022"))
                .containsExactly(
                        "2022 学年所得 17.30 学分。",
                        "2022 学年借用 2.70 学分补足。",
                        "2022 学年要求至少 20.00 学分,已达到:由借用补足,不作不合格处理。");
        assertThat(zh(LENT, "2023"))
                .containsExactly(
                        "2023 学年所得 30.00 学分。",
                        "其中 10.00 学分超过“自主研修成果”的上限,不予认定。",
                        "2023 学年先扣 2.70 学分,用于归还以前学年的借用。",
                        "2023 学年所得已归还借用 2.70 学分。",
                        "2023 学年要求至少 20.00 学分,还差 2.70 学分:未借用补足,本学年继续教育不合格。");
        assertThat(en(LENT, "2023"))
                .containsExactly(
                        "School year 2023 earned 30.00 credits.",
                        "10.00 credits of these are above the cap “self-directed results” and do"
                                + " not count.",
                        "School year 2023 begins lower by 2.70 credits, which loans of years"
                                + " before have to be repaid with.",
                        "What 2023 earned has repaid 2.70 credits of it.",
                        "School year 2023 asks at least 20.00 credits, of which 2.70 credits are"
                                + " missing: it is unqualified, since nothing borrowed fills it.");
    }

    @Test
    void eachSentenceNamesItsParagraphAndFigure() {
        assertThat(LENT)
                .filteredOn(reason -> reason.key().startsWith("2023"))
                .extracting(
                        reason -> reason.key() + " " + reason.paragraph() + " " + reason.value())
                .containsExactly(
                        "2023 三(二) 30.00",
                        "2023/self-directed 四(四) 10.00",
                        "2023 四(五) -2.70",
                        "2023 四(五) 2.70",
                        "2023 三(二) 2.70");
    }

    @Test
    void aYearThatRunsAndOneThatHasNotBegunAreNotJudged() {
        assertThat(zh(LENT, "2024"))
                .containsExactly("2024 学年所得 0.00 学分。", "2024 学年要求至少 20.00 学分,还差 20.00 学分:学年还没有结束。");
        assertThat(en(LENT, "2025"))
                .containsExactly("School year 2025 has not begun and asks at least 20.00 credits.");
    }

    @Test
    void aRequirementSaysWhatIsThereWhatIsAskedAndWhatWouldFillIt() {
        assertThat(text(LENT, Topic.REQUIREMENT, "total").text().zh())
                .isEqualTo(
                        "“周期总学分”:要求至少 120.00 学分;已认定 37.30 学分(另有 10.00 学分超过上限,不计),还差 82.70"
                                + " 学分,可以补足的有:任何可计学分的培训或成果。");
        assertThat(text(LENT, Topic.REQUIREMENT, "centralised").text().en())
                .isEqualTo(
                        "“centralised training of city level or above”: at least 20.00 credits are"
                            + " asked; 17.30 credits are recognised, so 2.70 credits are missing,"
                            + " to be filled by centralised training of level national, province,"
                            + " city.");
        assertThat(text(LENT, Topic.REQUIREMENT, "self-directed").text().zh())
                .isEqualTo("“自主研修成果”:周期内最多认定 20.00 学分;所得 30.00 学分,其中 10.00 学分超过上限,不予认定。");
    }

    @Test
    void theVerdictGivesItsReason() {
        StandingReason verdict = LENT.getLast();
        assertThat(verdict.key()).isEqualTo("NOT_YET");
        assertThat(verdict.text().zh())
                .isEqualTo(
                        "截至 2025-03-01,2022 学年起的周期尚未合格:“周期总学分”还差 82.70 学分、“市级及以上集中研修”还差 2.70"
                                + " 学分、“师德教育”还差 0.01 学分、“信息技术应用能力”还差 0.01 学分;周期还没有结束。");
    }

    @Test
    void whoJoinedInMidCycleIsToldTheShare() {
        TeacherFacts joined = new TeacherFacts(LocalDate.of(2024, 10, 1), null, false);
        List<StandingReason> words =
                StandingWords.of(
                        SHANXI,
                        standing(
                                SHANXI,
                                LocalDate.of(2028, 1, 1),
                                joined,
                                earned(2022, Level.CITY, Form.ONLINE, "5.00")));
        assertThat(zh(words, "2022"))
                .containsExactly("2022 学年在转正或调入之前,不登记学分。", "2022 学年所得 5.00 学分不计入。");
        assertThat(text(words, Topic.REQUIREMENT, "total").text().zh())
                .startsWith(
                        "“周期总学分”:要求至少 72.00 学分(整个周期为 120.00 学分,本人登记 3 个学年,共 5 个学年);已认定 0.00 学分,还差");
        assertThat(words.getLast().text().en())
                .startsWith("As of 2028-01-01, the cycle from school year 2022 has ended and is");
    }

    @Test
    void anOpenLoanIsNamedAndBlocks() {
        Policy lending =
                Policies.over(
                                Map.of(
                                        "easy",
                                        "cycle: {total: {credits: 10}, floors: [{key: centralised,"
                                                + " remove: true}], themes: [{key: ethics, remove:"
                                                + " true}, {key: ict, remove: true}]}\n"))
                        .getFirst();
        List<StandingReason> words =
                StandingWords.of(
                        lending,
                        standing(
                                lending,
                                LocalDate.of(2028, 1, 1),
                                TeacherFacts.SETTLED.with(
                                        List.of(),
                                        List.of(new Loan(2022, credits("2.70"), null)),
                                        List.of()),
                                earned(2022, Level.CITY, Form.ONLINE, "17.30"),
                                earned(2023, Level.CITY, Form.ONLINE, "1.00")));
        StandingReason loan = text(words, Topic.LOAN, "2022");
        assertThat(loan.text().zh()).isEqualTo("2022 学年的借用应还 2.70 学分,已还 1.00 学分;还清之前,周期不能审定为合格。");
        assertThat(loan.paragraph()).isEqualTo("四(五)");
        assertThat(words.getLast().text().zh())
                .isEqualTo("截至 2028-01-01,2022 学年起的周期暂不能审定为合格:各项要求均已达到,但借用的学分没有还清。");
    }

    static Standing standing(
            Policy policy, LocalDate asOf, TeacherFacts teacher, Earned... awards) {
        int cycle = policy.cycleOfSchoolYear(awards[0].facts().completedOn().getYear() - 1);
        return Standing.of(policy, new Entries(cycle, List.of(awards)), teacher, asOf);
    }

    static List<String> zh(List<StandingReason> reasons, String year) {
        return ofYear(reasons, year).stream().map(reason -> reason.text().zh()).toList();
    }

    static List<String> en(List<StandingReason> reasons, String year) {
        return ofYear(reasons, year).stream().map(reason -> reason.text().en()).toList();
    }

    private static List<StandingReason> ofYear(List<StandingReason> reasons, String year) {
        return reasons.stream()
                .filter(reason -> reason.topic() == Topic.SCHOOL_YEAR)
                .filter(reason -> reason.key().startsWith(year))
                .toList();
    }

    static StandingReason text(List<StandingReason> reasons, Topic topic, String key) {
        return reasons.stream()
                .filter(reason -> reason.topic() == topic && reason.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static Credits credits(String text) {
        return new Credits(new BigDecimal(text).movePointRight(2).longValueExact());
    }
}
