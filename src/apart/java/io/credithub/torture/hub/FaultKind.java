package io.credithub.torture.hub;

import java.util.Locale;

/// What is done to the hub, its database, its neighbours and its sources.
public enum FaultKind {
    HUB_KILLED(true, 0, 0, "the hub is killed (SIGKILL)"),
    POSTGRES_KILLED(true, 0, 0, "its PostgreSQL is killed"),
    BOTH_KILLED(true, 0, 0, "the hub and its PostgreSQL are killed"),
    BACKEND_KILLED(true, 0, 0, "a server process of PostgreSQL is killed, which restarts it"),
    HUB_PAUSED(true, 2, 8, "the hub is stopped and continued (SIGSTOP, SIGCONT)"),
    POSTGRES_PAUSED(true, 2, 8, "all processes of PostgreSQL are stopped and continued"),
    HUB_STOPPED(true, 0, 0, "the hub is asked to end and started again"),
    POSTGRES_STOPPED(true, 0, 0, "PostgreSQL is shut down behind the hub's back"),
    DISK_FULL(true, 3, 6, "the disk of HUB_HOME is full"),
    READ_ONLY(true, 3, 6, "the database takes no writes"),
    CONNECTIONS_CUT(true, 1, 3, "every connection is cut, again and again"),
    CONNECTIONS_USED_UP(true, 3, 6, "others hold every connection of the server"),
    LEDGER_HELD(false, 3, 6, "another session holds the head of the ledger"),
    TWO_HUBS(false, 3, 6, "a second hub works on the same database, and is killed"),
    HOME_COPIED(false, 2, 4, "a hub starts on a copy of HUB_HOME"),
    SOURCE_ERRORS(false, 3, 6, "the pulled source answers 500"),
    SOURCE_RESETS(false, 3, 6, "the pulled source resets connections"),
    SOURCE_TRUNCATES(false, 3, 6, "the pulled source breaks its pages off"),
    SOURCE_RETRY_AFTER(false, 3, 6, "the pulled source says Retry-After: a year"),
    SOURCE_ENDLESS(false, 3, 6, "a page of the pulled source has no end"),
    SOURCE_CIRCLES(false, 3, 6, "the pages of the pulled source lead in a circle"),
    SOURCE_GZIP_BOMB(false, 3, 6, "a page of the pulled source unpacks to a gigabyte"),
    SOURCE_HEADERS(false, 3, 6, "an answer of the pulled source has 20 000 headers"),
    SOURCE_DRIPS(false, 3, 6, "the pulled source answers a byte at a time"),
    SOURCE_TALKS(false, 3, 6, "the pulled source answers with a page of HTML"),
    DROP_BROKEN(false, 1, 2, "files that cannot be taken are dropped"),
    FLOOD_PUSHES(false, 3, 6, "twelve connections push one record at a time"),
    FLOOD_DRIPS(false, 3, 6, "bodies that drip in"),
    FLOOD_OVERSIZED(false, 1, 3, "chunked bodies far beyond every limit"),
    FLOOD_BLANKS(false, 1, 3, "bodies of 2 MiB of blanks, plain and packed"),
    FLOOD_RECOUNTS(false, 1, 3, "forty recounts of the reconciliation at once");

    private final boolean isDowntime;
    private final int secondsMin;
    private final int secondsMax;
    private final String what;

    FaultKind(boolean isDowntime, int secondsMin, int secondsMax, String what) {
        this.isDowntime = isDowntime;
        this.secondsMin = secondsMin;
        this.secondsMax = secondsMax;
        this.what = what;
    }

    /// Whether no push can be acknowledged while the fault lasts; what follows it is the hub's own.
    public boolean isDowntime() {
        return isDowntime;
    }

    public int secondsMin() {
        return secondsMin;
    }

    public int secondsMax() {
        return secondsMax;
    }

    public String what() {
        return what;
    }

    /// As it is written on the command line and in the figures.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if there is no such kind
    public static FaultKind of(String title) {
        return valueOf(title.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
