package io.credithub.flow.statement;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// What a teacher's account was known to be at a moment: roster, grants and ledger together.
/// Implemented by `hub.store`.
public interface KnownAccounts {
    Uni<FoundAccount> find(AccountQuestion question);

    /// @param teacherNo the number that the teacher had then, or one from before
    /// @param within who belonged or worked there then
    /// @param firstYear of the school years whose held records are told
    /// @param asOf a settled moment
    record AccountQuestion(
            String teacherNo, Jurisdiction within, int firstYear, int lastYear, Instant asOf) {
        /// A number is a person's.
        @Override
        public String toString() {
            return "AccountQuestion[masked]";
        }
    }

    /// What there is of a teacher.
    sealed interface FoundAccount {
        /// No teacher within the jurisdiction had the number, as far as was known then.
        record Nobody() implements FoundAccount {}

        /// Who had it was erased since, and is told of no more: of no moment.
        record Erased() implements FoundAccount {}

        /// @param rulebook number of the decision about rules that was in force
        /// @param lines of every school year, in the order of the ledger
        /// @param held by the day of completion
        /// @param exemptions the earliest first
        record KnownAccount(
                RegisteredTeacher teacher,
                int rulebook,
                List<LedgerLine> lines,
                List<HeldTraining> held,
                List<ExemptionRecord> exemptions)
                implements FoundAccount {
            public KnownAccount {
                lines = List.copyOf(lines);
                held = List.copyOf(held);
                exemptions = List.copyOf(exemptions);
            }
        }
    }
}
