package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.TeacherLists.ListKey;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.store.statement.PostgresTeacherLists;
import io.credithub.store.statement.PostgresVerdictBook;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rows of lists follow whoever writes what they are made of.
@ApartFromOthers
final class VerdictBookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2025-10-01T04:00:00Z");
    private static final int CYCLE = 2022;

    @TempDir static Path home;
    private static Vertx vertx;
    private static LawRegistry registry;

    private Instant now = NOW;
    private KeepVerdicts rows = process();

    @BeforeAll
    static void start() throws SQLException {
        vertx = Vertx.vertx();
        registry = new LawRegistry(home, vertx);
    }

    @AfterAll
    static void stop() throws SQLException {
        registry.close();
        vertx.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        registry.run("delete from exemption; delete from residence");
        registry.empty();
        settle();
    }

    private KeepVerdicts process() {
        InstantSource clock = () -> now;
        return new KeepVerdicts(
                new PostgresVerdictBook(registry.pool()), new OnePolicy(Policies.shanxi()), clock);
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private void settle() {
        while (wait(rows.step()) != BookStep.DONE) {}
    }

    /// A statement of any writer, and what the rows of the school year 2025 then say.
    private void then(String sql, String... expected) throws SQLException {
        registry.run(sql);
        assertThat(wait(rows.catchUp()).isNothing()).as("pending after %s", sql).isTrue();
        assertThat(
                        registry.rows(
                                "select t.teacher_no, v.division, v.school, v.state,"
                                        + " v.year_verdict[4] from teacher_verdict v join teacher t"
                                        + " on t.id = v.teacher_id where v.cycle = 2022 order by"
                                        + " 1"))
                .as(sql)
                .containsExactly(expected);
        assertThat(counted()).as(sql).isEqualTo(expected.length);
        assertThat(registry.rows("select count(*) from teacher_verdict"))
                .containsExactly(2 * expected.length + "|");
    }

    private long counted() {
        return counts(2025).values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<TeacherVerdict, Long> counts(@Nullable Integer schoolYear) {
        TeacherSight all = new TeacherSight(Jurisdiction.NATION);
        TeacherFilter filter = new TeacherFilter(all, CYCLE, schoolYear, null, null, null);
        ListOrder order = new ListOrder(ListKey.NUMBER, false);
        return wait(new PostgresTeacherLists(registry.pool()).page(filter, order, null, 1))
                .counts();
    }

    private static String teacher(String number) {
        return "insert into teacher (teacher_no, name, school_code, division_code, status) values"
                + " ('%s', '王', 'S', '140105', 'ACTIVE')".formatted(number);
    }

    @Test
    void whoeverWritesIsFollowed() throws SQLException {
        then(teacher("A"), "A|140105|S|ACTIVE|5|");
        then(teacher("B"), "A|140105|S|ACTIVE|5|", "B|140105|S|ACTIVE|5|");
        then(
                "update teacher set division_code = '140106', home_school_code = 'H' where"
                        + " teacher_no = 'A'",
                "A|140106|H|ACTIVE|5|",
                "B|140105|S|ACTIVE|5|");
        then(
                "update teacher set status = 'NEW' where teacher_no = 'A'",
                "A|140106|H|NEW|7|",
                "B|140105|S|ACTIVE|5|");
        then(
                "update teacher set has_grants = true where teacher_no = 'B'; insert into exemption"
                        + " (id, teacher_id, kind, school_year, evidence, granted_by) select"
                        + " gen_random_uuid(), id, 'MATERNITY', 2025, 'e', 'k' from teacher where"
                        + " teacher_no = 'B'",
                "A|140106|H|NEW|7|",
                "B|140105|S|ACTIVE|3|");
        then(
                "update exemption set ended_at = now(), ended_by = 'k'",
                "A|140106|H|NEW|7|",
                "B|140105|S|ACTIVE|5|");
        then(
                "update teacher set merged_into = (select id from teacher where teacher_no = 'B')"
                        + " where teacher_no = 'A'",
                "B|140105|S|ACTIVE|5|");
        then("update teacher set erased_at = now() where teacher_no = 'B'");
    }

    @Test
    void aDayOfTheRosterIsSeenWhenItComes() throws SQLException {
        then(teacher("A") + "; update teacher set left_on = '2025-10-05'", "A|140105|S|ACTIVE|5|");
        now = Instant.parse("2025-10-04T04:00:00Z");
        settle();
        assertThat(counts(2025)).containsExactly(Map.entry(TeacherVerdict.NOT_YET, 1L));
        now = Instant.parse("2025-10-05T04:00:00Z");
        settle();
        assertThat(counts(2025)).containsExactly(Map.entry(TeacherVerdict.LEFT, 1L));
    }

    @Test
    void whatASchoolYearsEndChangesIsSeenOfEverybody() throws SQLException {
        then(teacher("A"), "A|140105|S|ACTIVE|5|");
        now = Instant.parse("2026-08-31T16:00:00Z"); // midnight in the province
        settle();
        assertThat(counts(2025)).containsExactly(Map.entry(TeacherVerdict.SHORT, 1L));
        now = Instant.parse("2027-09-01T04:00:00Z");
        settle();
        assertThat(counts(null)).containsExactly(Map.entry(TeacherVerdict.SHORT, 1L));
        assertThat(registry.rows("select cycle from teacher_verdict order by 1"))
                .containsExactly("2022|", "2027|");
        assertThat(registry.rows("select sum(teachers) from verdict_count where cycle = 2017"))
                .containsExactly("0|");
    }

    @Test
    void aLookAtEverybodyGoesOnWhereAnotherProcessLeftIt() throws SQLException {
        registry.run(many(5_000) + "; delete from verdict_touched");
        now = Instant.parse("2026-10-01T04:00:00Z"); // another school year
        assertThat(wait(rows.step())).isEqualTo(BookStep.CAUGHT_UP);
        assertThat(registry.rows("select count(*) from teacher_verdict")).containsExactly("4000|");
        rows = process();
        assertThat(wait(rows.step())).isEqualTo(BookStep.CAUGHT_UP);
        assertThat(wait(rows.step())).isEqualTo(BookStep.DONE);
        assertThat(counts(2025)).containsExactly(Map.entry(TeacherVerdict.SHORT, 5_000L));
        assertThat(wait(rows.step())).isEqualTo(BookStep.DONE);
    }

    private static String many(int count) {
        return "insert into teacher (teacher_no, name, school_code, division_code, status) select"
                + " 'N' || n, '名' || n, 'S' || n % 50, 140100 + n % 9, 'ACTIVE'"
                + " from generate_series(1, %d) n".formatted(count);
    }

    @Test
    void oneAtATimeKeepsThem() throws SQLException {
        try (Connection other =
                        DriverManager.getConnection(
                                registry.access().jdbcUrl(),
                                registry.access().owner().user(),
                                registry.access().owner().password());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from verdict_progress for update");
            registry.run(teacher("A"));
            assertThat(wait(rows.step())).isEqualTo(BookStep.BUSY);
            assertThat(wait(process().catchUp()).changes()).isOne();
            other.rollback();
        }
        then("select 1", "A|140105|S|ACTIVE|5|");
    }

    @Test
    void lookingAgainWritesNothing() throws SQLException {
        registry.run(many(300));
        settle();
        String written = "select teacher_id, xmin from teacher_verdict order by teacher_id, cycle";
        List<String> before = registry.rows(written);
        registry.run("insert into verdict_touched (teachers) select array_agg(id) from teacher");
        settle();
        assertThat(registry.rows(written)).isEqualTo(before);
    }
}
