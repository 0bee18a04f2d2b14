package io.credithub.flow.expectation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns that an enrolment list may have, by either of their names.
public enum EnrolmentColumn {
    TEACHER_NO("教师编号"),
    ID_TYPE("证件类型"),
    ID_NUMBER("证件号码"),
    NAME("姓名"),
    HOURS("学时");

    private final String chinese;

    EnrolmentColumn(String chinese) {
        this.chinese = chinese;
    }

    /// `teacher_no` and so on.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param column in any case
    public static @Nullable EnrolmentColumn of(String column) {
        for (EnrolmentColumn one : values()) {
            if (one.column().equalsIgnoreCase(column) || one.chinese.equals(column)) return one;
        }
        return null;
    }
}
