package io.credithub.flow.bank;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.teacher.Registry.Kept;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Cycles with decided school years of which the ledger says something else by now. Implemented by
/// `hub.store`.
public interface YearsInQuestion {
    /// In the order of their numbers.
    ///
    /// @param after those after this one; 0: from the first
    Uni<List<QuestionedCycle>> list(Jurisdiction within, long after, int most);

    /// @param number orders the list
    /// @param cycle its first school year
    record QuestionedCycle(long number, RegisteredTeacher teacher, int cycle, Kept kept) {}
}
