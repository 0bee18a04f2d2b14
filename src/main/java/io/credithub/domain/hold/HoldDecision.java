package io.credithub.domain.hold;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.HoldReason.HoldKind;

/// What a registrar decides about a record that is held. The last decision counts: to undo one is
/// to decide anew. Stored by [#code], which is never changed.
public enum HoldDecision {
    /// It counts: it may be reported, and is plausible. Of this content only.
    RELEASE(1),
    /// It earns nothing. Of this content only.
    REFUSE(2),
    /// It is one training with the record that it is held for, whatever contents they come to have.
    SAME(3),
    /// They are two trainings.
    DIFFERENT(4);

    private final int code;

    HoldDecision(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no decision has this code
    public static HoldDecision of(int code) {
        for (HoldDecision decision : values()) if (decision.code == code) return decision;
        throw new IllegalArgumentException("no decision about a hold has the code " + code);
    }

    /// Whether it is about two records, and not about one content.
    public boolean isOfPair() {
        return this == SAME || this == DIFFERENT;
    }

    /// Whether it is an answer to what is asked: of a suspected copy, whether it is one; of
    /// anything else, whether it counts.
    public boolean answers(HoldReason reason) {
        return isOfPair() == (reason.kind() == HoldKind.SUSPECTED);
    }
}
