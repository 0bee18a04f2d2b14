package io.credithub.flow.ledger;

import io.credithub.domain.ledger.Movement;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A loan that holds, and what its movements in the ledger sum to.
///
/// @param teacher the number in the registry
/// @param line key of the yearly floor that it is of, where loans are per form
public record BookedLoan(
        UUID id, int teacher, @Nullable String line, Movement.Borrowing borrowing) {
    /// Where loans are found. Implemented by `hub.store`.
    public interface Book {
        /// What stands in the ledger of the loans that hold.
        ///
        /// @param teachers their numbers in the registry
        Uni<List<BookedLoan>> booked(LedgerTransaction ledger, Collection<Integer> teachers);
    }
}
