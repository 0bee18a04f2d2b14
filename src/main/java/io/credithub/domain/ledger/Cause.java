package io.credithub.domain.ledger;

import java.util.UUID;

/// What counts instead of the content that a line of the ledger is about, as it was decided when
/// the line was written.
///
/// @param record key of its record: the same record, if another content of it counts
/// @param version its number among the contents of that record
/// @param criterion what decided
public record Cause(UUID record, int version, Criterion criterion) {}
