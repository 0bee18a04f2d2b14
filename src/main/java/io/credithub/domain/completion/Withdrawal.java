package io.credithub.domain.completion;

/// A source takes a record back: whatever it earned is reversed.
public record Withdrawal(String recordId, SourceVersion version) implements Completion {}
