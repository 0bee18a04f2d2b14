package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be wrong with a record of the synthetic province, and the code of the finding that it
/// must become.
public enum SimulatedFault {
    BAD_DATE("HUB-1006"),
    FUTURE("HUB-1007"),
    UNKNOWN_LEVEL("HUB-1008"),
    UNKNOWN_GRADE("HUB-1008"),
    BAD_ID("HUB-1009"),
    HOURS_ZERO("HUB-1005"),
    HOURS_NEGATIVE("HUB-1005"),
    HOURS_HUGE("HUB-1005"),
    NO_NAME("HUB-1003"),
    NO_PROGRAMME("HUB-1003"),
    NO_DATE("HUB-1003"),
    NO_IDENTITY("HUB-1010"),
    PARTS_MISMATCH("HUB-1011"),
    /// One cell too few.
    WRONG_COLUMNS("HUB-1015"),
    /// The line ends in the middle.
    BROKEN("HUB-1001"),
    UNKNOWN_FIELD("HUB-1002"),
    WRONG_TYPE("HUB-1004"),
    REPEATED_KEY("HUB-1017"),
    /// Parts of a training that is not blended.
    NOT_APPLICABLE("HUB-1012"),
    LONG_ID("HUB-1014");

    private final String finding;

    SimulatedFault(String finding) {
        this.finding = finding;
    }

    public String finding() {
        return finding;
    }

    /// One of those that such a record can have.
    static SimulatedFault any(SeededRandom dice, Case found) {
        List<SimulatedFault> possible = new ArrayList<>();
        for (SimulatedFault fault : values()) if (fault.fits(found)) possible.add(fault);
        return possible.get(dice.below(possible.size()));
    }

    private boolean fits(Case found) {
        boolean vendor = found.system == SourceSystem.VENDOR;
        boolean timed = found.form != Form.SELF_DIRECTED;
        return switch (this) {
            case UNKNOWN_LEVEL -> found.isLast;
            case BAD_DATE, FUTURE, NO_NAME, NO_PROGRAMME, NO_DATE, NO_IDENTITY -> true;
            case BAD_ID -> found.resident;
            case UNKNOWN_GRADE -> found.isLast && timed && found.centralisedHundredths == null;
            case HOURS_ZERO, HOURS_NEGATIVE, HOURS_HUGE ->
                    timed && found.centralisedHundredths == null;
            case PARTS_MISMATCH -> found.centralisedHundredths != null;
            case WRONG_COLUMNS -> found.system == SourceSystem.PROVINCE;
            case BROKEN, UNKNOWN_FIELD, REPEATED_KEY, LONG_ID -> vendor;
            case WRONG_TYPE, NOT_APPLICABLE -> vendor && timed && found.form != Form.BLENDED;
        };
    }

    /// Whether it is a code that no table has.
    public boolean isUnmapped() {
        return this == UNKNOWN_LEVEL || this == UNKNOWN_GRADE;
    }

    /// Whether nobody can read the record's id.
    public boolean hidesId() {
        return this == WRONG_COLUMNS || this == BROKEN || this == REPEATED_KEY || this == LONG_ID;
    }

    /// The record that is to be spoilt.
    ///
    /// @param isLast whether no good version of it comes
    record Case(
            SourceSystem system,
            Form form,
            @Nullable Integer centralisedHundredths,
            boolean resident,
            boolean isLast) {}
}
