package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.KnownHistory;
import io.credithub.store.connection.KnownMoments;
import io.credithub.store.report.PostgresKnownHistory;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// History is kept for a while, and goes in steps.
final class KnownRetentionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DAYS = 200;
    private static final Duration KEPT = Duration.ofDays(DAYS);
    private static final int MANY = 10_000;

    @TempDir static Path home;

    private static LawRegistry registry;
    private static KnownHistory history;
    private static KnownMoments moments;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        history = new PostgresKnownHistory(registry.pool());
        moments = new KnownMoments(registry.pool());
        new PlantedYear(registry).plant();
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    /// Rows of which each was changed so many days ago.
    @BeforeEach
    void aged() throws SQLException {
        registry.run(
                """
                alter table sign_off disable trigger sign_off_stays; delete from sign_off;
                alter table sign_off enable trigger sign_off_stays;
                update known.beginning set at = now() - interval '1000 days',
                    papers = now() - interval '1000 days';
                delete from known.teacher; delete from known.completion;
                update teacher set school_name = school_name || '+'; update completion set credits = 1\
                """);
        registry.run(
                """
                update known.teacher k set known_until = now() - n.days * interval '1 day'
                from (select id, (array[50, 80, 100, 190, 210, 220, 300, 400])[
                    row_number() over (order by id)] as days from known.teacher) n
                where n.id = k.id;
                update known.completion set known_until = now() - interval '500 days'\
                """);
    }

    private static int prune(Duration kept, int most) {
        return history.prune(kept, most).await().atMost(PATIENCE);
    }

    private static List<String> days() throws SQLException {
        return registry.rows(
                "select (now()::date - known_until::date) from known.teacher order by 1");
    }

    private static Instant first(ReportName name) {
        return moments.first(name).await().atMost(PATIENCE);
    }

    private static Instant ago(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    @Test
    void whatEndedBeforeIsLetGoOfAndNothingElse() throws SQLException {
        assertThat(prune(KEPT, MANY)).isPositive();
        assertThat(days()).containsExactly("50|", "80|", "100|", "190|");
        assertThat(registry.rows("select count(*) from known.completion")).containsExactly("0|");
        assertThat(first(ReportName.STATEMENT)).isCloseTo(ago(DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(first(ReportName.CERTIFICATE))
                .isCloseTo(ago(DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(prune(KEPT, MANY)).as("again").isZero();
    }

    @Test
    void aStepIsNoLongerThanItIsAllowed() throws SQLException {
        int all = registry.number("select count(*) from known.completion") + 4;
        int gone = 0;
        int steps = 0;
        for (int some = prune(KEPT, 3); some > 0; some = prune(KEPT, 3)) {
            assertThat(some).isLessThanOrEqualTo(3);
            gone += some;
            steps++;
        }
        assertThat(gone).isEqualTo(all);
        assertThat(steps).isGreaterThan(2);
    }

    /// Whoever reads at the first moment when it moves on reads on.
    @Test
    void rowsGoADayAfterNobodyIsToldOfThemAnyMore() throws SQLException {
        registry.run(
                "update known.teacher set known_until = now() - interval '200 days 20 hours'"
                        + " where known_until < now() - interval '201 days'");
        prune(KEPT, MANY);
        assertThat(days()).hasSize(8);
        assertThat(first(ReportName.STATEMENT)).isAfter(ago(DAYS + 1));
    }

    @Test
    void ninetyDaysAreKeptWhateverIsSaid() throws SQLException {
        assertThat(prune(Duration.ZERO, MANY)).isPositive();
        assertThat(days()).containsExactly("50|", "80|");
        assertThat(first(ReportName.STATEMENT)).isBefore(ago(89));
    }

    @Test
    void whatASignOffUnderWayRestsOnIsKept() throws SQLException {
        // What a signature is over, as far as it matters here.
        registry.run(
                """
                insert into sign_off (division, school_year, version, manifest, sha256, ledger_seq)
                select '140105', 2022, 1, convert_to(json_build_object('asOf',
                    to_char(now() at time zone 'utc' - interval '%d days',
                        'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text, 'UTF8'), sha256(''), 1\
                """
                        .formatted(250));
        prune(KEPT, MANY);
        assertThat(days()).containsExactly("50|", "80|", "100|", "190|", "210|", "220|");
        assertThat(first(ReportName.STATEMENT)).isCloseTo(ago(250), within(9, ChronoUnit.HOURS));
        registry.run("update sign_off set state = 4");
        prune(KEPT, MANY);
        assertThat(days()).as("returned").containsExactly("50|", "80|", "100|", "190|");
    }

    @Test
    void theFirstMomentNeverGoesBack() {
        prune(KEPT, MANY);
        Instant first = first(ReportName.STATEMENT);
        prune(KEPT.multipliedBy(3), MANY);
        assertThat(first(ReportName.STATEMENT)).isEqualTo(first);
    }

    /// Papers reach back to when their history began, though others reach further.
    @Test
    void papersBeginLater() throws SQLException {
        registry.run("update known.beginning set papers = now() - interval '30 days'");
        assertThat(first(ReportName.STATEMENT)).isBefore(ago(999));
        assertThat(first(ReportName.TEACHER_STATEMENT)).isAfter(ago(31));
        assertThat(first(ReportName.CERTIFICATE)).isAfter(ago(31));
    }

    @Test
    void whoWritesDoesNotWaitForAStep() throws SQLException {
        String url = registry.access().jdbcUrl();
        var owner = registry.access().owner();
        var app = registry.access().app();
        try (Connection pruner = DriverManager.getConnection(url, owner.user(), owner.password());
                Connection writer = DriverManager.getConnection(url, app.user(), app.password());
                Statement pruning = pruner.createStatement();
                Statement writing = writer.createStatement()) {
            pruner.setAutoCommit(false);
            pruning.execute("select known.prune(interval '200 days', 10000)");
            writing.execute("set lock_timeout = '500ms'");
            writing.execute("update completion set credits = credits + 1");
            writing.execute("update teacher set school_name = '新' where school_name is not null");
            assertThat(prune(KEPT, MANY)).as("two at once").isZero();
            pruner.commit();
        }
    }
}
