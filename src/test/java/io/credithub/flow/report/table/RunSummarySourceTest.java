package io.credithub.flow.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunBasis;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.KnownRuns;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportTermRefused;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunSummarySourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final BreakRun RUN =
            new BreakRun(
                    5,
                    "140000",
                    2025,
                    "a key",
                    NOW,
                    NOW,
                    NOW,
                    RunState.DONE,
                    4,
                    4,
                    new RunCounts(900, 15, 9, 1, 2, 3, new Credits(150)),
                    new RunBasis(3, 7, 1200),
                    List.of(
                            sum("", BreakCode.UNMAPPED_CODE, BreakState.OPEN, 2, 0),
                            sum("140105", BreakCode.HOURS, BreakState.OPEN, 4, 150),
                            sum("140105", BreakCode.HOURS, BreakState.ACCEPTED, 3, 70),
                            sum("140105", BreakCode.LATE, BreakState.OPEN, 1, 0)));

    private final FiveRuns runs = new FiveRuns();
    private final RunSummarySource source = new RunSummarySource(runs, PlainHeads.plain());

    private static BreakSum sum(
            String division, BreakCode code, BreakState state, long breaks, long inQuestion) {
        return new BreakSum(
                division, code, BreakOwner.SOURCE, state, breaks, new Credits(inQuestion));
    }

    private TableReportLines open(String division, Map<String, String> terms) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.RUN_SUMMARY,
                        new Jurisdiction(division),
                        null,
                        terms,
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void whatARunChangedAndLeftIsTold() {
        TableReportLines lines = open("140000", Map.of("run", "5"));
        assertThat(runs.within).isEqualTo(Jurisdiction.NATION);
        assertThat(lines.head())
                .containsExactly(
                        "2025–2026学年,区140000:第5次对账后,未处理差异7项,存疑学分1.50",
                        "区140000",
                        "2025–2026学年",
                        "openBreaks=7",
                        "inQuestion=150",
                        "narrowed to · run=5",
                        "ledger line · block · hash=1200 · 9 · ab12cd34ef56",
                        "rules=3 · " + Policies.shanxi().id(),
                        "matching and programme register=7",
                        "roster version=11",
                        "last run of reconciliation=-",
                        "ledger lines since that run=1200",
                        "looked at=140000",
                        "compared=900",
                        "asked by=a key",
                        "finished at=2026-03-01 12:00:00",
                        "rules · matching · ledger line of the run=3 · 7 · 1200");
        assertThat(lines.section("changes"))
                .containsExactly("本次发现(含仅告知)|15", "新出现|9", "重新出现|1", "有变化|2", "已更正|3", "= |");
        assertThat(lines.section("counties"))
                .containsExactly("|全省|2|0|0|0|0", "140105|区140105|5|3|0|0|150", "= ||7|3|0|0|150");
        assertThat(lines.section("codes"))
                .containsExactly(
                        "|全省|UNMAPPED_CODE|代码不在代码表内,记录被拒|来源系统|未处理|2",
                        "140105|区140105|HOURS|学时或数量不一致|来源系统|未处理|4",
                        "140105|区140105|HOURS|学时或数量不一致|来源系统|已认可|3",
                        "140105|区140105|LATE|逾期报送|来源系统|未处理|1",
                        "= ||||||10");
    }

    @Test
    void aRunThatIsNoneIsRefused() {
        for (String run : List.of("6", "99999999999", "x", "")) {
            assertThatExceptionOfType(ReportTermRefused.class)
                    .isThrownBy(() -> open("140105", Map.of("run", run)));
        }
        assertThat(runs.within).isEqualTo(new Jurisdiction("140105"));
    }

    /// There is a fifth run, and no other.
    private static final class FiveRuns implements KnownRuns {
        private @Nullable Jurisdiction within;

        @Override
        public Uni<Optional<BreakRun>> find(int id, Jurisdiction within, Instant asOf) {
            this.within = within;
            return Uni.createFrom().item(id == 5 ? Optional.of(RUN) : Optional.empty());
        }
    }
}
