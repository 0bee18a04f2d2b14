package io.credithub.flow.statement;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.Step;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A teacher's account of one cycle: every line of the ledger with the steps that led to it, and
/// where the teacher stands.
///
/// @param policy under which the standing is computed
/// @param held what earns nothing until a person decides, or since one did
/// @param movements of the credit bank, in the order of the ledger; none in one as known on a
///   moment
public record Statement(
        Profile teacher,
        int cycle,
        String policy,
        Standing standing,
        List<Explained> entries,
        List<HeldTraining> held,
        List<Bank.MovementLine> movements) {
    /// Whether every line, computed again from the stored facts, comes out as it was posted.
    public boolean verified() {
        return entries.stream().allMatch(Explained::verified);
    }

    /// @param policy its code, as `shanxi-2017`
    /// @param rule its code within the policy
    /// @param steps computed again from the stored facts
    /// @param byRules of an adjusted line: what the rules give; absent for any other
    /// @param verified whether they lead to what was posted; of an adjusted line, whether it is
    ///   what somebody decided
    public record Explained(
            LedgerLine line,
            String policy,
            String rule,
            List<String> paragraphs,
            List<Step> steps,
            @Nullable Credits byRules,
            boolean verified) {}
}
