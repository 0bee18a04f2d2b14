package io.credithub.flow.recompute;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputations.AfterRecord;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Recompute.RecomputeRefusal;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.MatchingVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The province's record is worth ten credits; the vendor's is called alike and ends twelve days
/// later, so it is held, unless names alike are copies within fewer days.
final class RecomputeMatchingTest {
    private static final Deciding DECIDING = new Deciding("decider", "更严");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);
    private static final MatchingVersion NARROW = FiledMatchings.shanxi("  days: 15", "  days: 10");

    private InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private InMemoryStores stores = flow.stores();
    private Recompute recompute = recompute();

    private Recompute recompute() {
        return new Recompute(
                stores.lock(),
                stores.recomputations(),
                stores.kinds(),
                new Recompute.Judges(flow.postings(), stores.policies()),
                stores.clock());
    }

    @BeforeEach
    void anotherRegistry() {
        flow = new InMemoryFlow(RuleSets.shanxi());
        stores = flow.stores();
        recompute = recompute();
        flow.enrol(aTeacher("T-1").build());
    }

    private void provinceReports() {
        flow.post(PROVINCE, aCompletion("P").about("信息技术").on(DAY).build());
    }

    private void vendorReports() {
        flow.post(VENDOR, aCompletion("V").about("信息技术第2期").on(DAY.plusDays(12)).build());
    }

    private int told(MatchingVersion file, Map<String, FeedTerms> feeds) {
        int id = done(stores.recomputeMatching().ask(new ProposedMatching(file, feeds), "asker"));
        done(stores.recomputations().rules(id).chain(recompute::tell));
        return id;
    }

    private Recomputation find(int id) {
        return done(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
    }

    private Outcome<Integer, RecomputeRefusal> decide(int id) {
        return done(recompute.decide(find(id), DECIDING));
    }

    private void applied(MatchingVersion file, Map<String, FeedTerms> feeds) {
        int id = told(file, feeds);
        assertThat(decide(id)).isEqualTo(Outcome.done(id));
        done(recompute.apply(id));
    }

    private static Map<String, FeedTerms> vendorMay(Level... levels) {
        Authority any = Authority.UNSTATED;
        Authority may =
                new Authority(
                        Set.of(levels), any.forms(), null, any.roles(), null, Set.of(), false);
        return Map.of(VENDOR, FiledMatchings.feed(2, may));
    }

    private String earned() {
        return flow.standing("T-1", 2022).earned().toString();
    }

    @Test
    void whatWouldChangeIsToldRecordByRecordAndNothingChanges() {
        provinceReports();
        vendorReports();
        Recomputation told = find(told(NARROW, Map.of()));
        assertThat(told.kind()).isEqualTo(RecomputationKind.MATCHING);
        assertThat(told.subject()).isEqualTo("namesAlike.days 15 → 10");
        assertThat(told.counties())
                .extracting(county -> county.gaining() + " " + county.earnedAfter())
                .containsExactly("1 20.00");
        assertThat(told.moves())
                .extracting(kind ->
                        kind.before()
                                + " "
                                + kind.hold()
                                + " "
                                + kind.after()
                                + " "
                                + kind.records())
                .containsExactly("HELD SUSPECTED_COPY IN_FORCE 1");
        assertThat(
                        done(
                                stores.recomputations()
                                        .moves(
                                                told.id(),
                                                Jurisdiction.NATION,
                                                AfterRecord.NONE,
                                                10)))
                .extracting(move ->
                        move.feed()
                                + " "
                                + move.recordId()
                                + " "
                                + move.before().state()
                                + " "
                                + move.after().state())
                .containsExactly(VENDOR + " V HELD IN_FORCE");
        assertThat(earned()).isEqualTo("10.00");
        assertThat(done(stores.recomputeMatching().inForce()).number()).isZero();
    }

    @Test
    void whatIsNotSuspectedAnyMoreCountsAndIsHeldAgainWhenItIs() {
        provinceReports();
        vendorReports();
        applied(NARROW, Map.of());
        assertThat(earned()).isEqualTo("20.00");
        applied(FiledMatchings.SHANXI, Map.of());
        assertThat(earned()).isEqualTo("10.00");
        assertThat(flow.lines("T-1")).last().isEqualTo("REVERSAL -10.00 HELD");
    }

    @Test
    void whatAFeedMayNotReportAnyMoreIsHeldAndReleasedWhenItMay() {
        vendorReports();
        assertThat(earned()).isEqualTo("10.00");
        applied(FiledMatchings.SHANXI, vendorMay(Level.CITY));
        assertThat(earned()).isEqualTo("0.00");
        assertThat(flow.lines("T-1")).last().isEqualTo("REVERSAL -10.00 HELD");
        applied(FiledMatchings.SHANXI, vendorMay(Level.values()));
        assertThat(earned()).isEqualTo("10.00");
    }

    @Test
    void fromTheDecisionOnWhateverArrivesIsMatchedByIt() {
        provinceReports();
        decide(told(NARROW, Map.of()));
        vendorReports();
        assertThat(earned()).isEqualTo("20.00");
    }

    @Test
    void whatWasComparedWithAnotherDecisionIsOutdated() {
        int first = told(NARROW, Map.of());
        applied(FiledMatchings.SHANXI, vendorMay(Level.CITY));
        assertThat(decide(first)).isEqualTo(Outcome.refused(RecomputeRefusal.OUTDATED));
    }

    @Test
    void aFeedOfWhichNothingIsSaidKeepsWhatItMay() {
        applied(FiledMatchings.SHANXI, vendorMay(Level.CITY));
        applied(NARROW, Map.of());
        provinceReports();
        vendorReports();
        assertThat(earned()).isEqualTo("10.00");
    }

    @Test
    void whatStoppedHalfWayGoesOnByTheDecisionThatWasMade() {
        provinceReports();
        vendorReports();
        int id = told(NARROW, Map.of());
        decide(id);
        done(recompute.fail(id));
        assertThat(decide(id)).isEqualTo(Outcome.done(id));
        done(recompute.apply(id));
        done(recompute.apply(id));
        assertThat(earned()).isEqualTo("20.00");
        assertThat(done(stores.recomputeMatching().inForce()).terms().file()).isEqualTo(NARROW);
    }

    /// Two changes in their order, two records in any, each at any time.
    @Test
    void theOrderOfChangesAndArrivalsDecidesNothing() {
        for (int seed = 0; seed < 40; seed++) {
            anotherRegistry();
            Random random = new Random(seed);
            List<Runnable> events =
                    new ArrayList<>(List.of(this::provinceReports, this::vendorReports));
            Collections.shuffle(events, random);
            int first = random.nextInt(3);
            events.add(first, () -> applied(NARROW, vendorMay(Level.CITY)));
            events.add(
                    first + 1 + random.nextInt(3 - first),
                    () -> applied(NARROW, vendorMay(Level.values())));
            events.forEach(Runnable::run);
            assertThat(earned()).as("seed %d", seed).isEqualTo("20.00");
        }
    }
}
