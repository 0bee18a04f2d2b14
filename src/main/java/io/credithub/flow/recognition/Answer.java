package io.credithub.flow.recognition;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.recognition.Procedure;
import java.util.List;

/// What became of something that was asked to be done about a claim.
public sealed interface Answer {
    /// @param repeated whether the same had been sent before; nothing was done again
    record Done(ToldClaim claim, boolean repeated) implements Answer {}

    /// There is no such claim in sight.
    record NotThere() implements Answer {}

    record Barred(Procedure.Bar why) implements Answer {}

    /// @param findings at least one, with pointers into what was sent
    record Refused(List<Finding> findings) implements Answer {}

    /// The idempotency key or the reference stands for another claim.
    record Taken(boolean isByKey) implements Answer {}

    /// Somebody else did something about the claim in the meantime.
    record Changed() implements Answer {}
}
