package io.credithub.domain.ledger;

/// Within which a teacher's records may be the same training at all.
///
/// @param family the number of the family of titles: see [TrainingRef#family]
public record FamilyKey(int teacher, int family) {}
