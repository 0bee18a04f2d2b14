package io.credithub.store;

import static java.util.Map.entry;
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
            Map.ofEntries(
                    entry("completion", Set.of("record_id", "said_school", "said_name")),
                    entry(
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
                                    "asked_reason")),
                    entry(
                            "teacher",
                            Set.of(
                                    "number_hash",
                                    "id_type",
                                    "id_hash",
                                    "id_cipher",
                                    "id_key",
                                    "birth_date",
                                    "name_digest")),
                    entry("waiting", Set.of("teacher_no_hash", "id_hash", "name", "birth_date")),
                    entry("ledger_head", Set.of("single", "last_seq", "last_block", "last_hash")),
                    entry(
                            "exemption",
                            Set.of("kind", "school_year", "evidence", "granted_at", "granted_by")),
                    entry(
                            "loan",
                            Set.of(
                                    "school_year",
                                    "line",
                                    "credits",
                                    "owed",
                                    "policy_id",
                                    "granted_at",
                                    "granted_by")),
                    entry(
                            "decided_year",
                            Set.of(
                                    "school_year",
                                    "recognised",
                                    "qualified",
                                    "granted_at",
                                    "granted_by",
                                    "figures",
                                    "reason")),
                    entry(
                            "certificate",
                            Set.of(
                                    "number",
                                    "cycle",
                                    "purpose",
                                    "as_of",
                                    "code",
                                    "fingerprint",
                                    "reservation",
                                    "granted_at",
                                    "granted_by",
                                    "signed_by")),
                    entry("signing_key", Set.of("x", "first_seen")),
                    entry("former_identity", Set.of("id_type", "id_cipher", "id_key")));

    /// Columns that no report reads as known.
    private static final Map<String, Set<String>> NOT_SHOWN =
            Map.of(
                    "decided_year", Set.of("reason"),
                    "adjustment", Set.of("state"),
                    "former_identity", Set.of("id_type", "id_cipher", "id_key"),
                    "teacher", NOT_KEPT.getOrDefault("teacher", Set.of()),
                    "waiting", NOT_KEPT.getOrDefault("waiting", Set.of()));

    /// Of these some columns alone are shown.
    private static final Map<String, Set<String>> SHOWN =
            Map.of(
                    "chunk",
                    Set.of("delivery_id int8", "chunk_no int4", "first_position int8"),
                    "standing",
                    Set.of("teacher_id int4", "cycle int2", "in_question int2"));

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
        history.remove("standing");
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
            without(columns, NOT_SHOWN.getOrDefault(table, Set.of()));
        });
        tables.putAll(SHOWN);
        assertThat(views).isEqualTo(tables);
    }

    /// What is changed and goes is kept, whoever changes it.
    @Test
    void aTableWithAHistoryHasEveryTrigger() throws SQLException {
        List<String> histories =
                registry.rows(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'known' and column_name = 'known_until'
                            and table_name not in ('ledger_head', 'standing')\
                        """);
        assertThat(histories).hasSizeGreaterThan(15);
        for (String table : histories) {
            assertThat(
                            registry.rows(
                                    "select tgname from pg_trigger where tgrelid = 'public."
                                            + table.replace("|", "")
                                            + "'::regclass and tgname like 'known%' and tgenabled ="
                                            + " 'O' order by 1"))
                    .as(table)
                    .containsExactly("known_changed|", "known_gone|", "known_stamp|");
        }
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
            if (table.equals("public.standing")) {
                table = "(select * from standing where in_question > 0) s";
            }
            all.put(view.getKey(), content(String.join(", ", names), table, ""));
        }
        return all;
    }

    private static Instant now() {
        return moments.now().await().atMost(PATIENCE);
    }

    private static final String[] CHANGES = {
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
        """,
        "insert into exemption (id, teacher_id, kind, school_year, evidence, granted_by)"
                + " select gen_random_uuid(), id, 'ILLNESS', 2023, 'e', 'x' from teacher",
        "update exemption set ended_at = now(), ended_by = 'x'",
        "insert into loan (id, teacher_id, school_year, credits, owed, policy_id, granted_by)"
                + " select gen_random_uuid(), id, 2022, 270, 300, 1, 'x' from teacher",
        "update loan set ended_at = now(), ended_by = 'x'",
        "insert into decided_year (id, teacher_id, school_year, recognised, qualified,"
                + " granted_by) select gen_random_uuid(), id, 2022, 1, true, 'x' from teacher",
        "insert into year_confirmation (id, teacher_id, decision, reason, held, granted_by)"
                + " select gen_random_uuid(), teacher_id, id, 'r', '{}', 'x' from decided_year",
        "update decided_year set ended_at = now(), ended_by = 'x', reason = 'r'",
        "insert into hold_decision (record_key, version_no, hold, decision, reason, decided_by)"
                + " select record_key, version_no, 21, 2, 'r', 'x' from completion",
        "insert into residence (teacher_id, from_day, division_code)"
                + " select id, '2023-09-01', '140105' from teacher",
        "update residence set division_code = '140106'",
        "insert into former_identity (teacher_id, kind, hash, value)"
                + " select id, 1, gen_random_uuid(), 'was-' || id from teacher",
        "update former_identity set teacher_id = (select min(id) from teacher)",
        "delete from former_identity",
        "insert into signing_key (id, x) values ('k', 'x')",
        "insert into certificate (id, teacher_id, granted_by, number, cycle, purpose, as_of,"
                + " code, fingerprint) select gen_random_uuid(), id, 'x', 'N-' || id, 2022,"
                + " 'TITLE', '2023-09-01', 'eyJraWQiOiJrIn0.e.e', 'f' from teacher",
        "update certificate set ended_at = now(), ended_by = 'x', reason = 'r'",
        "update signing_key set struck_at = now(), struck_since = now(), struck_by = 'x',"
                + " struck_reason = 'r'",
        "insert into standing (teacher_id, cycle, policy_id, entries, earned, recognised,"
                + " missing, qualified, tally, counts, in_question) select id, 2022, 1, 0, 0, 0, 0,"
                + " false, '', '', id % 2 from teacher",
        "update standing set in_question = 1 - in_question, earned = earned + 1,"
                + " question_from = known_now()",
        "update standing set in_question = 2, question_from = known_now() where in_question > 0",
        "update standing set earned = earned + 1",
        "delete from standing where in_question > 0"
    };

    @Test
    void whatWasIsToldAfterEveryChange() throws SQLException {
        heads();
        Map<Instant, Map<String, List<String>>> then = new TreeMap<>();
        for (String change : CHANGES) {
            recount();
            then.put(now(), all("public"));
            registry.run(change);
        }
        Set<String> differing = new TreeSet<>();
        for (Map.Entry<Instant, Map<String, List<String>>> one : then.entrySet()) {
            registry.run("set hub.as_known = '" + one.getKey() + "'");
            one.getValue().entrySet().removeAll(all("as_known").entrySet());
            differing.addAll(one.getValue().keySet());
        }
        registry.run("reset hub.as_known");
        assertThat(differing).as("tables that are told otherwise than they were").isEmpty();
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
        for (String table :
                List.of(
                        "known.teacher",
                        "known.completion",
                        "known.standing",
                        "known.certificate",
                        "known.beginning",
                        "as_known.feed")) {
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
