package io.credithub.fakes;

import io.credithub.domain.programme.EntryChange;
import io.credithub.flow.recompute.RegisterQuestion;
import java.util.List;

/// What a recomputation of the register is about.
record StoredRegisterChange(RegisterQuestion question, List<EntryChange> proposed) {}
