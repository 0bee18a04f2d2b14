package io.credithub.flow;

/// What a key opens. Exactly one of three things.
public sealed interface Grant {
    /// To push to one feed and to see what became of it.
    record Feed(String code) implements Grant {}

    /// To read the registry of a division.
    record Reader(Jurisdiction jurisdiction) implements Grant {}

    /// To run the hub, and to read everything.
    record Operator() implements Grant {}
}
