package io.credithub.flow;

import io.credithub.domain.Text;
import io.credithub.domain.policy.Step;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.Registry.Line;
import io.credithub.flow.Registry.Profile;
import java.util.List;

/// A teacher's account of one cycle: every line of the ledger with the steps that led to it, and
/// where the teacher stands.
///
/// @param policy under which the standing is computed
/// @param movements of the credit bank, in the order of the ledger
public record Statement(
        Profile teacher,
        int cycle,
        String policy,
        Standing standing,
        List<Explained> entries,
        List<Bank.Moved> movements) {
    /// Whether every line, computed again from the stored facts, comes out as it was posted.
    public boolean verified() {
        return entries.stream().allMatch(Explained::verified);
    }

    /// @param policy its code, as `shanxi-2017`
    /// @param rule its code within the policy
    /// @param steps computed again from the stored facts
    /// @param verified whether they lead to what was posted
    public record Explained(
            Line line,
            Reason reason,
            String policy,
            String rule,
            List<String> paragraphs,
            List<Step> steps,
            boolean verified) {}

    /// Why a line is there.
    public enum Reason {
        AWARDED("折算入账", "awarded"),
        SUPERSEDED("来源更正,原记录冲销", "the source corrected the record"),
        WITHDRAWN("来源撤回,冲销", "the source withdrew the record"),
        SET_ASIDE("同一培训以另一系统的记录为准,冲销", "another system's copy of the training counts"),
        JUDGED_ANEW("规则或所在地有变,冲销后重新折算", "other rules or another place: reversed and judged anew"),
        RECONSIDERED("曾被冲销,后恢复入账", "reversed for a time, and in force again");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text text() {
            return new Text(zh, en);
        }
    }
}
