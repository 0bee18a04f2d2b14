package io.credithub.domain.review;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A step of a sign-off: one prepares, another approves, the office above concludes. Stored by
/// [#code], which is never changed.
public enum SignOffAct {
    PREPARE(1, SignOffState.PREPARED),
    APPROVE(2, SignOffState.APPROVED),
    CONCLUDE(3, SignOffState.CONCLUDED),
    /// Not agreed: whoever approves or concludes says why.
    RETURN(4, SignOffState.RETURNED);

    private final int code;
    private final SignOffState to;

    SignOffAct(int code, SignOffState to) {
        this.code = code;
        this.to = to;
    }

    public int code() {
        return code;
    }

    /// Where it leads.
    public SignOffState to() {
        return to;
    }

    /// Who takes a step.
    ///
    /// @param key the id of a key, which stands for a person
    public record SignOffActor(String key, SignOffOffice office) {}

    /// Why a step is not for this person in this state.
    public enum SignOffBar {
        /// One is open already.
        OPEN,
        /// It waits for another step, or for none.
        ANOTHER_STEP,
        /// The step is the county's own.
        COUNTY_ONLY,
        /// The step is the city's or the province's.
        ABOVE_ONLY,
        /// The person has taken an earlier step.
        SAME_PERSON
    }

    /// @param state of the version that it is about; null: none is open
    /// @param earlier the keys of those who took its steps
    /// @return null: it may be done
    public @Nullable SignOffBar barred(
            @Nullable SignOffState state, SignOffActor who, Set<String> earlier) {
        return switch (this) {
            case PREPARE -> state == null ? ofCounty(who) : SignOffBar.OPEN;
            case APPROVE -> {
                if (state != SignOffState.PREPARED) yield SignOffBar.ANOTHER_STEP;
                SignOffBar bar = ofCounty(who);
                yield bar == null ? another(who, earlier) : bar;
            }
            case CONCLUDE -> {
                if (state != SignOffState.APPROVED) yield SignOffBar.ANOTHER_STEP;
                SignOffBar bar = ofAbove(who);
                yield bar == null ? another(who, earlier) : bar;
            }
            case RETURN -> {
                if (state == null || !state.isOpen()) yield SignOffBar.ANOTHER_STEP;
                yield state == SignOffState.APPROVED ? ofAbove(who) : another(who, earlier);
            }
        };
    }

    private static @Nullable SignOffBar ofCounty(SignOffActor who) {
        return who.office() == SignOffOffice.COUNTY ? null : SignOffBar.COUNTY_ONLY;
    }

    private static @Nullable SignOffBar ofAbove(SignOffActor who) {
        return who.office() == SignOffOffice.ABOVE ? null : SignOffBar.ABOVE_ONLY;
    }

    private static @Nullable SignOffBar another(SignOffActor who, Set<String> earlier) {
        return earlier.contains(who.key()) ? SignOffBar.SAME_PERSON : null;
    }

    /// @throws IllegalArgumentException if no step has this code
    public static SignOffAct of(int code) {
        for (SignOffAct act : values()) if (act.code == code) return act;
        throw new IllegalArgumentException("no step of sign-offs has the code " + code);
    }
}
