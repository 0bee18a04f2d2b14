package io.credithub.flow.statement;

import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.statement.VerdictRow.RosterPlace;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The rows of lists: every teacher on the roster in one row a cycle, and how many there are of
/// each verdict. They follow what they are made of. Implemented by `hub.store`.
public interface VerdictBook {
    /// Makes the rows of the next teachers anew, those first of whom something has changed. Rows,
    /// counts and how far it has come change together: who fails, or dies over it, does it again.
    /// At any time one does it only.
    ///
    /// @param makers by the rulebook in force
    Uni<BookStep> next(IntFunction<Uni<RowMaker>> makers);

    /// How far the rows are behind what they are made of.
    Uni<PendingRows> pending();

    /// What a step has come to.
    enum BookStep {
        /// Somebody else is at it.
        BUSY,
        /// There may be more teachers of whom something has changed.
        MORE,
        /// Of nobody has anything changed since; the look at everybody goes on.
        CAUGHT_UP,
        /// All rows are what they should be.
        DONE
    }

    /// @param asOf up to when everything is in the rows; null: now
    /// @param changes postings' lines and notes that are not in the rows yet
    /// @param teachers how many a look at everybody has before it, at most
    record PendingRows(@Nullable Instant asOf, long changes, long teachers) {
        public boolean isNothing() {
            return changes == 0 && teachers == 0;
        }
    }

    /// Makes rows under some rules on some day.
    interface RowMaker {
        /// What all rows depend on beside their teachers: when it is another, everybody is looked
        /// at.
        String round();

        LocalDate today();

        /// One for each cycle that lists tell of.
        List<VerdictRow> rows(TeacherAccount account, RosterPlace place);
    }
}
