package io.credithub.demo.source;

import io.credithub.demo.model.DistinctPersons;
import io.credithub.demo.model.Wording;

/// Counts what a sender declares of a file: records, persons, hours.
final class ControlTotals {
    private final DistinctPersons seen;
    private long records;
    private long persons;
    private long hourHundredths;

    ControlTotals(DistinctPersons seen) {
        this.seen = seen;
    }

    void add(Wording words) {
        records++;
        if (!words.sighting().isWithdrawal()) hourHundredths += words.hourHundredths();
        if (seen.areOneMoreWith(words)) persons++;
    }

    long records() {
        return records;
    }

    long persons() {
        return persons;
    }

    /// Never below 0: no system declares that.
    long hourHundredths() {
        return Math.max(0, hourHundredths);
    }
}
