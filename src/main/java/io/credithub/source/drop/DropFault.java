package io.credithub.source.drop;

/// What keeps a drop folder from being read: found by a check, at the start, or by a poll.
public enum DropFault {
    FORBIDDEN_PLACE("HUB-4418"),
    FOREIGN_FOLDER("HUB-4419");

    private final String code;

    DropFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// In the feed's `lastError`.
    String of(String what) {
        return code + " " + what;
    }
}
