package io.credithub.domain.ledger;

/// A content as it arrives, its teacher looked up.
///
/// @param teacher the teacher's number, or [Version#NOBODY]
public record Arrival(Copy copy, VersionOrder order, int teacher) {}
