package io.credithub.domain.division;

/// How a division's code came to its end.
public enum SuccessionKind {
    /// The same place under another name, rank or code.
    RENAME(1),
    /// It became a part of a division that was made then.
    MERGE(2),
    /// It was divided among several.
    SPLIT(3),
    /// Parts of it and parts of others became a division that was made then.
    SPLIT_MERGE(4),
    /// It became a part of a division that had been there before.
    ABSORB(5);

    private final int code;

    SuccessionKind(int code) {
        this.code = code;
    }

    /// Its number in the registry.
    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no kind has the number
    public static SuccessionKind of(int code) {
        for (SuccessionKind kind : values()) if (kind.code == code) return kind;
        throw new IllegalArgumentException("no kind of succession: " + code);
    }

    /// Whether its successors begin with it.
    public boolean isBeginning() {
        return this != ABSORB;
    }
}
