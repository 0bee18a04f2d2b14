package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.table.SourceScoreSource;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresSourceScoreFigures;
import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scorecard of sources on PostgreSQL: every figure of what is planted.
@ApartFromOthers
final class SourceScoreIT {
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");

    @TempDir static Path home;

    private static LawRegistry registry;
    private static SourceScoreSource source;
    private static PlantedRows rows;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        PooledSnapshots snapshots = new PooledSnapshots(registry.pool());
        source =
                new SourceScoreSource(
                        new PostgresSourceScoreFigures(snapshots),
                        PlainHeads.of(new PostgresBasisReading(snapshots)));
        rows = new PlantedRows(registry);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void plant() throws SQLException {
        registry.run("delete from recon_break; delete from reconciliation_run;");
        registry.empty();
        rows.begin();
        registry.run("insert into feed (code) values ('three'), ('four') on conflict do nothing");
        deliveries();
        records();
        breaks();
    }

    /// One was silent until its delivery of May, of which a rejected record came right later. Two
    /// was silent in winter. Three began when the year was over; four never did.
    private static void deliveries() throws SQLException {
        rows.delivery("two", "2022-12-01T00:00:00Z");
        rows.delivery("two", "2023-10-20T00:00:00Z");
        rows.delivery("three", "2023-09-10T00:00:00Z");
        registry.run(
                """
                update delivery set landed_at = '2023-05-02T00:00:00Z' where id in (%1$d, %2$d);
                update delivery set declared_records = 12, received = 10, accepted = 6,
                    rejected = 2, replayed = 1, duplicate = 1, waiting = 1 where id = %1$d;
                insert into delivery (feed_id, reference, sha256, bytes, charset, head,
                    mapping_digest, chunks, received, accepted, landed_at, replay_of, asked_by)
                select feed_id, reference, sha256, 1, 'UTF-8', '', '00', 1, 1, 1, '2023-10-01',
                    id, 'a key' from delivery where id = %1$d\
                """
                        .formatted(rows.first, rows.second));
    }

    /// Of one two in force; of two three in force, after 1, 31 and 120 days, one aside, one held,
    /// one refused, one that waits and one that was taken back.
    private static void records() throws SQLException {
        int teacher = rows.teacher();
        rows.teacher();
        String[] ids = {"a", "b", "c", "aside", "held", "refused", "gone"};
        for (String id : ids) rows.record(id, "two", rows.second, teacher);
        rows.record("waiting", "two", rows.second, null);
        rows.change("b", "completed_on = '2023-04-01'");
        rows.change("c", "completed_on = '2023-01-02'");
        rows.change("aside", "state = 2");
        rows.change("held", "state = 6, hold = 21");
        rows.change("refused", "state = 7, hold = 21");
        rows.change("waiting", "state = 5");
        rows.change("gone", "state = 3");
        registry.run(
                """
                insert into waiting (record_key, version_no)
                select record_key, version_no from completion where state = 5;
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, hours, credits, experience,
                    quality, school_year, policy_id, rule, level, form, grade, evidence, record_id)
                select record_key, 2, feed_id, 4, 0, 0, gen_random_uuid(), delivery_id, position,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, record_id from completion where state = 3;
                delete from reconciliation_cell;
                insert into reconciliation_cell (feed_id, division_code, school_year, posted, aside,
                    held, refused, posted_hours, posted_credits, persons)
                values (%1$d, '140105', 2022, 2, 0, 0, 0, 8000, 3200, 2),
                    (%2$d, '140105', 2022, 3, 1, 1, 1, 12000, 4800, 1),
                    (%2$d, '140106', 2022, 5, 0, 0, 0, 20000, 8000, 5),
                    (%2$d, '140105', 2021, 9, 9, 9, 9, 9, 9, 9),
                    (0, '140105', 2022, 0, 0, 0, 0, 0, 0, 3)\
                """
                        .formatted(rows.feed("one"), rows.feed("two")));
    }

    /// Late: one that is a late one, and one that is of another code first. What was corrected, and
    /// what only looks like it, is none.
    private static void breaks() throws SQLException {
        breakOf(5, 22, 1, "140105", "[[\"/reportedOn\",\"2023-08-01\",\"2023-09-01\",22]]");
        breakOf(
                5,
                3,
                2,
                "140105",
                "[[\"/teacher/name\",\"a\",\"b\",3],"
                        + "[\"/reportedOn\",\"2023-08-01\",\"2023-09-01\",22]]");
        breakOf(5, 22, 4, "140105", "[[\"/reportedOn\",\"2023-08-01\",\"2023-09-01\",22]]");
        breakOf(1, 16, 1, "140105", "[[\"/hours\",\"40.00\",\"22\",16]]");
        breakOf(4, 5, 1, "", "[]");
        registry.run(
                """
                update recon_break set credits_ours = 1300, credits_theirs = 1333 where code = 16;
                insert into reconciliation_run (division, school_year, asked_by, state, finished_at)
                values ('140000', 2022, 'a key', 'DONE', '2023-10-31Z')\
                """);
    }

    private static void breakOf(int aspect, int code, int state, String division, String fields)
            throws SQLException {
        registry.run(
                """
                insert into recon_break (identity, aspect, code, state, owner, division,
                    school_year, feed_id, fields, print, first_run, first_seen_at, last_run,
                    last_seen_at, opened_at, closed_at, closed_by)
                values (gen_random_uuid(), %d, %d, %3$d, 2, '%4$s', 2022, %5$d, '%6$s',
                    gen_random_uuid(), 1, now(), 1, now(), '2023-10-01',
                    case when %3$d in (2, 4) then now() end,
                    case when %3$d in (2, 4) then 'somebody' end)\
                """
                        .formatted(aspect, code, state, division, rows.feed("two"), fields));
    }

    private static TableReportLines report(String division) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.SOURCES,
                        new Jurisdiction(division),
                        2022,
                        Map.of(),
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void theProvinceIsToldOfRecordsAndDeliveries() {
        TableReportLines lines = report("140000");
        assertThat(lines.head())
                .startsWith(
                        "2022–2023学年,区140000:2个数据源,匹配率78.57%,未处理差异3项;最久未送达的是one(183天)",
                        "区140000",
                        "2022–2023学年",
                        "deliveries=3",
                        "received=12",
                        "rejectedShare=833",
                        "matchRate=7857",
                        "lateShare=2000",
                        "openBreaks=3");
        assertThat(lines.section("records"))
                .containsExactly(
                        "one|2|2|10000|2|0|0|0|0|0|0|0|1|8000|3200|0|0",
                        "two|12|9|7500|8|1|1|1|1|1|2|2500|31|32000|12800|3|33",
                        "= |14|11|7857|10|1|1|1|1|1|2|2000||40000|16000|3|33");
        assertThat(lines.section("deliveries"))
                .containsExactly(
                        "four|0||0|0|0||0|0|||",
                        "one|1|12|10|7|1|1000|1|1|2023-05-02|183|243",
                        "three|0||0|0|0||0|0|2023-09-10|52|",
                        "two|2||2|0|0|0|0|0|2023-10-20|12|152",
                        "= |3|12|12|7|1|833|1|1|||");
    }

    @Test
    void aCountyIsToldOfItsOwnTeachersRecordsAlone() {
        TableReportLines lines = report("140105");
        assertThat(lines.keys()).containsExactly("records");
        assertThat(lines.head())
                .startsWith(
                        "2022–2023学年,区140105:2个数据源,匹配率75.00%,未处理差异2项",
                        "区140105",
                        "2022–2023学年",
                        "matchRate=7500",
                        "lateShare=4000",
                        "openBreaks=2");
        assertThat(lines.section("records"))
                .containsExactly(
                        "one|2|2|10000|2|0|0|0|0|0|0|1|8000|3200|0|0",
                        "two|6|4|6667|3|1|1|1|1|2|6667|31|12000|4800|2|33",
                        "= |8|6|7500|5|1|1|1|1|2|4000||20000|8000|2|33");
        assertThat(report("140106").section("records"))
                .containsExactly(
                        "two|5|5|10000|5|0|0|0|0|0|0||20000|8000|0|0",
                        "= |5|5|10000|5|0|0|0|0|0|0||20000|8000|0|0");
        assertThat(report("140107").head()).first().isEqualTo("2022–2023学年,区140107:尚无记录");
    }

    @Test
    void beforeAnybodyHasLookedNothingIsSaidToBeLateOrInTime() throws SQLException {
        registry.run("delete from reconciliation_run");
        assertThat(report("140106").section("records"))
                .containsExactly(
                        "two|5|5|10000|5|0|0|0|0||||20000|8000|0|0",
                        "= |5|5|10000|5|0|0|0|0||||20000|8000|0|0");
    }
}
