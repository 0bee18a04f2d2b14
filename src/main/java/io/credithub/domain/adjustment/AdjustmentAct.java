package io.credithub.domain.adjustment;

import org.jspecify.annotations.Nullable;

/// A step in the life of an adjustment. Stored by [#code], which is never changed.
public enum AdjustmentAct {
    PROPOSE(1, null, AdjustmentState.PROPOSED),
    /// A second person agrees; or none is needed, and it is posted by who proposed it.
    CONFIRM(2, AdjustmentState.PROPOSED, AdjustmentState.POSTED),
    REFUSE(3, AdjustmentState.PROPOSED, AdjustmentState.REFUSED),
    WITHDRAW(4, AdjustmentState.PROPOSED, AdjustmentState.WITHDRAWN),
    /// To undo it: the rules count again.
    REVOKE(5, AdjustmentState.POSTED, AdjustmentState.REVOKED);

    private final int code;
    private final @Nullable AdjustmentState from;
    private final AdjustmentState to;

    AdjustmentAct(int code, @Nullable AdjustmentState from, AdjustmentState to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    public int code() {
        return code;
    }

    /// Where it leads.
    public AdjustmentState to() {
        return to;
    }

    /// Why it is not for this person in this state.
    public enum Barred {
        /// It is not in the state that the step is for: somebody has decided already.
        DECIDED,
        /// Who proposed it is not the second person.
        OWN,
        /// Only who proposed it withdraws it.
        ANOTHERS
    }

    /// @param isProposer whether the person is who proposed it
    /// @return null: it may be done
    public @Nullable Barred barred(AdjustmentState state, boolean isProposer) {
        if (state != from) return Barred.DECIDED;
        return switch (this) {
            case CONFIRM, REFUSE -> isProposer ? Barred.OWN : null;
            case WITHDRAW -> isProposer ? null : Barred.ANOTHERS;
            case PROPOSE, REVOKE -> null;
        };
    }

    /// @throws IllegalArgumentException if no step has this code
    public static AdjustmentAct of(int code) {
        for (AdjustmentAct act : values()) if (act.code == code) return act;
        throw new IllegalArgumentException("no step of adjustments has the code " + code);
    }
}
