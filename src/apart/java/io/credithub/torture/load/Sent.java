package io.credithub.torture.load;

/// One record as it was sent, and what its sender knows of it.
///
/// @param revision from 1; a higher one counts instead of a lower
/// @param teacherNo of whom it tells; also of a withdrawal, which does not say so
/// @param credits whole, three hours each; 0 if withdrawn
public record Sent(Lot lot, String recordId, int revision, String teacherNo, int credits) {
    private static final char SEPARATOR = '\t';
    private static final int FIELDS = 5;

    /// Why the record is sent.
    public enum Lot {
        FIRST,
        CHANGED,
        WITHDRAWN,
        REPEATED,
        BROKEN
    }

    public boolean isBroken() {
        return lot == Lot.BROKEN;
    }

    public boolean isWithdrawn() {
        return lot == Lot.WITHDRAWN;
    }

    int hours() {
        return 3 * credits;
    }

    String toText() {
        return "" + lot + SEPARATOR + recordId + SEPARATOR + revision + SEPARATOR + teacherNo
                + SEPARATOR + credits;
    }

    /// @throws IllegalArgumentException if it is not what [#toText] writes
    static Sent parse(String text) {
        String[] field = text.split("" + SEPARATOR, -1);
        if (field.length != FIELDS) throw new IllegalArgumentException("not a record: " + text);
        return new Sent(
                Lot.valueOf(field[0]),
                field[1],
                Integer.parseInt(field[2]),
                field[3],
                Integer.parseInt(field[4]));
    }
}
