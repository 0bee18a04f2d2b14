package io.credithub.domain.division;

/// Who gave a division its code.
public enum DivisionKind {
    /// GB/T 2260.
    STANDARD(1),
    /// A code of the statistical office for a development zone, which GB/T 2260 does not have. The
    /// zone counts as a county of its own.
    STATISTICAL(2);

    private final int code;

    DivisionKind(int code) {
        this.code = code;
    }

    /// Its number in the registry.
    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no kind has the number
    public static DivisionKind of(int code) {
        for (DivisionKind kind : values()) if (kind.code == code) return kind;
        throw new IllegalArgumentException("no kind of division: " + code);
    }
}
