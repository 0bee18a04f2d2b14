package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.fakes.PlainFeeds;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.table.BreakReportSource;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresBreakReportFigures;
import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Breaks as a report tells them, on PostgreSQL: every figure of what is planted.
@ApartFromOthers
final class BreakReportIT {
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");

    @TempDir static Path home;

    private static LawRegistry registry;
    private static BreakReportSource source;
    private static PlantedRows rows;
    private static int teacher;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        PooledSnapshots snapshots = new PooledSnapshots(registry.pool());
        source =
                new BreakReportSource(
                        new PostgresBreakReportFigures(snapshots),
                        PlainFeeds.of("one", "two"),
                        PlainHeads.of(new PostgresBasisReading(snapshots)));
        rows = new PlantedRows(registry);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    /// Of the code HOURS: five of the county in each class of age, at both of its edges; one of the
    /// next county, of next year and without credits; one that is nobody's; one accepted.
    @BeforeEach
    void plant() throws SQLException {
        registry.run("delete from recon_break; delete from reconciliation_run;");
        registry.empty();
        rows.begin();
        teacher = rows.teacher();
        registry.run("update teacher set school_name = '一小' where id = " + teacher);
        String[] ages = {"7 days 23 hours", "8 days", "90 days 23 hours", "91 days", "181 days"};
        for (int i = 0; i < ages.length; i++) {
            breakOf("140105", 16, i < 2 ? 2 : 4, ages[i]);
        }
        breakOf("140106", 2, 4, "3 days");
        registry.run(
                """
                update recon_break set school_year = 2023, credits_theirs = null, teacher_id = null,
                    school_code = null, cause = 'HUB-2165' where division = '140106'\
                """);
        breakOf("", 5, 1, "1 day");
        registry.run("update recon_break set peer_feed_id = null where division = ''");
        breakOf("140105", 19, 2, "20 days");
        registry.run(
                """
                update recon_break set state = 2, closed_at = opened_at + interval '5 days',
                    closed_by = 'somebody' where code = 19;
                insert into reconciliation_run (division, school_year, asked_by, state, finished_at)
                values ('140000', 2022, 'a key', 'DONE', '2023-10-31Z'),
                    ('140105', 2023, 'a key', 'DONE', '2023-10-31Z'),
                    ('140105', 2022, 'a key', 'DONE', '2023-11-02Z'),
                    ('140106', null, 'a key', 'FAILED', '2023-10-31Z')\
                """);
    }

    private static void breakOf(String division, int code, int owner, String age)
            throws SQLException {
        registry.run(
                """
                insert into recon_break (identity, aspect, code, state, owner, assignee, teacher_id,
                    division, school_code, school_year, feed_id, record_id, peer_feed_id, peer_id,
                    hours_ours, hours_theirs, credits_ours, credits_theirs, ours, theirs, fields,
                    print, first_run, first_seen_at, last_run, last_seen_at, opened_at)
                select gen_random_uuid(), 1, %2$d, 1, %3$d, 'office', %5$d, '%1$s', 'S-1', 2022,
                    %6$d, 'theirs', %7$d, 'ours', 4000, 3900, 1333, 1300, '40.00', '39.00', '[]',
                    gen_random_uuid(), 1, o, 1, o, o
                from (select timestamptz '%8$s' - interval '%4$s') as at (o)\
                """
                        .formatted(
                                division,
                                code,
                                owner,
                                age,
                                teacher,
                                rows.feed("two"),
                                rows.feed("one"),
                                NOW));
    }

    private static TableReportLines report(
            String division, @Nullable Integer year, Map<String, String> terms) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.BREAKS, new Jurisdiction(division), year, terms, "a key", NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void aCountysYearIsCountedWhole() throws SQLException {
        TableReportLines lines = report("140105", 2022, Map.of());
        assertThat(lines.head())
                .startsWith(
                        "2022–2023学年,区140105:差异5项(未处理),其中超过90天的2项;存疑学分1.65",
                        "区140105",
                        "2022–2023学年",
                        "openBreaks=5",
                        "overdueBreaks=2",
                        "inQuestion=165")
                .endsWith(line(registry.number("select min(id) from reconciliation_run")));
        assertThat(lines.section("ages"))
                .containsExactly(
                        "7天以内|0|1|0|0|0|1|33",
                        "8–30天|0|1|0|0|0|1|33",
                        "31–90天|0|0|0|1|0|1|33",
                        "91–180天|0|0|0|1|0|1|33",
                        "180天以上|0|0|0|1|0|1|33",
                        "= |0|2|0|3|0|5|165");
        assertThat(lines.section("codes"))
                .containsExactly("HOURS|学时或数量不一致||来源系统|5|2|165|来源核对后更正", "= ||||5|2|165|");
    }

    @Test
    void aRunOverTheWholeLookedAtAllThatIsAPartOfIt() throws SQLException {
        int province = registry.number("select min(id) from reconciliation_run");
        for (String division : List.of("140100", "140107", "140000", "100000")) {
            assertThat(report(division, 2022, Map.of()).head())
                    .last()
                    .asString()
                    .contains(line(province));
        }
        registry.run(
                "insert into reconciliation_run (division, asked_by, state, finished_at)"
                        + " values ('100000', 'a key', 'DONE', '2023-10-31Z')");
        int nation = registry.number("select max(id) from reconciliation_run");
        for (String division : List.of("140106", "140000", "100000")) {
            assertThat(report(division, 2021, Map.of()).head())
                    .last()
                    .asString()
                    .contains(line(nation));
            assertThat(report(division, null, Map.of()).head())
                    .last()
                    .asString()
                    .contains(line(nation));
        }
    }

    private static String line(int run) {
        return "last run of reconciliation · time · ledger line=%d · 2023-10-31 08:00 · 0"
                .formatted(run);
    }

    @Test
    void everyBreakIsListedOnceByCountyAndAge() {
        String one =
                "140105|区140105|S-1|一小|T-1|2022|HOURS|学时或数量不一致|%s|office|%s|%d"
                        + "|one|ours|two|theirs|40.00|39.00|4000|3900|1333|1300|33";
        assertThat(report("140000", null, Map.of()).section("breaks"))
                .containsExactly(
                        "|全省|S-1|一小|T-1|2022|UNMAPPED_CODE|代码不在代码表内,记录被拒|学分汇运维|office"
                                + "|2023-10-31|1||ours|two|theirs|40.00|39.00|4000|3900|1333|1300"
                                + "|33",
                        one.formatted("县级主管部门", "2023-05-04", 181),
                        one.formatted("县级主管部门", "2023-08-02", 91),
                        one.formatted("县级主管部门", "2023-08-02", 90),
                        one.formatted("来源系统", "2023-10-24", 8),
                        one.formatted("来源系统", "2023-10-24", 7),
                        "140106|区140106||||2023|ROSTER|教师不在名册,或完成前已离职|县级主管部门|office"
                                + "|2023-10-29|3|one|ours|two|theirs|40.00|39.00|4000|3900|1333||",
                        "= ||||||||||||||||||||||198");
    }

    @Test
    void theTermsNarrowSumsAndListAlike() {
        TableReportLines owner = report("140105", 2022, Map.of("owner", "SOURCE"));
        assertThat(owner.section("ages")).last().isEqualTo("= |0|2|0|0|0|2|66");
        assertThat(owner.section("breaks")).hasSize(3).last().asString().endsWith("|66");
        TableReportLines code = report("140000", null, Map.of("code", "ROSTER"));
        assertThat(code.section("codes"))
                .containsExactly(
                        "ROSTER|教师不在名册,或完成前已离职|HUB-2165|县级主管部门|1|0|0|更新名册,或由来源更正教师",
                        "= ||||1|0|0|");
        assertThat(code.section("breaks")).hasSize(2);
        TableReportLines accepted = report("140105", 2022, Map.of("state", "ACCEPTED"));
        assertThat(accepted.head()).contains("breaks=1", "overdueBreaks=0");
        assertThat(accepted.section("breaks")).first().asString().contains("|2023-10-12|5|");
        assertThat(report("140000", null, Map.of("feed", "one")).section("breaks")).hasSize(1);
        assertThat(report("140000", null, Map.of("feed", "two")).section("breaks")).hasSize(8);
    }

    @Test
    void aCountySeesItsOwnAndNothingThatIsNobodys() {
        assertThat(report("140106", null, Map.of()).section("breaks")).hasSize(2);
        assertThat(report("140100", null, Map.of()).section("breaks")).hasSize(7);
        assertThat(report("140107", 2023, Map.of()).head())
                .first()
                .isEqualTo("2023–2024学年,区140107:本范围尚未对账");
    }
}
