package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead.BasisLine;
import java.util.List;

/// What the figures of a report rest on, as the head of the ledger names it.
///
/// @param rulebook the decision about the rules
/// @param matching what records are matched by
/// @param roster version of the roster
/// @param ledgerSeq the last line of the ledger
public record TableReportBasis(int rulebook, long matching, long roster, long ledgerSeq) {
    /// As they stand above a report.
    public List<BasisLine> lines() {
        return List.of(
                line("规则", "rules", rulebook),
                line("匹配办法", "matching", matching),
                line("花名册", "roster", roster),
                line("账本末行", "last line of the ledger", ledgerSeq));
    }

    private static BasisLine line(String zh, String en, long number) {
        return new BasisLine(new Text(zh, en), String.valueOf(number));
    }
}
