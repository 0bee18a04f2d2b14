package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.Breaks.BreakAging;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.breaks.Breaks.BreakPlaceInList;
import io.credithub.flow.breaks.DiscrepancySources;
import io.credithub.flow.breaks.FindBreaks;
import io.credithub.flow.breaks.KnownBreak;
import io.credithub.flow.breaks.KnownBreak.BreakEvent;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.breaks.PostgresBreakRuns;
import io.credithub.store.breaks.PostgresBreaks;
import io.credithub.store.breaks.RecordDifferences;
import io.credithub.store.breaks.TeacherYears;
import io.credithub.store.breaks.UnpostedDifferences;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs on PostgreSQL: what is planted is found under its code, and nothing else; what people
/// decided is found again.
@ApartFromOthers
final class BreaksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final Jurisdiction NEXT_COUNTY = new Jurisdiction("140106");
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");
    private static final int YEAR = 2022;

    private static final BreakRules BREAKS = new BreakRules(90, 30, Set.of(Level.COUNTY));
    private static final MatchingRules RULES =
            new MatchingRules(31, 15, 20, List.of(), 1200, 31, 100, BREAKS);

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
        PooledSnapshots snapshots = new PooledSnapshots(registry.pool());
        runs = new PostgresBreakRuns(registry.pool(), policies);
        breaks = new PostgresBreaks(registry.pool());
        find =
                new FindBreaks(
                        runs,
                        new DiscrepancySources(
                                List.of(
                                        new RecordDifferences(snapshots, _ -> register()),
                                        new UnpostedDifferences(snapshots),
                                        new TeacherYears(snapshots, policies))),
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
                delete from reconciliation_run_sum; delete from reconciliation_run;
                delete from former_identity; delete from decided_year; delete from loan;
                delete from declared_total;\
                """);
        registry.empty();
        rows.begin();
    }

    /// Two entries by one name.
    private static Uni<IndexedRegister> register() {
        return Uni.createFrom()
                .item(
                        IndexedRegister.of(
                                ProgrammeEntries.of(List.of(entry(1, "A"), entry(2, "B")))));
    }

    private static RegisterEntry entry(int number, String code) {
        ProgrammeTerms terms = ProgrammeTerms.named("师德培训");
        return new RegisterEntry(number, code, terms, AliasSet.NONE, null, null, false);
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

    /// Codes by record id, or by teacher where it is about none.
    private static Map<String, Set<BreakCode>> codes(Jurisdiction within) {
        List<KnownBreak> known = new ArrayList<>(all(within, BreakState.OPEN));
        known.addAll(all(within, BreakState.TOLD));
        return known.stream()
                .collect(
                        Collectors.groupingBy(
                                BreaksIT::about,
                                TreeMap::new,
                                Collectors.mapping(KnownBreak::code, Collectors.toSet())));
    }

    private static String about(KnownBreak one) {
        String record = one.theirs().recordId();
        return record == null ? String.valueOf(one.teacherNo()) : record;
    }

    @Test
    void whatIsPlantedIsFoundUnderItsCodeAndNothingElseIs() throws SQLException {
        Map<String, Set<BreakCode>> planted = rows.plantOneOfEach();
        BreakRun run = run(PROVINCE);
        assertThat(codes(Jurisdiction.NATION)).isEqualTo(planted);
        assertThat(run.counts().opened()).isEqualTo(run.counts().found());
        assertThat(run.counts().compared()).isEqualTo(rows.compared());
        assertThat(run.counts().inQuestion()).isEqualTo(inQuestion());
        assertThat(run.summary().stream().mapToLong(BreakRun.BreakSum::breaks).sum())
                .isEqualTo(run.counts().opened());
    }

    /// By how much the open ones differ that state credits on both sides.
    private static Credits inQuestion() {
        long sum = 0;
        for (KnownBreak one : all(Jurisdiction.NATION, BreakState.OPEN)) {
            Credits ours = one.ours().credits();
            Credits theirs = one.theirs().credits();
            if (ours == null || theirs == null) continue;
            sum += Math.abs(ours.minus(theirs).hundredths());
        }
        assertThat(sum).isPositive();
        return new Credits(sum);
    }

    @Test
    void aSecondRunChangesNothing() throws SQLException {
        rows.plantOneOfEach();
        run(PROVINCE);
        List<KnownBreak> before = all(Jurisdiction.NATION, BreakState.OPEN);
        BreakRun again = run(PROVINCE);
        assertThat(again.counts().opened()).isZero();
        assertThat(again.counts().reopened()).isZero();
        assertThat(again.counts().changed()).isZero();
        assertThat(again.counts().corrected()).isZero();
        assertThat(all(Jurisdiction.NATION, BreakState.OPEN))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("times")
                .isEqualTo(before);
        assertThat(all(Jurisdiction.NATION, BreakState.OPEN))
                .allMatch(one -> one.times().lastRun() == again.id());
    }

    @Test
    void aCorrectionClosesABreakAndIsNoted() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        run(COUNTY);
        KnownBreak open = all(COUNTY, BreakState.OPEN).getFirst();
        assertThat(open.code()).isEqualTo(BreakCode.HOURS);
        assertThat(open.ours().value()).isEqualTo("40.00");
        assertThat(open.theirs().value()).isEqualTo("39.00");
        rows.change("copy", "hours = 4000");
        assertThat(run(COUNTY).counts().corrected()).isZero(); // it is told as equal now
        KnownBreak told = wait(breaks.find(open.identity(), COUNTY)).orElseThrow();
        assertThat(told.state()).isEqualTo(BreakState.TOLD);
        assertThat(told.code()).isEqualTo(BreakCode.DUPLICATE_ACROSS_SOURCES);
        rows.change("copy", "state = 3");
        assertThat(run(COUNTY).counts().corrected()).isEqualTo(1);
        KnownBreak gone = wait(breaks.find(open.identity(), COUNTY)).orElseThrow();
        assertThat(gone.state()).isEqualTo(BreakState.CORRECTED);
        assertThat(gone.events()).extracting(BreakEvent::kind).containsExactly("CHANGED");
    }

    @Test
    void whatIsHeldAndReleasedIsCorrected() throws SQLException {
        rows.plantRecord("held", "state = 6, hold = 21");
        run(COUNTY);
        KnownBreak open = all(COUNTY, BreakState.OPEN).getFirst();
        rows.change("held", "state = 1, hold = 0");
        assertThat(run(COUNTY).counts().corrected()).isEqualTo(1);
        KnownBreak gone = wait(breaks.find(open.identity(), COUNTY)).orElseThrow();
        assertThat(gone.state()).isEqualTo(BreakState.CORRECTED);
        assertThat(gone.events()).extracting(BreakEvent::kind).containsExactly("CORRECTED");
        rows.change("held", "state = 6, hold = 21");
        assertThat(run(COUNTY).counts().reopened()).isEqualTo(1);
        assertThat(all(COUNTY, BreakState.OPEN))
                .extracting(KnownBreak::identity)
                .containsExactly(open.identity());
    }

    @Test
    void whatWasAcceptedStaysSoUntilItsAmountsChange() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        run(COUNTY);
        registry.run("update recon_break set state = 2, closed_at = now(), closed_by = 'somebody'");
        assertThat(run(COUNTY).counts().reopened()).isZero();
        assertThat(all(COUNTY, BreakState.ACCEPTED)).hasSize(1);
        rows.change("copy", "hours = 3800");
        assertThat(run(COUNTY).counts().reopened()).isEqualTo(1);
        KnownBreak open = all(COUNTY, BreakState.OPEN).getFirst();
        assertThat(open.times().closedAt()).isNull();
        assertThat(open.theirs().value()).isEqualTo("38.00");
    }

    @Test
    void theCodeMayChangeAndTheBreakIsTheSame() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        run(COUNTY);
        KnownBreak first = all(COUNTY, BreakState.OPEN).getFirst();
        registry.run("update recon_break set assignee = 'somebody', owner = 3, owner_given = true");
        rows.change("copy", "level = 1");
        run(COUNTY);
        KnownBreak second = all(COUNTY, BreakState.OPEN).getFirst();
        assertThat(second.identity()).isEqualTo(first.identity());
        assertThat(second.code()).isEqualTo(BreakCode.LEVEL_OR_FORM);
        assertThat(second.assignee()).isEqualTo("somebody");
        assertThat(second.owner().name()).isEqualTo("SCHOOL");
        assertThat(second.times().openedAt()).isEqualTo(first.times().openedAt());
    }

    @Test
    void aRunTouchesWhatItLooksAtAlone() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        rows.plantWaiting("unknown", null);
        run(PROVINCE);
        assertThat(all(Jurisdiction.NATION, BreakState.OPEN)).hasSize(2);
        assertThat(run(NEXT_COUNTY).counts().corrected()).isZero();
        assertThat(all(COUNTY, BreakState.OPEN)).hasSize(1);
        assertThat(all(NEXT_COUNTY, BreakState.OPEN)).isEmpty();
        assertThat(
                        wait(
                                breaks.find(
                                        all(COUNTY, BreakState.OPEN).getFirst().identity(),
                                        NEXT_COUNTY)))
                .isEmpty();
    }

    @Test
    void whoAsksForWhatIsWaitedForIsGivenThatRun() {
        int one = wait(find.ask(COUNTY, YEAR, "a key"));
        assertThat(wait(find.ask(COUNTY, YEAR, "another"))).isEqualTo(one);
        assertThat(wait(find.ask(COUNTY, null, "another"))).isNotEqualTo(one);
        assertThat(wait(find.ask(NEXT_COUNTY, YEAR, "another"))).isNotEqualTo(one);
    }

    @Test
    void aCancelledRunLeavesNothing() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        int id = wait(find.ask(COUNTY, YEAR, "a key"));
        assertThat(wait(runs.cancel(id))).isTrue();
        wait(find.work());
        assertThat(all(COUNTY, BreakState.OPEN)).isEmpty();
        assertThat(wait(runs.find(id, COUNTY)).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        assertThat(wait(runs.cancel(id))).isFalse();
    }

    @Test
    void agingCountsWhatIsOpenByItsClass() throws SQLException {
        rows.plantCopy("copy", "hours = 3900");
        run(COUNTY);
        assertThat(wait(breaks.aging(COUNTY, YEAR, NOW.plus(Duration.ofDays(8)))))
                .containsExactly(
                        new BreakAging(BreakCode.HOURS, BreakOwner.SOURCE, BreakAge.MONTH, 1));
    }

    @Test
    void pagesGoThroughAllOnce() throws SQLException {
        rows.plantOneOfEach();
        run(PROVINCE);
        List<KnownBreak> whole = all(Jurisdiction.NATION, BreakState.OPEN);
        BreakFilter filter =
                new BreakFilter(
                        Jurisdiction.NATION,
                        BreakState.OPEN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        List<KnownBreak> paged = new ArrayList<>();
        BreakPlaceInList after = BreakPlaceInList.FIRST;
        while (true) {
            List<KnownBreak> page = wait(breaks.list(filter, after, 3));
            if (page.isEmpty()) break;
            paged.addAll(page);
            KnownBreak last = page.getLast();
            after = new BreakPlaceInList(last.times().openedAt(), last.identity());
        }
        assertThat(paged).isEqualTo(whole);
    }
}
