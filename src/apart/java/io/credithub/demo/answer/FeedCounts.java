package io.credithub.demo.answer;

import io.credithub.demo.model.Copy;
import io.credithub.demo.model.Fault;
import io.credithub.demo.model.ReportedVersion;
import java.util.EnumMap;
import java.util.Map;

/// What one feed delivers in all, and what must become of it.
public final class FeedCounts {
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
        for (ReportedVersion sighting : copy.sightings()) {
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

    public Map<Fault, Long> faults() {
        return new EnumMap<>(faults);
    }

    public long rejected() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    public long delivered() {
        return delivered;
    }

    public long duplicates() {
        return duplicates;
    }

    public long versions() {
        return versions;
    }

    public long withdrawals() {
        return withdrawals;
    }

    public long records() {
        return records;
    }

    public long waiting() {
        return waiting;
    }

    public long inForce() {
        return inForce;
    }

    public long creditHundredths() {
        return creditHundredths;
    }
}
