package io.credithub.domain.policy.terms;

/// How far a policy may be relied on.
public enum Confidence {
    /// The regulation itself was read.
    LAW,
    /// Taken from secondary copies: test data, not law.
    SECONDARY
}
