package io.credithub.flow.reconciliation;

import io.credithub.domain.Text;
import io.credithub.flow.reconciliation.Figures.Adjusted;
import io.credithub.flow.reconciliation.Invariant.Figure;
import java.util.List;

/// What has to hold of adjustments: what earns other than the rules say does so by somebody's
/// decision, and as much as was decided.
final class AdjustmentProof {
    private AdjustmentProof() {}

    static Invariant claim(Adjusted found) {
        return new Invariant(
                "recount/adjusted",
                new Text(
                        "每条调整后的学分均有已入账的调整为据,数额相同,账本中恰为此数(不计分的为零)",
                        "every adjusted award has a posted adjustment of the same amount behind it,"
                                + " and the ledger holds as much of it: nothing where it does not"
                                + " count"),
                found.unfounded() == 0,
                List.of(
                        new Figure("adjustments", Long.toString(found.count())),
                        new Figure("unfounded", Long.toString(found.unfounded()))));
    }
}
