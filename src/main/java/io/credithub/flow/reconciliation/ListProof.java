package io.credithub.flow.reconciliation;

import io.credithub.domain.Text;
import io.credithub.flow.reconciliation.Invariant.Figure;
import io.credithub.flow.reconciliation.ListedFigures.ListedRecount;
import java.util.ArrayList;
import java.util.List;

/// What has to hold of lists: nobody is missing, nobody stands in them twice, and they are counted
/// right. They follow within seconds; what is on its way is no fault.
final class ListProof {
    private ListProof() {}

    static List<Invariant> claims(ListedFigures found) {
        boolean isCurrent = found.pending() == 0;
        List<Invariant> claims = new ArrayList<>();
        claims.add(
                new Invariant(
                        "lists",
                        new Text(
                                "花名册每位教师每个周期恰在名单中一行,各结论人数 = 名单行数",
                                "every teacher on the roster stands in exactly one row of the lists"
                                        + " a cycle, and the counts by verdict are those of the"
                                        + " rows"),
                        found.differing() == 0
                                && (!isCurrent || (found.absent() == 0 && found.strangers() == 0)),
                        List.of(
                                figure("roster", found.teachers()),
                                figure("cycles", found.cycles()),
                                figure("rows", found.rows()),
                                figure("absent", found.absent()),
                                figure("strangers", found.strangers()),
                                figure("countsThatDiffer", found.differing()),
                                figure("pending", found.pending()))));
        ListedRecount recount = found.recount();
        if (recount != null) claims.add(recounted(recount, isCurrent));
        return claims;
    }

    private static Invariant recounted(ListedRecount recount, boolean isCurrent) {
        return new Invariant(
                "recount/lists",
                new Text(
                        "逐学年重数名单各结论人数一致,区划、学校与状态同花名册",
                        "counted anew by school year, the verdicts of the lists are as many;"
                                + " county, school and state are the roster's"),
                recount.differing() == 0 && (!isCurrent || recount.misplaced() == 0),
                List.of(
                        figure("countsThatDiffer", recount.differing()),
                        figure("misplaced", recount.misplaced())));
    }

    private static Figure figure(String name, long value) {
        return new Figure(name, Long.toString(value));
    }
}
