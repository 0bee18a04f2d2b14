package io.credithub.demo.model;

import io.credithub.demo.model.ReportedVersion.Naming;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The values of one version of one record, faults included, before a format writes them. Empty
/// where there is nothing to write.
///
/// @param credits the source's own figure; empty where it has none
/// @param role as the canonical record names it: `LECTURER`; empty of those who took part
public record Wording(
        SimulatedTeacher teacher,
        Programme programme,
        SimulatedCopy copy,
        ReportedVersion sighting,
        String credits,
        String role) {
    private static final int HUGE = 120_000;
    private static final int ID_LENGTH_MAX = 128;

    public boolean has(SimulatedFault fault) {
        return sighting.fault() == fault;
    }

    public String recordId() {
        String id = copy.recordId();
        return has(SimulatedFault.LONG_ID)
                ? id + "-" + "0".repeat(ID_LENGTH_MAX - id.length())
                : id;
    }

    public String teacherNo() {
        boolean named = sighting.naming() != Naming.DOCUMENT && !has(SimulatedFault.NO_IDENTITY);
        return named ? teacher.number() : "";
    }

    public String idNumber() {
        boolean named = sighting.naming() != Naming.NUMBER && !has(SimulatedFault.NO_IDENTITY);
        if (!named) return "";
        return has(SimulatedFault.BAD_ID)
                ? ResidentNumber.spoilt(teacher.idNumber())
                : teacher.idNumber();
    }

    public String name() {
        return has(SimulatedFault.NO_NAME) ? "" : teacher.name();
    }

    public String programmeName() {
        return has(SimulatedFault.NO_PROGRAMME) ? "" : sighting.details().name();
    }

    public String programmeCode() {
        String code = programme.code();
        return code == null ? "" : code;
    }

    public String organiser() {
        String organiser = programme.organiser();
        return organiser == null ? "" : organiser;
    }

    public String session() {
        String session = programme.session();
        return session == null ? "" : session;
    }

    /// In hundredths; 0 also for a self-directed result, whose hours no format writes.
    public int hourHundredths() {
        if (has(SimulatedFault.HOURS_ZERO)) return 0;
        if (has(SimulatedFault.HOURS_NEGATIVE)) return -sighting.details().hourHundredths();
        return has(SimulatedFault.HOURS_HUGE) ? HUGE : sighting.details().hourHundredths();
    }

    /// Of a split: the part in presence, and the part online.
    public int @Nullable [] parts() {
        if (!sighting.details().isSplit(programme.form())) return null;
        int centralised = sighting.details().inPresence();
        int online = sighting.details().hourHundredths() - centralised;
        return new int[] {centralised, has(SimulatedFault.PARTS_MISMATCH) ? online + 100 : online};
    }

    public boolean isSelfDirected() {
        return programme.form() == Form.SELF_DIRECTED;
    }

    public Grade grade() {
        return sighting.details().grade();
    }

    /// A date that is corrected moves the whole training.
    public String startedOn() {
        long days = ChronoUnit.DAYS.between(programme.startedOn(), programme.completedOn());
        return sighting.details().completedOn().minusDays(days).toString();
    }

    public String completedOn() {
        if (has(SimulatedFault.NO_DATE)) return "";
        if (has(SimulatedFault.FUTURE)) return "2099-01-01";
        return has(SimulatedFault.BAD_DATE)
                ? "2024-02-30"
                : sighting.details().completedOn().toString();
    }

    /// Whom the control totals count: the number, else the document; empty if neither is given.
    String person() {
        if (sighting.isWithdrawal()) return "";
        String number = teacherNo();
        return number.isEmpty() ? idNumber() : number;
    }
}
