package io.credithub.domain.policy;

import io.credithub.domain.completion.Finding;
import java.util.List;

/// What a policy says of one completion: awarded, or not judged.
public sealed interface Judgement {
    /// Worth so much, which may be nothing.
    ///
    /// @param remarks that do not stop it
    record Awarded(Award award, List<Finding> remarks) implements Judgement {}

    /// The policy has no answer.
    ///
    /// @param findings at least one
    record Unjudged(List<Finding> findings) implements Judgement {}
}
