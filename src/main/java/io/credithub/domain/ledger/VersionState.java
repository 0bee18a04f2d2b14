package io.credithub.domain.ledger;

/// What the registry made of one content of a record. Stored by [#code], which is never changed.
public enum VersionState {
    /// Its award is in the ledger and not reversed.
    IN_FORCE(1),
    /// Another system's copy of the same training counts.
    ASIDE(2),
    /// A newer content of the same record has taken its place.
    SUPERSEDED(3),
    /// The source took the record back, and this is the notice.
    WITHDRAWN(4),
    /// Its teacher is not in the roster yet.
    WAITING(5),
    /// It earns nothing until a registrar decides: see [HoldReason].
    HELD(6),
    /// A registrar decided that it earns nothing.
    REFUSED(7);

    private final int code;

    VersionState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no state has this code
    public static VersionState of(int code) {
        for (VersionState state : values()) if (state.code == code) return state;
        throw new IllegalArgumentException("no state has the code " + code);
    }

    /// Whether a record in this state is a teacher's and was placed by matching.
    public boolean isMatched() {
        return this == IN_FORCE || this == ASIDE || this == HELD || this == REFUSED;
    }
}
