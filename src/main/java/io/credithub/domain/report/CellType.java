package io.credithub.domain.report;

/// How the cells of a column are to be read.
public enum CellType {
    /// Digits or letters that are no amount: a division, a teacher's number.
    CODE,
    WORDS,
    /// A whole number.
    COUNT,
    /// An amount in hundredths: hours, credits.
    HUNDREDTHS,
    /// A share in hundredths of a percent: 9 950 is 99.50 %.
    SHARE,
    /// A school year by its first year: 2025 is 2025–2026.
    SCHOOL_YEAR,
    DAY,
    MOMENT;

    /// Set to the right, and may be summed.
    public boolean isAmount() {
        return this == COUNT || this == HUNDREDTHS || this == SHARE;
    }
}
