package io.credithub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.flow.Figures.Recount;
import io.credithub.flow.Figures.States;
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
                    new BankFigures.Recount(0, 0));

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final PlaceSums YEAR =
            new PlaceSums("2022", 3, 4, 1, new Hours(400), new Hours(100), new Credits(1600));
    private static final Figures.Chain CHAIN = new Figures.Chain(1, 3, "00", 0, true);

    /// Stands for a registry in which one delivery does not add up.
    private static final Figures.Chain UNSETTLED = new Figures.Chain(1, 3, "01", 0, true);

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
        Figures.Chain broken = new Figures.Chain(1, 3, "00", 1, true);
        assertThat(failing(figures(1600, 1600, broken, states(4, 1600)))).contains("chain");
    }

    @Test
    void aBlockCutOffAtTheEndIsSeen() {
        Figures.Chain cut = new Figures.Chain(1, 3, "00", 0, false);
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
                new States(4, 1, 1, 0, 1, new Hours(600), new Hours(100), new Credits(1600), 2);
        assertThat(failing(figures(1600, 1600, CHAIN, fewer)))
                .containsExactly("recount/vendor", "recount/persons");
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

    private static List<String> failing(Figures figures) {
        ReconciliationFigures port =
                new ReconciliationFigures() {
                    @Override
                    public Uni<Figures> count(boolean recount) {
                        return Uni.createFrom().item(figures);
                    }

                    @Override
                    public Uni<List<Placed>> differences(
                            Jurisdiction within, Place after, int most) {
                        return Uni.createFrom().item(List.of());
                    }
                };
        Reconciliation proof = new Reconcile(port, CLOCK).reconcile(true).await().indefinitely();
        List<String> failing =
                proof.invariants().stream()
                        .filter(claim -> !claim.holds())
                        .map(Invariant::code)
                        .toList();
        assertThat(proof.holds()).isEqualTo(failing.isEmpty());
        return failing;
    }

    private static Figures figures(
            long ledger, long standings, Figures.Chain chain, States states) {
        return new Figures(
                0,
                List.of(feed()),
                List.of(),
                List.of(YEAR),
                List.of(),
                chain.equals(UNSETTLED) ? 1 : 0,
                new Credits(ledger),
                new Credits(standings),
                chain,
                List.of(),
                BANK,
                new Recount(
                        Map.of("vendor", states),
                        Map.of("2022", states.persons()),
                        new Credits(ledger),
                        3,
                        new Credits(1600),
                        new Figures.Movements(2, 0, 0)),
                new Figures.Replayed(3, 1, 2, chain.equals(UNSETTLED) ? 1 : 0));
    }

    /// All in order, but for these figures of a recount.
    private static Figures with(long awards, Figures.Movements movements) {
        States states = states(4, 1600);
        Figures all = figures(1600, 1600, CHAIN, states);
        return new Figures(
                all.open(),
                all.feeds(),
                all.counties(),
                all.years(),
                all.standingsByCounty(),
                all.unsettled(),
                all.ledger(),
                all.standings(),
                all.chain(),
                all.differing(),
                all.bank(),
                new Recount(
                        Map.of("vendor", states),
                        Map.of("2022", states.persons()),
                        new Credits(1600),
                        3,
                        new Credits(awards),
                        movements),
                all.replayed());
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
                        1,
                        new Hours(400),
                        new Hours(100),
                        new Hours(100),
                        new Credits(1600),
                        3));
    }

    private static States states(long inForce, long credits) {
        return new States(
                inForce, 1, 1, 0, 1, new Hours(600), new Hours(100), new Credits(credits), 3);
    }
}
