package io.credithub.apart.bench;

import io.credithub.domain.reconcile.BreakCode;
import org.jspecify.annotations.Nullable;

/// What may be about a record of the bench's province, and how often it is.
///
/// @see ReconcileProvince
public enum ReconcileKind {
    EQUAL_COPY(160, BreakCode.DUPLICATE_ACROSS_SOURCES),
    OTHER_HOURS(15, BreakCode.HOURS),
    OTHER_DAYS(15, BreakCode.PERIOD),
    OTHER_GRADE(5, BreakCode.GRADE),
    OTHER_LEVEL(2, BreakCode.LEVEL_OR_FORM),
    OTHER_FIGURE_OF_COPY(3, BreakCode.CREDIT),
    OTHER_THEME(5, BreakCode.THEME),
    HELD_LEVEL(7, BreakCode.NOT_AUTHORISED),
    HELD_HOURS(4, BreakCode.IMPLAUSIBLE),
    HELD_COPY(12, BreakCode.SUSPECTED_DUPLICATE),
    HELD_WITHIN(3, BreakCode.DUPLICATE_WITHIN_SOURCE),
    WHOLE_CREDITS(80, BreakCode.CREDIT),
    OTHER_FIGURE(6, BreakCode.CREDIT),
    LATE(12, BreakCode.LATE),
    OTHER_NAME(2, BreakCode.NAME),
    UNKNOWN_TEACHER(2, BreakCode.ROSTER),
    NOT_THE_PERSON(1, BreakCode.IDENTITY),
    WITHDRAWN(1, BreakCode.WITHDRAWN),
    UNKNOWN_CODE(1, BreakCode.UNMAPPED_CODE),
    CLEAN(664, null);

    static final int ALL = 1_000;

    private final int share;
    private final @Nullable BreakCode code;

    ReconcileKind(int share, @Nullable BreakCode code) {
        this.share = share;
        this.code = code;
    }

    /// Of a thousand records that are not their teacher's first or last.
    int share() {
        return share;
    }

    /// Under which it must be found; null: it is no break.
    public @Nullable BreakCode code() {
        return code;
    }

    /// Another system's record of the teacher's first training.
    public boolean isCopy() {
        return compareTo(OTHER_THEME) <= 0;
    }

    public boolean isHeld() {
        return compareTo(HELD_LEVEL) >= 0 && compareTo(HELD_WITHIN) <= 0;
    }

    /// Of nobody who is known: then it is the province's.
    public boolean isOfNobody() {
        return this == UNKNOWN_TEACHER || this == UNKNOWN_CODE;
    }

    public boolean isWaiting() {
        return this == UNKNOWN_TEACHER || this == NOT_THE_PERSON;
    }

    public boolean isInForce() {
        return this == CLEAN || (compareTo(WHOLE_CREDITS) >= 0 && compareTo(OTHER_NAME) <= 0);
    }

    /// @param place 0 to 999
    static ReconcileKind at(int place) {
        int rest = place;
        for (ReconcileKind kind : values()) {
            rest -= kind.share;
            if (rest < 0) return kind;
        }
        throw new IllegalArgumentException("no kind at " + place);
    }
}
