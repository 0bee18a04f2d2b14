package io.credithub.flow.reconciliation;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.flow.reconciliation.BankFigures.Loans;
import io.credithub.flow.reconciliation.Invariant.Figure;
import java.util.ArrayList;
import java.util.List;

/// What has to hold of the credit bank: it gives out no more than is there, and its loans stand in
/// the ledger as they count.
@Article("四(五)")
final class BankProof {
    private BankProof() {}

    static List<Invariant> claims(BankFigures found) {
        List<Invariant> claims = new ArrayList<>();
        claims.add(recognised(found));
        claims.add(loans(found.loans()));
        if (found.recount() != null) claims.add(available(found.recount()));
        return claims;
    }

    private static Invariant recognised(BankFigures found) {
        return new Invariant(
                "recognised",
                new Text(
                        "每位教师每个周期:银行认可的学分 ≤ 所得",
                        "each teacher and cycle: recognised by the bank ≤ earned"),
                found.aboveEarned() == 0,
                List.of(
                        figure("standings", found.standings()),
                        figure("earned", found.earned()),
                        figure("recognised", found.recognised()),
                        figure("aboveEarned", found.aboveEarned())));
    }

    private static Invariant loans(Loans loans) {
        return new Invariant(
                "loans",
                new Text(
                        "每位教师:周期状况中的借贷 = 账本中的变动",
                        "each teacher: loans of the standings = movements of the ledger"),
                loans.differing() == 0,
                List.of(
                        figure("teachers", loans.teachers()),
                        figure("borrowed", loans.borrowed()),
                        figure("borrowedMoved", loans.borrowedMoved()),
                        figure("owed", loans.owed()),
                        figure("owedMoved", loans.owedMoved()),
                        figure("differing", loans.differing())));
    }

    private static Invariant available(BankFigures.BankRecount recount) {
        return new Invariant(
                "recount/available",
                new Text(
                        "逐条重算:认可与可用的学分 ≤ 账本所有",
                        "entry by entry: recognised and available ≤ what the ledger holds"),
                recount.aboveLedger() == 0 && recount.availableAboveLedger() == 0,
                List.of(
                        figure("recognisedAboveLedger", recount.aboveLedger()),
                        figure("availableAboveLedger", recount.availableAboveLedger())));
    }

    private static Figure figure(String name, Object value) {
        return new Figure(name, value.toString());
    }
}
