package io.credithub.domain.report;

import io.credithub.domain.Text;

/// What a figure is counted in.
public enum ReportUnit {
    RECORDS("条", "records"),
    PERSON_TIMES("人次", "person-times"),
    TEACHERS("人", "teachers"),
    HOURS("学时", "hours"),
    CREDITS("学分", "credits"),
    /// Without places.
    WHOLE_CREDITS("学分", "credits"),
    DELIVERIES("批", "deliveries"),
    BREAKS("项", "breaks"),
    DAYS("天", "days"),
    SHARE("%", "%"),
    /// Of a name, a code, a day.
    NONE("", "");

    private final Text word;

    ReportUnit(String zh, String en) {
        word = new Text(zh, en);
    }

    public Text word() {
        return word;
    }
}
