package io.credithub.demo.answer;

import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedFault;
import java.util.EnumMap;
import java.util.Map;

/// What one feed delivers in all, and what must become of it.
public final class FeedCounts {
    private final Map<SimulatedFault, Long> faults = new EnumMap<>(SimulatedFault.class);
    private long delivered;
    private long duplicates;
    private long versions;
    private long withdrawals;
    private long records;
    private long waiting;
    private long inForce;
    private long creditHundredths;

    void add(SimulatedCopy copy, boolean isLate) {
        int good = 0;
        for (ReportedVersion sighting : copy.sightings()) {
            delivered++;
            SimulatedFault fault = sighting.fault();
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

    public Map<SimulatedFault, Long> faults() {
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
