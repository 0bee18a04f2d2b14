package io.credithub.flow.recompute;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/// Keeps what another register would change, beside what other rules would. Implemented by
/// `hub.store`.
public interface RegisterRecomputations {
    /// Notes the question. Nothing is decided.
    ///
    /// @return its id
    Uni<Integer> ask(RegisterQuestion question, String by);

    /// Notes what was decided under this ledger lock, and is to be applied.
    ///
    /// @param version number of what records are matched by from then on
    /// @return its id
    Uni<Integer> decided(
            LedgerTransaction ledger, RegisterQuestion question, Deciding deciding, long version);

    /// The same of one that was told of.
    ///
    /// @param question with whatever titles came since
    Uni<Void> decide(LedgerTransaction ledger, int id, RegisterQuestion question, long version);

    /// The titles that it is about, by their numbers.
    Uni<Map<Integer, ProgrammeTitle>> titles(int id);

    /// First and last numbers of the teachers who have records of these titles, in stretches of at
    /// most so many. Looks for them anew each time.
    Uni<List<BatchResult.TeacherRange>> stretches(int id, int most);

    /// The teachers of a stretch.
    Uni<List<Integer>> teachers(LedgerTransaction ledger, int id, BatchResult.TeacherRange stretch);

    /// Gives every content that no teacher's account hangs on its family: what waits, what was
    /// superseded, what was withdrawn.
    ///
    /// @param families their numbers, by the number of the title
    Uni<Void> retitleRest(LedgerTransaction ledger, Map<Integer, Integer> families);
}
