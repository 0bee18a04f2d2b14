package io.credithub.flow.hold;

import io.credithub.domain.hold.HoldDecision;

/// Where a hold is.
public enum HoldState {
    /// Nobody has decided; or the record is held for something else since.
    OPEN,
    RELEASED,
    REFUSED,
    SAME,
    DIFFERENT;

    /// After the last decision about a record that is not held now.
    public static HoldState of(HoldDecision decision) {
        return switch (decision) {
            case RELEASE -> RELEASED;
            case REFUSE -> REFUSED;
            case SAME -> SAME;
            case DIFFERENT -> DIFFERENT;
        };
    }

    /// The decision that leads to it.
    ///
    /// @throws IllegalStateException if it is open
    public HoldDecision decision() {
        return switch (this) {
            case OPEN -> throw new IllegalStateException("nothing was decided");
            case RELEASED -> HoldDecision.RELEASE;
            case REFUSED -> HoldDecision.REFUSE;
            case SAME -> HoldDecision.SAME;
            case DIFFERENT -> HoldDecision.DIFFERENT;
        };
    }
}
