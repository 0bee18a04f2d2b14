package io.credithub.domain.ledger;

/// A content as it arrives, its teacher looked up.
///
/// @param teacher the teacher's number, or [RecordVersion#NOBODY]
public record Arrival(RecordContent copy, VersionOrder order, int teacher) {}
