package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.reconciliation.Figures.LedgerRecount;
import io.credithub.flow.reconciliation.Figures.States;
import io.credithub.flow.reconciliation.Invariant.Figure;
import io.credithub.flow.reconciliation.Invariant.InvariantScope;
import io.credithub.flow.rules.CycleDay;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes the proof of the registry's figures.
@Singleton
public final class Reconcile {
    private static final String ALL = "*";

    private final ReconciliationFigures figures;
    private final Policies policies;
    private final InstantSource clock;

    public Reconcile(ReconciliationFigures figures, Policies policies, InstantSource clock) {
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param recount also holds the sums against a fresh count of every record and entry
    public Uni<Reconciliation> reconcile(boolean recount) {
        return figures.count(today(), recount).map(this::prove);
    }

    /// What a division may know of it.
    ///
    /// @param recount also holds the sums against a fresh count of its records and entries
    public Uni<DivisionProof> reconcile(Jurisdiction within, boolean recount) {
        return figures.count(within, today(), recount)
                .map(found -> DivisionClaims.prove(found, within, clock.instant()));
    }

    private CycleDay today() {
        SchoolCalendar calendar = policies.inForce().policy().terms().calendar();
        return new CycleDay(LocalDate.ofInstant(clock.instant(), calendar.zone()), calendar);
    }

    private Reconciliation prove(Figures found) {
        FeedSums total = Sums.of(ALL, found.feeds());
        return new Reconciliation(
                clock.instant(),
                found.open(),
                total,
                found.feeds(),
                found.counties(),
                found.years(),
                found.standingsByCounty(),
                CountyStanding.byCity(found.standingsByCounty()),
                CountyStanding.inAll(found.standingsByCounty(), policies.rules().province()),
                invariants(found, total),
                found.differing(),
                found.recount() != null);
    }

    private static List<Invariant> invariants(Figures found, FeedSums total) {
        List<Invariant> claims = new ArrayList<>();
        claims.add(settled(found, total));
        claims.add(replayed(found));
        claims.add(declared(found, total));
        claims.add(kept(total));
        claims.add(sums(found, total));
        claims.add(coverage(found.roster(), found.standingsByCounty()));
        claims.add(chain(found));
        claims.addAll(BankProof.claims(found.bank()));
        claims.addAll(ListProof.claims(found.lists()));
        LedgerRecount recount = found.recount();
        if (recount != null) {
            for (FeedSums feed : found.feeds()) claims.add(recounted(feed, recount));
            claims.add(recounted("counties", found.counties(), recount.counties()));
            claims.add(recounted("years", found.years(), recount.years()));
            claims.add(made(total, recount));
            claims.add(ledgerRecounted(found, recount));
            claims.add(sides(total, recount));
            claims.add(movements(recount));
            claims.add(AdjustmentProof.claim(recount.adjusted()));
            claims.add(SignedProof.claim(recount.signed()));
        }
        return claims;
    }

    private static Invariant settled(Figures found, FeedSums total) {
        RecordCounts records = total.records();
        return new Invariant(
                "outcomes",
                new Text(
                        "每批次:收到 = 接受 + 拒绝 + 重复 + 待匹配",
                        "each delivery: received = accepted + rejected + duplicate + waiting"),
                found.unsettled() == 0 && records.unprocessed() >= 0,
                List.of(
                        figure("received", records.received()),
                        figure("accepted", records.accepted()),
                        figure("rejected", records.rejected()),
                        figure("duplicate", records.duplicate()),
                        figure("waiting", records.waiting()),
                        figure("unprocessed", records.unprocessed()),
                        figure("deliveriesThatDoNotAddUp", found.unsettled())));
    }

    private static Invariant replayed(Figures found) {
        Figures.Replayed again = found.replayed();
        return new Invariant(
                "replayed",
                new Text("每批次:拒绝 = 已重放 + 未解决", "each delivery: rejected = replayed + open"),
                again.unsettled() == 0 && again.rejected() == again.replayed() + again.open(),
                List.of(
                        figure("rejected", again.rejected()),
                        figure("replayed", again.replayed()),
                        figure("open", again.open()),
                        figure("deliveriesThatDoNotAddUp", again.unsettled())));
    }

    /// Everybody on the roster stands in one row of each cycle, with records or without.
    static Invariant coverage(long roster, List<CountyStanding> counties) {
        List<CountyStanding> all = CountyStanding.inAll(counties, ALL);
        boolean whole = counties.stream().allMatch(CountyStanding::isWhole);
        long with = all.isEmpty() ? 0 : all.getLast().withRecords();
        long without = all.isEmpty() ? 0 : all.getLast().withoutRecords();
        return new Invariant(
                "coverage",
                new Text(
                        "各县教师之和 = 花名册教师(有记录 + 无记录)",
                        "sum over counties = teachers on the roster, with records and without"),
                whole && all.stream().allMatch(cycle -> cycle.teachers() == roster),
                List.of(
                        figure("roster", roster),
                        figure("withRecords", with),
                        figure("withoutRecords", without)));
    }

    /// A declaration may be wrong: then this does not hold, and each such delivery is listed.
    private static Invariant declared(Figures found, FeedSums total) {
        Long declared = total.records().declared();
        long undeclared = total.records().undeclared();
        long difference = declared == null ? 0 : declared + undeclared - total.records().received();
        long differing = found.differingInAll();
        Text claim =
                differing == 0
                        ? new Text("申报 = 收到", "declared = received")
                        : new Text(
                                "申报 = 收到:不成立," + differing + " 批次",
                                "declared = received: does not hold, " + differing + " deliveries");
        return new Invariant(
                "declared",
                InvariantScope.SOURCES,
                claim,
                difference == 0 && differing == 0,
                List.of(
                        figure("declared", declared == null ? 0 : declared),
                        figure("undeclared", undeclared),
                        figure("received", total.records().received()),
                        figure("deliveriesDiffering", differing)));
    }

    /// The rest is superseded or withdrawn; how much that is, only a recount tells.
    private static Invariant kept(FeedSums total) {
        Posted posted = total.posted();
        return new Invariant(
                "posted",
                new Text(
                        "接受 ≥ 入账 + 同训并列 + 暂挂 + 不予认定(其余已被更正或撤回)",
                        "accepted ≥ in force + set aside + held + refused"
                                + " (the rest is superseded or withdrawn)"),
                posted.replaced() >= 0 && posted.replacedHours().hundredths() >= 0,
                placed(total));
    }

    private static List<Figure> placed(FeedSums total) {
        Posted posted = total.posted();
        return List.of(
                figure("accepted", total.records().accepted()),
                figure("inForce", posted.inForce()),
                figure("aside", posted.aside()),
                figure("held", posted.held()),
                figure("refused", posted.refused()),
                figure("replaced", posted.replaced()));
    }

    /// The counters of the deliveries and the cells of the reconciliation leave as many as were
    /// counted one by one.
    private static Invariant made(FeedSums total, LedgerRecount recount) {
        long replaced = 0;
        for (States states : recount.feeds().values()) {
            replaced += states.superseded() + states.withdrawn();
        }
        return new Invariant(
                "recount/posted",
                new Text(
                        "接受 = 入账 + 同训并列 + 暂挂 + 不予认定 + 已被更正或撤回",
                        "accepted = in force + set aside + held + refused"
                                + " + superseded or withdrawn"),
                replaced == total.posted().replaced(),
                placed(total));
    }

    private static Invariant sums(Figures found, FeedSums total) {
        Credits cells = total.posted().credits();
        return new Invariant(
                "sums",
                new Text(
                        "账本合计 = 教师学分合计 = 对账表合计",
                        "sum of the ledger = sum of the standings = sum of the reconciliation"),
                found.ledger().equals(found.standings()) && found.ledger().equals(cells),
                List.of(
                        figure("ledger", found.ledger()),
                        figure("standings", found.standings()),
                        figure("reconciliation", cells)));
    }

    private static Invariant chain(Figures found) {
        Figures.ChainFigures chain = found.chain();
        return new Invariant(
                "chain",
                new Text(
                        "账本链完整(逐条重算:GET /api/v1/ledger/proof)",
                        "the chain of the ledger is whole (each hash anew: GET"
                                + " /api/v1/ledger/proof)"),
                chain.broken() == 0 && chain.headFits(),
                List.of(
                        figure("blocks", chain.blocks()),
                        figure("entries", chain.entries()),
                        figure("head", chain.headHash())));
    }

    private static Invariant recounted(FeedSums feed, LedgerRecount recount) {
        States states = recount.feeds().getOrDefault(feed.feed(), Sums.NO_STATES);
        Posted posted = feed.posted();
        long accepted =
                states.inForce()
                        + states.aside()
                        + states.held()
                        + states.refused()
                        + states.superseded()
                        + states.withdrawn();
        boolean holds =
                accepted == feed.records().accepted()
                        && states.waiting() == feed.records().waiting()
                        && states.inForce() == posted.inForce()
                        && states.aside() == posted.aside()
                        && states.held() == posted.held()
                        && states.refused() == posted.refused()
                        && states.acceptedHours().equals(feed.hours().accepted())
                        && states.waitingHours().equals(feed.hours().waiting())
                        && states.credits().equals(posted.credits())
                        && states.persons() == posted.teachersInForce();
        return new Invariant(
                "recount/" + feed.feed(),
                new Text(
                        feed.feed() + ":逐条重数与累计一致",
                        feed.feed() + ": counted record by record, the sums are the same"),
                holds,
                List.of(
                        figure("accepted", feed.records().accepted()),
                        figure("inForce", states.inForce()),
                        figure("aside", states.aside()),
                        figure("held", states.held()),
                        figure("refused", states.refused()),
                        figure("superseded", states.superseded()),
                        figure("withdrawn", states.withdrawn()),
                        figure("waiting", states.waiting()),
                        figure("acceptedHours", states.acceptedHours()),
                        figure("credits", states.credits()),
                        figure("teachersInForce", states.persons())));
    }

    /// @param what counties or years
    private static Invariant recounted(
            String what, List<PlaceSums> summed, List<PlaceSums> counted) {
        List<PlaceSums> sums =
                summed.stream().map(PlaceSums::ofRecords).filter(PlaceSums::isAnything).toList();
        boolean isCounties = what.equals("counties");
        return new Invariant(
                "recount/" + what,
                new Text(
                        (isCounties ? "逐县" : "逐学年") + "重数记录、学时、学分与教师人数,与累计一致",
                        "counted anew by "
                                + (isCounties ? "county" : "school year")
                                + ", records, hours, credits and teachers are the same"),
                sums.equals(counted),
                counted.stream()
                        .map(place -> figure(place.key(), place.teachersInForce()))
                        .toList());
    }

    private static Invariant ledgerRecounted(Figures found, LedgerRecount recount) {
        return new Invariant(
                "recount/ledger",
                new Text("账本逐条重算与区块合计一致", "entry by entry, the ledger sums to its blocks"),
                recount.ledger().equals(found.ledger())
                        && recount.entries() == found.chain().entries(),
                List.of(
                        figure("entries", recount.entries()),
                        figure("ledger", recount.ledger()),
                        figure("blocks", found.ledger())));
    }

    /// The teachers' side is the ledger, the sources' side the cells of the reconciliation.
    private static Invariant sides(FeedSums total, LedgerRecount recount) {
        Credits cells = total.posted().credits();
        return new Invariant(
                "sides",
                new Text(
                        "教师方(账本入账)与来源方(对账表)相抵为零",
                        "awards of the teachers' side and of the sources' side cancel"),
                recount.awards().equals(cells),
                List.of(
                        figure("teachers", recount.awards()),
                        figure("sources", Credits.ZERO.minus(cells)),
                        figure("difference", recount.awards().minus(cells))));
    }

    private static Invariant movements(LedgerRecount recount) {
        Figures.Movements movements = recount.movements();
        return new Invariant(
                "movements",
                new Text(
                        "学分银行每笔变动借贷相抵为零,且有据可查",
                        "every movement of the credit bank sums to zero and has an act behind it"),
                movements.unbalanced() == 0 && movements.unexplained() == 0,
                List.of(
                        figure("movements", movements.count()),
                        figure("unbalanced", movements.unbalanced()),
                        figure("unexplained", movements.unexplained())));
    }

    private static Figure figure(String name, Object value) {
        return new Figure(name, value.toString());
    }
}
