package io.credithub.demo;

import java.util.EnumMap;
import java.util.Map;

/// What one feed delivers in all, and what must become of it.
final class FeedCounts {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private long delivered;
    private long duplicates;
    private long versions;
    private long withdrawals;
    private long records;
    private long waiting;
    private long inForce;
    private long creditHundredths;

    void add(Copy copy, boolean isLate) {
        int good = 0;
        for (Sighting sighting : copy.sightings()) {
            delivered++;
            Fault fault = sighting.fault();
            if (fault == null) good++;
            else faults.merge(fault, 1L, Long::sum);
            if (sighting.isWithdrawal()) withdrawals++;
            if (sighting.isRepeated()) {
                delivered++;
                duplicates++;
            }
        }
        versions += good;
        if (good > 0) records++;
        if (isLate) waiting += good;
    }

    void addInForce(long hundredths) {
        inForce++;
        creditHundredths += hundredths;
    }

    Map<Fault, Long> faults() {
        return new EnumMap<>(faults);
    }

    long rejected() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    long delivered() {
        return delivered;
    }

    long duplicates() {
        return duplicates;
    }

    long versions() {
        return versions;
    }

    long withdrawals() {
        return withdrawals;
    }

    long records() {
        return records;
    }

    long waiting() {
        return waiting;
    }

    long inForce() {
        return inForce;
    }

    long creditHundredths() {
        return creditHundredths;
    }
}
