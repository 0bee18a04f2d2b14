package io.credithub.flow;

import io.credithub.domain.policy.Policy;

/// The policy versions that the registry knows, by their number in it.
public interface Policies {
    /// What a completion is judged by when it is posted.
    Numbered inForce();

    /// What an entry was judged by.
    ///
    /// @throws IllegalArgumentException if the registry has no such version
    Policy numbered(int number);

    record Numbered(int number, Policy policy) {}
}
