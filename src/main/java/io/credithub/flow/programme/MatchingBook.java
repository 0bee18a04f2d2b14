package io.credithub.flow.programme;

import io.credithub.domain.ledger.CopyMatcher;
import io.smallrye.mutiny.Uni;

/// What records are matched by, at any time: the register of programmes, the matching file and what
/// feeds may report, under one number. Whoever writes by it compares the number under the ledger
/// lock, as with the roster and the rules.
@FunctionalInterface
public interface MatchingBook {
    /// @param basis the number in the head of the ledger
    /// @return the same matcher for the same number
    Uni<CopyMatcher> of(long basis);
}
