package io.credithub.demo.model;

import java.util.List;

/// The systems that report the trainings of the province. Three see what teachers attend; the
/// agency may report little, and has nothing but what is planted with it.
public enum SourceSystem {
    NATIONAL("national-platform", "GP"),
    PROVINCE("province-platform", "SX"),
    VENDOR("vendor-push", "V"),
    AGENCY("agency-push", "JG");

    static final List<SourceSystem> SEEING = List.of(NATIONAL, PROVINCE, VENDOR);

    private static final long SERIAL_FLOOR = 10_000_000_000L;
    private final String feed;
    private final String prefix;

    SourceSystem(String feed, String prefix) {
        this.feed = feed;
        this.prefix = prefix;
    }

    /// The feed through which the hub hears from it.
    public String feed() {
        return feed;
    }

    /// @param serial unique within the system; written with ten digits
    public String recordId(int year, long serial) {
        return prefix + "-" + year + "-" + Long.toString(SERIAL_FLOOR + serial).substring(1);
    }
}
