package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.connection.KnownMoments;
import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history of the tables that reports read, on PostgreSQL: what a row was, and until when.
@ApartFromOthers
final class KnownHistoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Columns that are read from the row of now, since they never change but by erasing or sealing
    /// anew, or that no report reads.
    private static final Map<String, Set<String>> NOT_KEPT =
            Map.of(
                    "completion", Set.of("record_id", "said_school", "said_name"),
                    "delivery",
                            Set.of(
                                    "feed_id",
                                    "reference",
                                    "sha256",
                                    "sha256_sealed",
                                    "head",
                                    "head_key",
                                    "bytes",
                                    "charset",
                                    "mapping_digest",
                                    "declared_records",
                                    "declared_persons",
                                    "declared_hours",
                                    "stated_at",
                                    "landed_at",
                                    "replay_of",
                                    "asked_by",
                                    "asked_reason"),
                    "teacher",
                            Set.of(
                                    "number_hash",
                                    "id_type",
                                    "id_hash",
                                    "id_cipher",
                                    "id_key",
                                    "birth_date",
                                    "name_digest"),
                    "waiting", Set.of("teacher_no_hash", "id_hash", "name", "birth_date"),
                    "ledger_head", Set.of("single", "last_seq", "last_block", "last_hash"));

    @TempDir static Path home;

    private static LawRegistry registry;
    private static KnownMoments moments;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        moments = new KnownMoments(registry.pool());
        new PlantedYear(registry).plant();
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    private static Map<String, Set<String>> columns(String schema) throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        String all =
                "select table_name, column_name || ' ' || udt_name from information_schema.columns"
                        + " where table_schema = '"
                        + schema
                        + "'";
        for (String row : registry.rows(all)) {
            String[] parts = row.split("\\|");
            columns.computeIfAbsent(parts[0], _ -> new TreeSet<>()).add(parts[1]);
        }
        return columns;
    }

    private static void without(Set<String> columns, Set<String> names) {
        columns.removeIf(column -> names.contains(column.substring(0, column.indexOf(' '))));
    }

    @Test
    void aTableAndItsHistoryHaveTheSameColumns() throws SQLException {
        Map<String, Set<String>> history = columns("known");
        history.remove("beginning");
        Map<String, Set<String>> tables = columns("public");
        tables.keySet().retainAll(history.keySet());
        tables.forEach((table, columns) -> {
            without(columns, NOT_KEPT.getOrDefault(table, Set.of()));
            columns.add("known_until timestamptz");
        });
        assertThat(history).isEqualTo(tables);
    }

    @Test
    void aTableAndItsViewHaveTheSameColumns() throws SQLException {
        Map<String, Set<String>> views = columns("as_known");
        Map<String, Set<String>> tables = columns("public");
        tables.keySet().retainAll(views.keySet());
        tables.forEach((table, columns) -> {
            without(columns, Set.of("known_from"));
            if (Set.of("teacher", "waiting").contains(table)) {
                without(columns, NOT_KEPT.getOrDefault(table, Set.of()));
            }
        });
        assertThat(views).isEqualTo(tables);
    }

    /// Everything of a table or a view, in one order.
    private static List<String> content(String columns, String table, String before)
            throws SQLException {
        return registry.rows(
                before + "select %1$s from %2$s order by %1$s".formatted(columns, table));
    }

    private static Map<String, List<String>> all(String schema) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (Map.Entry<String, Set<String>> view : columns("as_known").entrySet()) {
            List<String> names = new ArrayList<>();
            for (String column : view.getValue()) {
                names.add(column.substring(0, column.indexOf(' ')) + "::text");
            }
            String table = schema + "." + view.getKey();
            all.put(view.getKey(), content(String.join(", ", names), table, ""));
        }
        return all;
    }

    private static Instant now() {
        return moments.now().await().atMost(PATIENCE);
    }

    @Test
    void whatWasIsToldAfterEveryChange() throws SQLException {
        heads();
        String[] changes = {
            "update teacher set school_code = 'S-7' where teacher_no = 'both'",
            "update completion set state = 3 where record_id = 'one-next'",
            "update completion set credits = credits + 1",
            "insert into waiting (record_key, version_no) select record_key, 9 from completion"
                    + " limit 2",
            "delete from waiting",
            "update delivery set accepted = accepted - 1, rejected = rejected + 1 where accepted >"
                    + " 0",
            "insert into feed (code) values ('new')",
            "update recon_break set state = 2, closed_at = now(), closed_by = 'x' where state = 1",
            "delete from recon_break where state = 4",
            "insert into reconciliation_run (division, asked_by) values ('140000', 'x')",
            "update reconciliation_run set steps = 5 where finished_at is null",
            "update ledger_head set roster_version = roster_version + 1",
            "update verdict_progress set seq = seq + 1",
            "delete from verdict_touched",
            "update teacher set answering_division = default, division_code = '140106'"
                    + " where teacher_no = 'far'",
            """
            insert into ledger_block (no, first_seq, entries, credits, previous, hash)
                values (3, 10, 2, 0, '', 'c');
            update ledger_head set last_seq = 11, last_block = 3, last_hash = 'c'\
            """
        };
        Map<Instant, Map<String, List<String>>> then = new TreeMap<>();
        for (String change : changes) {
            recount();
            then.put(now(), all("public"));
            registry.run(change);
        }
        for (Map.Entry<Instant, Map<String, List<String>>> one : then.entrySet()) {
            registry.run("set hub.as_known = '" + one.getKey() + "'");
            assertThat(all("as_known")).as("at %s", one.getKey()).isEqualTo(one.getValue());
        }
        registry.run("reset hub.as_known");
    }

    /// The blocks of the planted head.
    private static void heads() throws SQLException {
        registry.run(
                """
                insert into ledger_block (no, first_seq, entries, credits, previous, hash)
                values (1, 1, 5, 0, '', 'a'), (2, 6, 4, 0, '', decode(repeat('ab', 32), 'hex'))\
                """);
    }

    /// As postings would have left it.
    private static void recount() throws SQLException {
        new PlantedYear(registry).cells();
    }

    @Test
    void theHubCannotChangeThePast() {
        for (String table : List.of("known.teacher", "known.completion", "as_known.feed")) {
            assertThat(
                            registry.pool()
                                    .query("delete from " + table)
                                    .execute()
                                    .map(_ -> "deleted")
                                    .onFailure()
                                    .recoverWithItem("refused")
                                    .await()
                                    .atMost(PATIENCE))
                    .isEqualTo("refused");
        }
    }
}
