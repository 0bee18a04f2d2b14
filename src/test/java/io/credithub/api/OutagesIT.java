package io.credithub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.WaysIn.Answer;
import io.credithub.api.body.ApiConfig;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.DatabaseProxy;
import io.credithub.testing.Eventually;
import io.credithub.testing.ProxiedPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever keeps the database or the disk from taking something, and by whichever way somebody
/// asks: the answer is `503` with `Retry-After` and comes in time, and all is well again once they
/// are, without a restart.
@QuarkusTest
@QuarkusTestResource(value = ProxiedPostgres.class, restrictToAnnotatedClass = true)
@TestProfile(OutagesIT.Bounds.class)
final class OutagesIT {
    private static final Duration WITHIN = Duration.ofSeconds(12);
    private static final int POOLED = 12;
    private static final String DEADLOCK = "40P01";

    /// Short times, so that the test is.
    public static final class Bounds implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FullDisk.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hub.db.acquire-within", "1s",
                    "hub.db.answer-within", "1s",
                    "hub.db.lock-within", "1s",
                    "quarkus.datasource.reactive.additional-properties.hub_connect_seconds", "2",
                    "quarkus.datasource.reactive.max-size", "" + POOLED);
        }
    }

    @Inject ApiKeys keys;
    @Inject Pool pool;
    @Inject FullDisk disk;
    @Inject ApiConfig config;

    @Inject Config settings;

    @SuppressWarnings("NullAway.Init")
    DatabaseProxy proxy;

    private WaysIn ways;

    @BeforeEach
    void isWell() {
        ways = new WaysIn(keys);
        assertIsServed();
    }

    @AfterEach
    void isWellAgain() {
        proxy.open();
        assertIsServed();
        ways.close();
    }

    private void assertIsServed() {
        List<Answer> others = new ArrayList<>();
        Eventually.until(
                "all is served, but for " + others,
                () -> {
                    others.clear();
                    others.addAll(ways.ask(WITHIN));
                    others.removeIf(Answer::isServed);
                    return others.isEmpty();
                });
    }

    /// Whether the hub is ready, it may have found out a moment ago.
    private static void assertAreOutages(List<Answer> answers) {
        assertThat(answers)
                .filteredOn(one -> !one.way().equals("readiness"))
                .allMatch(Answer::isOutage);
        assertThat(answers).allMatch(one -> one.isOutage() || one.isServed());
    }

    /// Of what is only read, and of what leaves no trace.
    private void assertAreOutages(List<Answer> answers, Set<String> served) {
        assertAreOutages(
                answers.stream()
                        .filter(one -> !served.contains(one.way()) || !one.isServed())
                        .toList());
    }

    @Test
    void nobodyListens() throws Exception {
        proxy.shut();
        assertAreOutages(ways.ask(WITHIN));
    }

    @Test
    void nothingIsAnswered() {
        proxy.silence();
        assertAreOutages(ways.ask(WITHIN));
    }

    @Test
    void connectionsAreCutInTheMiddle() {
        int before = proxy.held();
        proxy.silence();
        List<CompletableFuture<Answer>> begun = ways.begin(WITHIN);
        Eventually.until("something is under way", () -> proxy.held() > before);
        proxy.cut();
        proxy.open();
        assertThat(begun.stream().map(CompletableFuture::join))
                .allMatch(one -> one.isOutage() || one.isServed())
                .anyMatch(Answer::isOutage);
    }

    @Test
    void noConnectionIsLeftAtTheServer() {
        proxy.refuse("53300");
        assertAreOutages(ways.ask(WITHIN));
    }

    @Test
    void theServerIsReadOnly() throws Exception {
        asApplication("alter role current_user set default_transaction_read_only = on");
        try {
            proxy.cut();
            Eventually.until("it is", () -> ways.ask(WITHIN).stream().anyMatch(Answer::isOutage));
            assertAreOutages(ways.ask(WITHIN), Set.of("receipt", "reconciliation", "proof"));
        } finally {
            asApplication(
                    "set default_transaction_read_only = off",
                    "alter role current_user reset default_transaction_read_only");
            proxy.cut();
        }
    }

    @Test
    void theDatabasesDiskIsFull() throws Exception {
        asOwner(
                "create or replace function no_room() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'no room' using errcode = '53100'; end $$",
                "do $$ declare t text; begin for t in select tablename from pg_tables"
                        + " where schemaname = 'public' order by 1 loop execute format('create"
                        + " trigger no_room before insert or update or delete on %I for each"
                        + " statement execute function no_room()', t); end loop; end $$");
        try {
            assertAreOutages(ways.ask(WITHIN), Set.of("receipt", "reconciliation", "proof"));
        } finally {
            asOwner("drop function no_room cascade");
        }
    }

    @Test
    void theSpoolsDiskIsFull() {
        disk.fill(true);
        try {
            List<Answer> answers = ways.ask(WITHIN);
            Set<String> large =
                    Set.of("large push", "large push in chunks", "keyed packed push", "trial push");
            assertThat(answers).filteredOn(one -> large.contains(one.way())).hasSize(large.size());
            assertThat(answers)
                    .allMatch(one -> large.contains(one.way()) ? one.isOutage() : one.isServed());
            Eventually.until("nothing is left of them", () -> isSpoolEmpty());
        } finally {
            disk.fill(false);
        }
    }

    private boolean isSpoolEmpty() {
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.noneMatch(file -> file.getFileName().toString().startsWith("body-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nobodyGivesAConnectionBack() {
        List<SqlConnection> taken = new ArrayList<>();
        try {
            while (taken.size() < POOLED) taken.add(pool.getConnection().await().atMost(WITHIN));
            assertAreOutages(ways.ask(WITHIN));
        } finally {
            for (SqlConnection one : taken) one.close().await().atMost(WITHIN);
        }
    }

    @Test
    void somebodyHoldsTheTables() throws Exception {
        try (Connection connection = connection("quarkus.flyway");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Eventually.until("they are held", () -> isDone(connection, () -> lock(statement)));
            assertAreOutages(ways.ask(WITHIN));
            connection.rollback();
        }
    }

    /// Who calls can be found out and written down, and nothing else.
    private static void lock(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public'"
                                + " and tablename not in ('api_key', 'audit_entry',"
                                + " 'audit_outcome', 'teacher', 'former_identity',"
                                + " 'ledger_entry', 'person_act') order by 1")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        statement.execute("lock table api_key, teacher in share mode");
        statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
    }

    private void asApplication(String... sql) throws SQLException {
        as("quarkus.datasource", sql);
    }

    private void asOwner(String... sql) throws SQLException {
        as("quarkus.flyway", sql);
    }

    /// @param login where its user and password stand
    private Connection connection(String login) throws SQLException {
        return DriverManager.getConnection(
                settings.getValue("quarkus.datasource.jdbc.url", String.class),
                settings.getValue(login + ".username", String.class),
                settings.getValue(login + ".password", String.class));
    }

    private void as(String login, String... sql) throws SQLException {
        try (Connection connection = connection(login);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                Eventually.until(one, () -> isDone(connection, () -> statement.execute(one)));
            }
        }
    }

    /// Not if the hub was waited for in a circle: it is still at work on what it was sent.
    private static boolean isDone(Connection connection, Step step) {
        try {
            step.run();
            return true;
        } catch (SQLException failure) {
            assertThat(failure.getSQLState()).as("%s", failure).isEqualTo(DEADLOCK);
            return isTakenBack(connection);
        }
    }

    private static boolean isTakenBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) connection.rollback();
            return false;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Something to do in the database.
    private interface Step {
        void run() throws SQLException;
    }
}
