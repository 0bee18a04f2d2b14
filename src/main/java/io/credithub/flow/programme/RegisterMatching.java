package io.credithub.flow.programme;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.programme.ProgrammeRegister;

/// Matches by a register that is only thought of; by everything else as it is.
@FunctionalInterface
public interface RegisterMatching {
    CopyMatcher by(ProgrammeRegister register);
}
