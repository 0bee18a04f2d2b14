package io.credithub.domain.ledger;

/// What a registrar decided about one content of a record that was held. It is of this content: a
/// corrected one is looked at anew. Stored by [#code], which is never changed.
public enum Ruling {
    NONE(0),
    RELEASED(1),
    REFUSED(2);

    private final int code;

    Ruling(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no ruling has this code
    public static Ruling of(int code) {
        for (Ruling ruling : values()) if (ruling.code == code) return ruling;
        throw new IllegalArgumentException("no ruling has the code " + code);
    }
}
