package io.credithub.flow.programme;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.flow.rules.MatchingTerms;
import io.smallrye.mutiny.Uni;

/// Matches by what is only thought of; by everything else as it is under a number of what records
/// are matched by.
public interface SupposedMatching {
    /// By another register.
    Uni<CopyMatcher> by(long basis, ProgrammeRegister register);

    /// By another matching file, and other terms of feeds.
    Uni<CopyMatcher> by(long basis, MatchingTerms terms);
}
