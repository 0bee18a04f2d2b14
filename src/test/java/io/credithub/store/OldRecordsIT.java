package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.programme.MatchingBook;
import io.credithub.store.LawDecisions.LawDecision;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry that was filled before records were matched by rules: the recomputation that its
/// migration notes makes it what it would be if all had been posted anew.
@ApartFromOthers
class OldRecordsIT {
    private static final String MIGRATION = "/db/migration/V80__match_old_records.sql";

    private static final String STOP =
            """
            create or replace function stop() returns trigger language plpgsql as
                $$ begin raise exception 'stopped here'; end $$;
            create trigger stopping before insert on TABLE for each row execute function stop();\
            """;

    @TempDir Path home;

    @Test
    void theyAreMatchedAsIfTheyWerePostedAnew() throws IOException, SQLException {
        LawRecords records = new LawRecords(new Random(2022));
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
            MatchingBook inForce = LawMatching.over(registry.pool());
            MatchingBook byRules = _ -> inForce.of(0);
            MatchingBook byNames = _ -> inForce.of(0).map(EqualNamesMatcher::new);
            assertThat(noted(registry)).as("nothing is old in a new registry").isEmpty();
            new LawWay(registry, LawRooms.RULES, LawRooms.by(byRules))
                    .take(records, new Random(0), null);
            List<String> anew = registry.content();
            registry.empty();
            List<LawDecision> decisions = records.decisions();
            records.undecided();
            new LawWay(registry, LawRooms.RULES, LawRooms.by(byNames))
                    .take(records, new Random(1), null);
            assertThat(registry.content()).isNotEqualTo(anew);
            assertThat(registry.rows("select 1 from completion where state in (6, 7)")).isEmpty();
            registry.run("begin; " + migration() + " commit;");
            assertThat(noted(registry)).containsExactly("REGISTER|APPLYING|1|");
            int id = registry.number("select id from recomputation");
            LawWay after = new LawWay(registry, LawRooms.RULES, LawRooms.by(byRules));
            stop(registry, after, id, "recomputation_teacher");
            stop(registry, after, id, "ledger_entry");
            after.apply(id, decisions);
            assertThat(registry.content()).isEqualTo(anew);
            assertThat(after.proof()).isEmpty();
            assertThat(noted(registry)).containsExactly("REGISTER|APPLIED|1|");
            List<String> lines = registry.rows("select last_seq from ledger_head");
            after.apply(id, List.of());
            assertThat(registry.rows("select last_seq from ledger_head")).isEqualTo(lines);
        }
    }

    /// It is stopped at the first row of a table: between two transactions, or within one.
    private static void stop(LawRegistry registry, LawWay way, int id, String table)
            throws SQLException {
        List<String> lines = registry.rows("select last_seq from ledger_head");
        registry.run(STOP.replace("TABLE", table));
        assertThatThrownBy(() -> way.apply(id, List.of())).hasStackTraceContaining("stopped here");
        registry.run("drop trigger stopping on " + table);
        assertThat(registry.rows("select last_seq from ledger_head")).isEqualTo(lines);
        assertThat(noted(registry)).containsExactly("REGISTER|APPLYING|1|");
    }

    private static List<String> noted(LawRegistry registry) throws SQLException {
        return registry.rows("select kind, state, matching from recomputation");
    }

    private static String migration() throws IOException {
        try (InputStream sql = OldRecordsIT.class.getResourceAsStream(MIGRATION)) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
