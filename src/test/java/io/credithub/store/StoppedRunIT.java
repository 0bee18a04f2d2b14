package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.breaks.Breaks.BreakPlaceInList;
import io.credithub.flow.breaks.DiscrepancySources;
import io.credithub.flow.breaks.FindBreaks;
import io.credithub.flow.breaks.KnownBreak;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.breaks.PostgresBreakRuns;
import io.credithub.store.breaks.PostgresBreaks;
import io.credithub.store.breaks.RecordDifferences;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves that stops in the middle, and what the one after it makes of that.
@ApartFromOthers
final class StoppedRunIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");
    private static final int YEAR = 2022;

    private static final MatchingRules RULES =
            new MatchingRules(
                    31,
                    15,
                    20,
                    List.of(),
                    1200,
                    31,
                    100,
                    new BreakRules(90, 30, Set.of(Level.COUNTY)));

    @TempDir static Path home;

    private static LawRegistry registry;
    private static FindBreaks find;
    private static PostgresBreakRuns runs;
    private static PostgresBreaks breaks;
    private static PlantedBreaks rows;

    @BeforeAll
    static void start() throws SQLException, IOException {
        registry = new LawRegistry(home, Vertx.vertx());
        PostgresPolicies policies = new PostgresPolicies(registry.pool());
        wait(policies.learn(RuleSets.shanxi(), PolicyFiles::again));
        runs = new PostgresBreakRuns(registry.pool(), policies);
        breaks = new PostgresBreaks(registry.pool());
        find =
                new FindBreaks(
                        runs,
                        new DiscrepancySources(
                                List.of(
                                        new RecordDifferences(
                                                new PooledSnapshots(registry.pool()),
                                                _ -> nothing()))),
                        _ -> Uni.createFrom().item(RULES),
                        policies,
                        InstantSource.fixed(NOW));
        rows = new PlantedBreaks(registry);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        registry.run(
                """
                delete from recon_break_event; delete from recon_break;
                delete from reconciliation_run_sum; delete from reconciliation_run;\
                """);
        registry.empty();
        rows.begin();
    }

    private static Uni<IndexedRegister> nothing() {
        return Uni.createFrom().item(IndexedRegister.of(ProgrammeEntries.of(List.of())));
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private static BreakRun run(Jurisdiction within) {
        int id = wait(find.ask(within, YEAR, "a key"));
        wait(find.work());
        BreakRun run = wait(runs.find(id, Jurisdiction.NATION)).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        return run;
    }

    private static List<KnownBreak> all(Jurisdiction within, BreakState state) {
        BreakFilter filter =
                new BreakFilter(within, state, null, null, null, null, null, null, null, null);
        return wait(breaks.list(filter, BreakPlaceInList.FIRST, 1_000));
    }

    /// Its last statement but one fails: what the others had written goes with it.
    @Test
    void aRunThatFailsWhileItWritesHasDoneNothingAndTheNextOneDoesAll() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        rows.plantRecord("held", "state = 6, hold = 21");
        run(COUNTY);
        List<KnownBreak> before = all(COUNTY, BreakState.OPEN);
        rows.change("copy", "hours = 3800");
        rows.change("held", "state = 1, hold = 0");
        rows.plantCopy("another", "hours = 3900");
        String app = registry.access().app().user();
        registry.run("revoke insert on reconciliation_run_sum from \"%s\"".formatted(app));
        int id = wait(find.ask(COUNTY, YEAR, "a key"));
        assertThatThrownBy(() -> wait(find.work())).isInstanceOf(RuntimeException.class);
        registry.run("grant insert on reconciliation_run_sum to \"%s\"".formatted(app));
        assertThat(wait(runs.find(id, COUNTY)).orElseThrow().state()).isEqualTo(RunState.FAILED);
        assertThat(all(COUNTY, BreakState.OPEN)).isEqualTo(before);
        assertThat(registry.rows("select kind from recon_break_event")).isEmpty();
        BreakRun.RunCounts counts = run(COUNTY).counts();
        assertThat(counts.changed()).isEqualTo(1);
        assertThat(counts.corrected()).isEqualTo(1);
        assertThat(counts.opened()).isEqualTo(1);
    }

    /// What it had found so far may still be there, or, since a crash of the server empties what is
    /// not logged, only a part of it.
    @Test
    void aRunThatACrashInterruptedBeginsAnew() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        int id = wait(find.ask(COUNTY, YEAR, "a key"));
        registry.run(
                """
                update reconciliation_run set state = 'RUNNING', started_at = now() where id = %1$d;
                insert into recon_found (run_id, identity, aspect, code, information, owner,
                    division, school_year, fields, print)
                values (%1$d, gen_random_uuid(), 1, 16, false, 2, '140105', 2022, '[]',
                    gen_random_uuid())\
                """
                        .formatted(id));
        wait(find.work());
        BreakRun run = wait(runs.find(id, COUNTY)).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().found()).isEqualTo(1);
        assertThat(all(COUNTY, BreakState.OPEN)).hasSize(1);
    }

    /// Whoever moves to another county takes their breaks along: the run of the county that they
    /// left does not close them, and the whole province's finds them where they are.
    @Test
    void whoHasMovedIsNotClosedByTheCountyThatTheyLeft() throws SQLException {
        int teacher = rows.plantCopy("copy", "hours = 3900");
        run(COUNTY);
        registry.run("update teacher set division_code = '140106' where id = " + teacher);
        assertThat(run(COUNTY).counts().corrected()).isZero();
        assertThat(run(PROVINCE).counts().corrected()).isZero();
        assertThat(all(new Jurisdiction("140106"), BreakState.OPEN)).hasSize(1);
        assertThat(all(COUNTY, BreakState.OPEN)).isEmpty();
    }
}
