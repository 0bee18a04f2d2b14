package io.credithub.flow.report.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.domain.Credits;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactCase;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactPolicy;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactVerdict;
import io.credithub.flow.report.impact.RuleImpactFigures.RuleImpact;
import io.credithub.flow.report.impact.RuleImpactFigures.RuleImpactQuestion;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuleImpactSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    private RecomputationKind kind = RecomputationKind.RULES;
    private RecomputationState state = RecomputationState.TOLD;
    private List<County> counties =
            List.of(county("140105", 2, 1600, 500), county("140106", 1, 100, 175));
    private long unjudged;

    private static County county(String division, long teachers, long before, long after) {
        return new County(
                division,
                teachers,
                teachers + 1,
                after > before ? teachers : 0,
                after < before ? teachers : 0,
                new Credits(before),
                new Credits(after),
                new Credits(before),
                new Credits(after),
                0,
                after < before ? 1 : 0);
    }

    private TableReportLines open(String number) {
        RuleImpactSource source = new RuleImpactSource(this::read, PlainHeads.plain());
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.RULE_IMPACT,
                        new Jurisdiction("140100"),
                        null,
                        Map.of("recomputation", number),
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    private static TeacherChange biggest() {
        return new TeacherChange(
                7,
                "T7",
                2022,
                "140105",
                3,
                new CycleAmounts(new Credits(1600), new Credits(1600), Verdict.QUALIFIED),
                new CycleAmounts(new Credits(500), new Credits(500), Verdict.NOT_YET));
    }

    private Uni<Optional<RuleImpact>> read(RuleImpactQuestion question) {
        if (question.id() != 12) return Uni.createFrom().item(Optional.empty());
        return Uni.createFrom()
                .item(
                        Optional.of(
                                new RuleImpact(
                                        PlainHeads.BASIS,
                                        new ImpactCase(
                                                12,
                                                kind,
                                                null,
                                                NOW,
                                                "somebody",
                                                state,
                                                1,
                                                400,
                                                300,
                                                null),
                                        List.of(
                                                new ImpactPolicy("new", null, "0123456789abcdef"),
                                                new ImpactPolicy("old", "ab", null),
                                                new ImpactPolicy("same", "cd", "cd"),
                                                new ImpactPolicy("text", "ef", "01")),
                                        counties,
                                        List.of(
                                                new ImpactVerdict(
                                                        2022,
                                                        Verdict.QUALIFIED,
                                                        Verdict.NOT_YET,
                                                        1)),
                                        List.of(biggest()),
                                        unjudged)));
    }

    @Test
    void whoGainsAndWhoLosesIsSaidFirst() {
        TableReportLines lines = open("12");
        assertThat(lines.head())
                .startsWith(
                        "区140100:3 人次结果有变,1 增、2 减,认定学分 -10.25;转为合格 0,不再合格 1;尚未实施",
                        "区140100",
                        "全部学年",
                        "changedCycles=3",
                        "gaining=1",
                        "losing=2",
                        "recognisedBefore=1700",
                        "recognisedAfter=675",
                        "recognisedChange=-1025",
                        "newlyQualified=0",
                        "noLongerQualified=1",
                        "narrowed to · recomputation=12")
                .endsWith(
                        "recomputation · asked at · by=12 · 2026-03-01 12:00 · somebody",
                        "compared with the rules of decision=1");
        assertThat(lines.section("counties"))
                .containsExactly(
                        "140105|区140105|2|3|0|2|1600|500|1600|500|-1100|0|1",
                        "140106|区140106|1|2|1|0|100|175|100|175|75|0|0",
                        "= ||3|5|1|2|1700|675|1700|675|-1025|0|1");
        assertThat(lines.section("verdicts")).containsExactly("2022|合格|尚未合格|1", "= |||1");
        assertThat(lines.section("biggest"))
                .containsExactly(
                        "T7|140105|区140105|2022|3|1600|500|1600|500|-1100|合格|尚未合格",
                        "= |||||||||||");
        assertThat(lines.section("policies"))
                .containsExactly(
                        "new|新增||0123456789ab",
                        "old|不再适用|ab|",
                        "same|不变|cd|cd",
                        "text|有改动|ef|01",
                        "= |||");
    }

    @Test
    void whatIsNotToldToItsEndOrHasNoAnswerIsSaid() {
        state = RecomputationState.TELLING;
        unjudged = 1_234;
        counties = List.of();
        kind = RecomputationKind.MATCHING;
        TableReportLines lines = open("12");
        assertThat(lines.head())
                .first()
                .isEqualTo("区140100:没有教师受影响;试算未完,已算 300/400 人;另有 1,234 条记录按新规则无从折算");
        assertThat(lines.keys()).containsExactly("counties", "verdicts", "biggest");
    }

    @Test
    void aRecomputationThatIsNoneIsRefused() {
        for (String number : List.of("13", "99999999999", "x", "")) {
            assertThatExceptionOfType(ReportTermRefused.class).isThrownBy(() -> open(number));
        }
    }
}
