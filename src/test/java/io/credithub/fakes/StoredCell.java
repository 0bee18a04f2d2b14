package io.credithub.fakes;

import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.ledger.Posting;

/// A cell of the reconciliation. Hours and credits in hundredths.
record StoredCell(
        long posted,
        long postedHours,
        long postedCredits,
        long aside,
        long asideHours,
        long persons,
        long held,
        long heldHours,
        long refused,
        long refusedHours) {
    static final StoredCell EMPTY = new StoredCell(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static StoredCell of(Posting.Cell change) {
        return new StoredCell(
                change.posted,
                change.postedHours,
                change.postedCredits,
                change.aside,
                change.asideHours,
                change.persons,
                change.held,
                change.heldHours,
                change.refused,
                change.refusedHours);
    }

    /// Persons and nothing else.
    static StoredCell persons(long count) {
        return new StoredCell(0, 0, 0, 0, 0, count, 0, 0, 0, 0);
    }

    /// One content that matching has placed.
    static StoredCell of(VersionState state, int hours, int credits) {
        return switch (state) {
            case IN_FORCE -> new StoredCell(1, hours, credits, 0, 0, 1, 0, 0, 0, 0);
            case ASIDE -> new StoredCell(0, 0, 0, 1, hours, 0, 0, 0, 0, 0);
            case HELD -> new StoredCell(0, 0, 0, 0, 0, 0, 1, hours, 0, 0);
            case REFUSED -> new StoredCell(0, 0, 0, 0, 0, 0, 0, 0, 1, hours);
            case SUPERSEDED, WITHDRAWN, WAITING -> EMPTY;
        };
    }

    /// @param sign 1 to add, -1 to take away
    StoredCell plus(StoredCell other, int sign) {
        return new StoredCell(
                posted + sign * other.posted,
                postedHours + sign * other.postedHours,
                postedCredits + sign * other.postedCredits,
                aside + sign * other.aside,
                asideHours + sign * other.asideHours,
                persons + sign * other.persons,
                held + sign * other.held,
                heldHours + sign * other.heldHours,
                refused + sign * other.refused,
                refusedHours + sign * other.refusedHours);
    }
}
