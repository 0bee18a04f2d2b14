package io.credithub.demo.model;

/// The three systems that see the trainings of the province.
public enum SourceSystem {
    NATIONAL("national-platform", "GP"),
    PROVINCE("province-platform", "SX"),
    VENDOR("vendor-push", "V");

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
