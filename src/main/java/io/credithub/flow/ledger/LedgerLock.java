package io.credithub.flow.ledger;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordVersion;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lock under which ledger, standings and sums are written, one transaction at a time: all of
/// it or nothing. Implemented by `hub.store`.
public interface LedgerLock {
    /// Takes the ledger lock, does the work, and commits; if the work fails, nothing was written.
    ///
    /// @param records how many there are to do: small work goes first
    <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work);

    /// Adds contents beside whoever holds the ledger lock, on the presumption that they are news,
    /// and takes the ledger lock for the rest of the work. If the registry holds one of the records
    /// already, or another that may be the training of one of them, or the work answers null,
    /// nothing was written and null is the answer.
    ///
    /// @param news in the state that they shall have
    /// @param matcher by which they were placed
    <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news,
            CopyMatcher matcher,
            Function<LedgerTransaction, Uni<@Nullable T>> work);

    /// Takes the ledger lock, does the work, and takes all of it back: for telling what would
    /// happen.
    ///
    /// @param records how many there are to do: small work goes first
    <T> Uni<T> dryRun(int records, Function<LedgerTransaction, Uni<T>> work);

    /// Looks at the registry as it is at one moment, without the ledger lock and without keeping
    /// anybody from it. Nothing can be written.
    <T> Uni<T> snapshot(Function<LedgerTransaction, Uni<T>> work);
}
