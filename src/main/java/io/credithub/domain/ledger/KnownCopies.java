package io.credithub.domain.ledger;

import java.util.Collection;
import java.util.List;

/// What the registry holds that a decision must be settled with.
///
/// @param versions that matching has placed, of the families concerned
/// @param decisions of people, about pairs of records concerned
public record KnownCopies(Collection<RecordVersion> versions, PairDecisions decisions) {
    /// What is all news meets nothing.
    public static final KnownCopies NONE = new KnownCopies(List.of(), PairDecisions.NONE);
}
