package io.credithub.fakes;

import io.credithub.flow.ledger.Posting;

/// A cell of the reconciliation. Hours and credits in hundredths.
record StoredCell(
        long posted,
        long postedHours,
        long postedCredits,
        long aside,
        long asideHours,
        long persons) {
    static final StoredCell EMPTY = new StoredCell(0, 0, 0, 0, 0, 0);

    static StoredCell of(Posting.Cell change) {
        return new StoredCell(
                change.posted,
                change.postedHours,
                change.postedCredits,
                change.aside,
                change.asideHours,
                change.persons);
    }

    /// @param sign 1 to add, -1 to take away
    StoredCell plus(StoredCell other, int sign) {
        return new StoredCell(
                posted + sign * other.posted,
                postedHours + sign * other.postedHours,
                postedCredits + sign * other.postedCredits,
                aside + sign * other.aside,
                asideHours + sign * other.asideHours,
                persons + sign * other.persons);
    }
}
