package io.credithub.flow.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.fakes.OnePolicy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.reconciliation.Figures.LedgerRecount;
import io.credithub.flow.reconciliation.Figures.States;
import io.credithub.flow.rules.CycleDay;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each claim of the proof fails when one of its figures is off by one.
final class ReconcileTest {
    private static final BankFigures BANK =
            new BankFigures(
                    2,
                    new Credits(1600),
                    new Credits(1600),
                    0,
                    new BankFigures.Loans(
                            1,
                            new Credits(300),
                            new Credits(300),
                            new Credits(300),
                            new Credits(300),
                            0),
                    new BankFigures.BankRecount(0, 0));

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final OnePolicy POLICIES =
            new OnePolicy(io.credithub.fixtures.Policies.shanxi());
    private static final Figures.ChainFigures CHAIN = new Figures.ChainFigures(1, 3, "00", 0, true);

    /// Stands for a registry in which one delivery does not add up.
    private static final Figures.ChainFigures UNSETTLED =
            new Figures.ChainFigures(1, 3, "01", 0, true);

    @Test
    void theProofHoldsWhenEverythingAgrees() {
        assertThat(failing(figures(1600, 1600, CHAIN, states(4, 1600)))).isEmpty();
    }

    @Test
    void aDeliveryThatDoesNotAddUpIsSeen() {
        assertThat(failing(figures(1600, 1600, UNSETTLED, states(4, 1600))))
                .containsExactly("outcomes", "replayed");
    }

    @Test
    void aHundredthTooMuchInTheLedgerIsSeen() {
        assertThat(failing(figures(1601, 1600, CHAIN, states(4, 1600)))).contains("sums");
    }

    @Test
    void aHundredthTooMuchInTheStandingsIsSeen() {
        assertThat(failing(figures(1600, 1601, CHAIN, states(4, 1600)))).contains("sums");
    }

    @Test
    void aLinkThatDoesNotFitIsSeen() {
        Figures.ChainFigures broken = new Figures.ChainFigures(1, 3, "00", 1, true);
        assertThat(failing(figures(1600, 1600, broken, states(4, 1600)))).contains("chain");
    }

    @Test
    void aBlockCutOffAtTheEndIsSeen() {
        Figures.ChainFigures cut = new Figures.ChainFigures(1, 3, "00", 0, false);
        assertThat(failing(figures(1600, 1600, cut, states(4, 1600)))).contains("chain");
    }

    @Test
    void aRecordThatIsGoneIsSeenByTheRecount() {
        assertThat(failing(figures(1600, 1600, CHAIN, states(3, 1600)))).contains("recount/vendor");
    }

    @Test
    void aCreditThatIsOffIsSeenByTheRecount() {
        assertThat(failing(figures(1600, 1600, CHAIN, states(4, 1599)))).contains("recount/vendor");
    }

    @Test
    void aTeacherTooManyOfAFeedIsSeenByTheRecount() {
        States fewer =
                new States(
                        4, 1, 0, 0, 1, 0, 1, new Hours(600), new Hours(100), new Credits(1600), 2);
        assertThat(failing(figures(1600, 1600, CHAIN, fewer)))
                .containsExactly("recount/vendor", "recount/years");
    }

    @Test
    void awardsThatTheSourcesKnowNothingOfAreSeenByTheRecount() {
        assertThat(failing(with(1599, new Figures.Movements(1, 0, 0)))).containsExactly("sides");
    }

    @Test
    void aMovementThatDoesNotSumToZeroOrHasNoActBehindItIsSeenByTheRecount() {
        assertThat(failing(with(1600, new Figures.Movements(1, 1, 0))))
                .containsExactly("movements");
        assertThat(failing(with(1600, new Figures.Movements(1, 0, 1))))
                .containsExactly("movements");
    }

    /// Somebody whom no county counts is not seen by any other claim.
    @Test
    void aTeacherWhomNoCountyCountsIsSeen() {
        Figures all = figures(1600, 1600, CHAIN, states(4, 1600));
        assertThat(failing(with(all, 6, 0))).containsExactly("coverage");
    }

    @Test
    void aTeacherInNoRowOfTheVerdictsIsSeen() {
        CountyStanding county = county("140105", 3, 2);
        assertThat(Reconcile.coverage(3, List.of(county)).holds()).isTrue();
        CountyStanding lost =
                new CountyStanding(
                        "140105", 2022, 3, 2, 1, 1, 1, 0, 0, 0, Credits.ZERO, Credits.ZERO);
        assertThat(Reconcile.coverage(3, List.of(lost)).holds()).isFalse();
    }

    /// It is a matter of the sources: the hub's own claims still hold.
    @Test
    void aDeliveryThatDeclaresSomethingElseMakesTheClaimAboutTheSourcesFail() {
        Reconciliation proof = proof(with(figures(1600, 1600, CHAIN, states(4, 1600)), 5, 29));
        Invariant declared =
                proof.invariants().stream()
                        .filter(claim -> claim.code().equals("declared"))
                        .findFirst()
                        .orElseThrow();
        assertThat(declared.holds()).isFalse();
        assertThat(declared.claim().en()).endsWith("does not hold, 29 deliveries");
        assertThat(proof.holds()).isTrue();
        assertThat(proof.agreesWithSources()).isFalse();
    }

    @Test
    void everyClaimAboutAFeedNamesIt() {
        assertThat(proof(figures(1600, 1600, CHAIN, states(4, 1600))).invariants())
                .filteredOn(claim -> claim.code().startsWith("recount/"))
                .extracting(claim -> claim.claim().zh())
                .doesNotHaveDuplicates()
                .anyMatch(claim -> claim.startsWith("vendor"));
    }

    @Test
    void aRecordThatIsNowhereIsSeenByTheRecount() {
        States one =
                new States(
                        4, 1, 0, 0, 2, 0, 1, new Hours(600), new Hours(100), new Credits(1600), 3);
        assertThat(failing(figures(1600, 1600, CHAIN, one)))
                .containsExactly("recount/vendor", "recount/posted");
    }

    private static PlaceSums year(long persons) {
        return new PlaceSums(
                "2022",
                null,
                persons,
                4,
                1,
                0,
                0,
                new Hours(400),
                new Hours(100),
                Hours.NONE,
                Hours.NONE,
                new Credits(1600));
    }

    private static List<String> failing(Figures figures) {
        Reconciliation proof = proof(figures);
        List<String> failing =
                proof.invariants().stream()
                        .filter(claim -> !claim.holds())
                        .map(Invariant::code)
                        .toList();
        assertThat(proof.holds()).isEqualTo(failing.isEmpty());
        return failing;
    }

    private static Reconciliation proof(Figures figures) {
        ReconciliationFigures port =
                new ReconciliationFigures() {
                    @Override
                    public Uni<Figures> count(CycleDay today, boolean recount) {
                        return Uni.createFrom().item(figures);
                    }

                    @Override
                    public Uni<DivisionFigures> count(
                            Jurisdiction within, CycleDay today, boolean recount) {
                        throw new IllegalStateException("the whole is asked for");
                    }

                    @Override
                    public Uni<List<PlacedDifference>> differences(
                            Jurisdiction within, CopyCursor after, int most) {
                        return Uni.createFrom().item(List.of());
                    }
                };
        return new Reconcile(port, POLICIES, CLOCK).reconcile(true).await().indefinitely();
    }

    private static CountyStanding county(String division, long teachers, long with) {
        return new CountyStanding(
                division,
                2022,
                teachers,
                with,
                teachers - with,
                with,
                teachers - with,
                0,
                0,
                0,
                Credits.ZERO,
                Credits.ZERO);
    }

    /// All in order, but for the roster and the deliveries that differ.
    private static Figures with(Figures all, long roster, long differing) {
        return new Figures(
                all.open(),
                roster,
                all.feeds(),
                all.counties(),
                all.years(),
                all.standingsByCounty(),
                all.unsettled(),
                all.ledger(),
                all.standings(),
                all.chain(),
                all.differing(),
                differing,
                all.bank(),
                all.recount(),
                all.replayed(),
                all.lists());
    }

    private static Figures figures(
            long ledger, long standings, Figures.ChainFigures chain, States states) {
        return new Figures(
                0,
                5,
                List.of(feed()),
                List.of(),
                List.of(year(3)),
                List.of(county("140105", 3, 2), county("140106", 2, 0)),
                chain.equals(UNSETTLED) ? 1 : 0,
                new Credits(ledger),
                new Credits(standings),
                chain,
                List.of(),
                0,
                BANK,
                new LedgerRecount(
                        Map.of("vendor", states),
                        List.of(),
                        List.of(year(states.persons())),
                        new Credits(ledger),
                        3,
                        new Credits(1600),
                        new Figures.Movements(2, 0, 0),
                        new Figures.Adjusted(1, 0),
                        new Figures.SignedStatements(1, 3, 0)),
                new Figures.Replayed(3, 1, 2, chain.equals(UNSETTLED) ? 1 : 0),
                new ListedFigures(5, 2, 10, 0, 0, 0, new ListedFigures.ListedRecount(0, 0)));
    }

    /// All in order, but for these figures of a recount.
    private static Figures with(long awards, Figures.Movements movements) {
        States states = states(4, 1600);
        Figures all = figures(1600, 1600, CHAIN, states);
        return new Figures(
                all.open(),
                all.roster(),
                all.feeds(),
                all.counties(),
                all.years(),
                all.standingsByCounty(),
                all.unsettled(),
                all.ledger(),
                all.standings(),
                all.chain(),
                all.differing(),
                all.differingInAll(),
                all.bank(),
                new LedgerRecount(
                        Map.of("vendor", states),
                        List.of(),
                        List.of(year(states.persons())),
                        new Credits(1600),
                        3,
                        new Credits(awards),
                        movements,
                        new Figures.Adjusted(1, 0),
                        new Figures.SignedStatements(1, 3, 0)),
                all.replayed(),
                all.lists());
    }

    /// Ten received: 6 accepted (4 in force, 1 aside, 1 replaced), 2 rejected, 1 duplicate, 1
    /// waiting.
    private static FeedSums feed() {
        return new FeedSums(
                "vendor",
                1,
                new RecordCounts(10L, 0, 10, 6, 2, 1, 1, 0, new RecordCounts.Again(0, 2, 0)),
                new PersonCounts(2L, 0, 2),
                new HourCounts(
                        new Hours(800),
                        new Hours(0),
                        new Hours(800),
                        new Hours(600),
                        new Hours(100),
                        new Hours(100)),
                new Posted(
                        4,
                        1,
                        0,
                        0,
                        1,
                        new Hours(400),
                        new Hours(100),
                        Hours.NONE,
                        Hours.NONE,
                        new Hours(100),
                        new Credits(1600),
                        3));
    }

    private static States states(long inForce, long credits) {
        return new States(
                inForce, 1, 0, 0, 1, 0, 1, new Hours(600), new Hours(100), new Credits(credits), 3);
    }
}
