package io.credithub.flow.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportName;
import io.credithub.fakes.PlainFeeds;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.head.ReportBasis.LookedAt;
import io.credithub.flow.report.head.ReportHeads;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BreakReportSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final LookedAt RUN = new LookedAt(5, NOW, 1200);

    private final Planted planted = new Planted();
    private final ReportHeads heads = PlainHeads.plain();
    private final BreakReportSource source =
            new BreakReportSource(planted, PlainFeeds.of("one", "two"), heads);

    @Test
    void breaksAreCountedByAgeAndOwnerAndByCodeAndCause() {
        planted.sum(BreakCode.HOURS, "SAME", BreakOwner.SOURCE, BreakAge.WEEK, 2, 150);
        planted.sum(BreakCode.HOURS, "SAME", BreakOwner.COUNTY, BreakAge.OLDER, 1, 50);
        planted.sum(BreakCode.HOURS, null, BreakOwner.SOURCE, BreakAge.QUARTER, 4, 0);
        planted.sum(BreakCode.ROSTER, null, BreakOwner.COUNTY, BreakAge.HALF_YEAR, 8, 0);
        TableReportLines lines = open("140105", Map.of("owner", "COUNTY"));
        assertThat(lines.head())
                .containsExactly(
                        "2025–2026学年,区140105(仅:县级主管部门):差异15项(未处理),"
                                + "其中超过90天的9项;存疑学分2.00;尚未整体对账,差异不全",
                        "区140105",
                        "2025–2026学年",
                        "openBreaks=15",
                        "overdueBreaks=9",
                        "inQuestion=200",
                        "narrowed to · owner=the county's education authority (COUNTY)",
                        "ledger line · block · hash=1200 · 9 · ab12cd34ef56",
                        "rules=3 · " + Policies.shanxi().id(),
                        "matching and programme register=7",
                        "roster version=11",
                        "last run of reconciliation=-",
                        "ledger lines since that run=1200");
        assertThat(lines.section("ages"))
                .containsExactly(
                        "7天以内|0|2|0|0|0|2|150",
                        "8–30天|0|0|0|0|0|0|0",
                        "31–90天|0|4|0|0|0|4|0",
                        "91–180天|0|0|0|8|0|8|0",
                        "180天以上|0|0|0|1|0|1|50",
                        "= |0|6|0|9|0|15|200");
        assertThat(lines.section("codes"))
                .containsExactly(
                        "ROSTER|教师不在名册,或完成前已离职||县级主管部门|8|8|0|更新名册,或由来源更正教师",
                        "HOURS|学时或数量不一致||来源系统|4|0|0|来源核对后更正",
                        "HOURS|学时或数量不一致|SAME|来源系统|3|1|200|来源核对后更正",
                        "= ||||15|9|200|");
    }

    @Test
    void eachBreakIsALineWithBothSides() {
        planted.lines.add(
                new BreakReportFigures.BreakReportLine(
                        "140105",
                        "S-1",
                        "一小",
                        "T-1",
                        2025,
                        BreakCode.HOURS,
                        BreakOwner.SOURCE,
                        "somebody",
                        NOW.minus(Duration.ofHours(50)),
                        null,
                        new BreakReportFigures.BreakReportSide("one", "a", "40.00", 4000L, 1333L),
                        new BreakReportFigures.BreakReportSide("two", "b", "39.00", 3900L, 1300L)));
        planted.lines.add(
                new BreakReportFigures.BreakReportLine(
                        "",
                        null,
                        null,
                        null,
                        0,
                        BreakCode.UNMAPPED_CODE,
                        BreakOwner.HUB,
                        null,
                        NOW.minus(Duration.ofDays(10)),
                        NOW.minus(Duration.ofDays(7)),
                        new BreakReportFigures.BreakReportSide(null, null, null, null, null),
                        new BreakReportFigures.BreakReportSide("two", "c", "X9", null, null)));
        assertThat(open("140000", Map.of()).section("breaks"))
                .containsExactly(
                        "140105|区140105|S-1|一小|T-1|2025|HOURS|学时或数量不一致|来源系统|somebody|2026-02-27"
                                + "|2|one|a|two|b|40.00|39.00|4000|3900|1333|1300|33",
                        "|全省|||||UNMAPPED_CODE|代码不在代码表内,记录被拒|学分汇运维||2026-02-19|3|||two|c||X9|||||",
                        "= ||||||||||||||||||||||33");
    }

    @Test
    void whatNoRunHasLookedAtIsNotSaidToAgree() {
        assertThat(open("140105", Map.of()).head())
                .first()
                .isEqualTo("2025–2026学年,区140105:本范围尚未对账");
        planted.run = RUN;
        assertThat(open("140105", Map.of()).head())
                .startsWith("2025–2026学年,区140105:没有差异(未处理)")
                .endsWith(
                        "last run of reconciliation · time · ledger line"
                                + "=5 · 2026-03-01 12:00 · 1200");
    }

    @Test
    void theTermsNarrowWhatIsAskedFor() {
        ReportQuestion asked =
                question("140000", Map.of("code", "LATE", "state", "ACCEPTED", "feed", "two"));
        open(asked);
        assertThat(planted.asked)
                .isEqualTo(
                        new BreakReportFigures.BreakReportFilter(
                                new Jurisdiction("140000"),
                                true,
                                2025,
                                BreakState.ACCEPTED,
                                BreakCode.LATE,
                                null,
                                "two",
                                heads.basisOf(asked, 2025)));
    }

    @Test
    void aTermThatIsNoneIsRefusedWithWhatWouldBeRight() {
        assertThatExceptionOfType(ReportTermRefused.class)
                .isThrownBy(() -> open("140000", Map.of("owner", "NOBODY")))
                .satisfies(refused -> {
                    assertThat(refused.term()).isEqualTo("owner");
                    assertThat(refused.value()).isEqualTo("NOBODY");
                    assertThat(refused.allowed()).hasSize(BreakOwner.values().length);
                });
        assertThatExceptionOfType(ReportTermRefused.class)
                .isThrownBy(() -> source.check(Map.of("feed", "three")))
                .satisfies(refused -> assertThat(refused.allowed()).containsExactly("one", "two"));
        assertThatExceptionOfType(ReportTermRefused.class)
                .isThrownBy(() -> open("140000", Map.of("feed", "three")));
        assertThat(planted.asked).isNull();
    }

    private static ReportQuestion question(String division, Map<String, String> terms) {
        return new ReportQuestion(
                ReportName.BREAKS, new Jurisdiction(division), 2025, terms, "a key", NOW);
    }

    private TableReportLines open(String division, Map<String, String> terms) {
        return open(question(division, terms));
    }

    private TableReportLines open(ReportQuestion question) {
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    private static final class Planted implements BreakReportFigures {
        private final List<BreakReportSum> sums = new ArrayList<>();
        private final List<BreakReportLine> lines = new ArrayList<>();
        private @Nullable LookedAt run;
        private @Nullable BreakReportFilter asked;

        void sum(
                BreakCode code,
                @Nullable String cause,
                BreakOwner owner,
                BreakAge age,
                long breaks,
                long inQuestion) {
            sums.add(new BreakReportSum(code, cause, owner, age, breaks, inQuestion));
        }

        @Override
        public Uni<BreakReportSums> sums(BreakReportFilter filter) {
            asked = filter;
            ReportBasis basis = new ReportBasis(1200, 9, "ab12cd34ef567890", 11, 7, 3, run);
            return Uni.createFrom().item(new BreakReportSums(basis, sums));
        }

        @Override
        public Uni<Void> each(
                BreakReportFilter filter, Function<List<BreakReportLine>, Uni<Void>> take) {
            return take.apply(lines);
        }
    }
}
