package io.credithub.domain.policy.terms;

/// The same content of one teacher in one cycle counts once, at its highest level.
public record OnceRule(String paragraph) {}
