package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.reconciliation.DivisionFigures.DivisionRecount;
import io.credithub.flow.reconciliation.Invariant.Figure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes the proof of one division's figures.
final class DivisionClaims {
    private static final String ALL = "*";

    private DivisionClaims() {}

    static DivisionProof prove(DivisionFigures found, Jurisdiction within, Instant at) {
        DivisionSums total = sum(found.feeds(), found.counties());
        List<Invariant> claims = new ArrayList<>();
        claims.add(sums(total, found.standings()));
        claims.add(Reconcile.coverage(found.roster(), found.standings()));
        DivisionRecount recount = found.recount();
        if (recount != null) {
            claims.add(recounted(found.feeds(), recount.feeds()));
            claims.add(sides(total, recount.awards()));
        }
        return new DivisionProof(
                at,
                within.divisionCode(),
                new FeedShare(ALL, total),
                found.feeds(),
                found.counties(),
                found.years(),
                found.standings(),
                CountyStanding.byCity(found.standings()),
                CountyStanding.inAll(found.standings(), within.divisionCode()),
                claims,
                recount != null);
    }

    /// Persons are those of the counties: a teacher with records of two feeds is one.
    private static DivisionSums sum(List<FeedShare> feeds, List<PlaceSums> counties) {
        DivisionSums sum = DivisionSums.NONE;
        for (FeedShare feed : feeds) sum = sum.plus(feed.posted());
        return sum.of(counties.stream().mapToLong(PlaceSums::teachersInForce).sum());
    }

    private static Invariant sums(DivisionSums total, List<CountyStanding> standings) {
        Credits earned = Credits.ZERO;
        for (CountyStanding county : standings) earned = earned.plus(county.earned());
        return new Invariant(
                "sums",
                new Text(
                        "本辖区教师学分合计 = 对账表合计",
                        "in this division, sum of the standings = sum of the reconciliation"),
                earned.equals(total.credits()),
                List.of(
                        new Figure("standings", earned.toString()),
                        new Figure("reconciliation", total.credits().toString())));
    }

    private static Invariant recounted(List<FeedShare> feeds, List<FeedShare> counted) {
        List<Figure> figures = new ArrayList<>();
        for (FeedShare feed : counted) {
            figures.add(new Figure(feed.feed(), Long.toString(feed.posted().inForce())));
        }
        return new Invariant(
                "recount",
                new Text(
                        "本辖区逐条重数与累计一致",
                        "counted record by record in this division, the sums are the same"),
                feeds.equals(counted),
                figures);
    }

    private static Invariant sides(DivisionSums total, Credits awards) {
        return new Invariant(
                "sides",
                new Text(
                        "本辖区教师方(账本入账)与来源方(对账表)相抵为零",
                        "awards of this division's teachers and of the sources' side cancel"),
                awards.equals(total.credits()),
                List.of(
                        new Figure("teachers", awards.toString()),
                        new Figure("sources", Credits.ZERO.minus(total.credits()).toString()),
                        new Figure("difference", awards.minus(total.credits()).toString())));
    }
}
