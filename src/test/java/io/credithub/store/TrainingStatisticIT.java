package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.table.TrainingStatisticSource;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresTrainingStatisticFigures;
import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The statistical return on PostgreSQL: every figure of what is planted.
@ApartFromOthers
final class TrainingStatisticIT {
    private static final Instant NOW = Instant.parse("2023-06-01T04:00:00Z");

    @TempDir static Path home;

    private static LawRegistry registry;
    private static TrainingStatisticSource source;
    private static PlantedRows rows;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        PooledSnapshots snapshots = new PooledSnapshots(registry.pool());
        source =
                new TrainingStatisticSource(
                        new PostgresTrainingStatisticFigures(snapshots),
                        PlainHeads.of(new PostgresBasisReading(snapshots)));
        rows = new PlantedRows(registry);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    /// Three with 40 hours of provincial training, one of them seconded to the next county: the
    /// first went online and wrote a paper, the second studied for a degree and lectured. Beside
    /// them one without records, one without a school, one with records of another year and of
    /// another system, and one who was found to be the first.
    @BeforeEach
    void plant() throws SQLException {
        registry.empty();
        rows.begin();
        int first = rows.teacher();
        plant("online", first, "level = 4, form = 2, hours = 1000, credits = 400");
        plant(
                "paper",
                first,
                "level = 3, form = 5, hours = 0, credits = 600, detail = "
                        + "'{\"category\":\"PAPER\"}'");
        int second = rows.teacher();
        plant(
                "degree",
                second,
                "level = 5, form = 5, hours = 0, credits = 1000, detail = "
                        + "'{\"category\":\"DEGREE_STUDY\"}'");
        plant("lecture", second, "role = 2, hours = 2000, credits = 800");
        int seconded = rows.teacher();
        int nextCounty = rows.teacherWithoutRecords();
        int noSchool = rows.teacherWithoutRecords();
        int other = rows.teacherWithoutRecords();
        plant("last-year", other, "school_year = 2021");
        plant("copy", other, "state = 2");
        int same = rows.teacherWithoutRecords();
        registry.run(
                """
                update teacher set school_name = '一小' where id in (%d, %d);
                update teacher set school_code = 'S-2', school_name = '二小',
                    division_code = '140106',
                    home_school_code = 'S-1', home_division_code = '140105' where id = %d;
                update teacher set school_code = 'S-3', division_code = '140106' where id = %d;
                update teacher set school_code = null where id = %d;
                update teacher set merged_into = %d where id = %d\
                """
                        .formatted(first, second, seconded, nextCounty, noSchool, first, same));
    }

    private static void plant(String id, int teacher, String assignments) throws SQLException {
        rows.record(id, "two", rows.second, teacher);
        rows.change(id, assignments);
    }

    private static TableReportLines report(String division, @Nullable Integer year) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.STATISTICS,
                        new Jurisdiction(division),
                        year,
                        Map.of(),
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void personsCountOnceInAllAndInEachGroup() {
        TableReportLines lines = report("140100", null);
        assertThat(lines.head())
                .startsWith(
                        "2022–2023学年,区140100:教师6人,参训3人、7人次,参训人均50.00学时",
                        "区140100",
                        "2022–2023学年",
                        "teachers=6",
                        "teachersInForce=3",
                        "inForce=7",
                        "hours=15000",
                        "meanHoursTrained=5000");
        assertThat(lines.section("all")).startsWith("6|3|5000|7|15000|5000|7600");
        assertThat(lines.section("levels"))
                .containsExactly(
                        "NATIONAL|国培|0|0|0||0",
                        "PROVINCE|省培|3|4|14000|4667|5600",
                        "CITY|市培|1|1|0|0|600",
                        "COUNTY|县培|1|1|1000|1000|400",
                        "SCHOOL|校本|1|1|0|0|1000",
                        "= |||7|15000||7600");
    }

    @Test
    void ownResultsAndDegreesAreKindsOfTheirOwn() {
        TableReportLines lines = report("140100", 2022);
        assertThat(lines.section("kinds"))
                .containsExactly(
                        "TRAINING|参加培训|3|4|13000|4333|5200",
                        "ROLE|授课、组织、指导|1|1|2000|2000|800",
                        "DEGREE|学历学习|1|1|0|0|1000",
                        "RESULT|自主研修成果|1|1|0|0|600",
                        "= |||7|15000||7600");
        assertThat(lines.section("categories"))
                .containsExactly(
                        "DEGREE_STUDY|学历学习|1|1|0|0|1000", "PAPER|论文|1|1|0|0|600", "= |||2|0||1600");
        assertThat(lines.section("forms"))
                .containsExactly(
                        "CENTRALISED|集中|3|4|14000|4667|5600",
                        "ONLINE|网络|1|1|1000|1000|400",
                        "SCHOOL_BASED|校本|0|0|0||0",
                        "BLENDED|混合|0|0|0||0",
                        "SELF_DIRECTED|自主|2|2|0|0|1600",
                        "= |||7|15000||7600");
    }

    @Test
    void everyTeacherIsInOneRowOfThePlaces() {
        TableReportLines lines = report("140100", 2022);
        assertThat(lines.section("counties"))
                .containsExactly(
                        "140105|区140105|5|3|6000|7|15000|5000|7600",
                        "140106|区140106|1|0|0|0|0||0",
                        "= ||6|3|5000|7|15000||7600");
        assertThat(lines.section("schools"))
                .containsExactly(
                        "140105|区140105|S-1|一小|4|3|7500|7|15000|5000|7600",
                        "140105|区140105|||1|0|0|0|0||0",
                        "140106|区140106|S-3||1|0|0|0|0||0",
                        "= ||||6|3|5000|7|15000||7600");
    }

    @Test
    void aCountyIsItselfAndAYearIsItself() {
        TableReportLines lines = report("140106", 2022);
        assertThat(lines.keys())
                .containsExactly("all", "levels", "kinds", "categories", "forms", "schools");
        assertThat(lines.head()).first().isEqualTo("2022–2023学年,区140106:教师1人,均无入账记录");
        assertThat(lines.section("categories")).containsExactly("= ||||||");
        assertThat(report("140105", 2021).section("all")).startsWith("5|1|2000|1|4000|4000|1600");
    }
}
