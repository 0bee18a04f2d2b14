package io.credithub.flow.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns that a roster may have. What a file has no column for is unknown, and stays as it
/// is.
public enum RosterColumn {
    TEACHER_NO,
    ID_TYPE,
    ID_NUMBER,
    NAME,
    BIRTH_DATE,
    SCHOOL_CODE,
    SCHOOL_NAME,
    DIVISION_CODE,
    STATUS,
    CONFIRMED_ON,
    TRANSFERRED_ON,
    HOME_SCHOOL_CODE,
    DIVISION_SINCE,
    HOME_DIVISION_CODE,
    LEFT_ON;

    /// `teacher_no` and so on.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param column in any case
    public static @Nullable RosterColumn of(String column) {
        for (RosterColumn one : values()) if (one.column().equalsIgnoreCase(column)) return one;
        return null;
    }
}
