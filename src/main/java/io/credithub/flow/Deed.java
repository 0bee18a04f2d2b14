package io.credithub.flow;

import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import java.util.UUID;

/// One act of the registry on one teacher, as it is written down. Taking back is an act too: it
/// ends what is there, and nothing is ever deleted.
public sealed interface Deed {
    Act act();

    /// Who does it to whom.
    ///
    /// @param id of what the deed makes or ends
    /// @param teacher the number in the registry
    /// @param by the id of the caller's key
    record Act(UUID id, int teacher, String by) {}

    /// Grants an exemption (减免).
    ///
    /// @param evidence reference to the paper that it rests on
    record Exempt(Act act, String kind, int schoolYear, String evidence) implements Deed {}

    /// Takes an exemption back.
    record EndExemption(Act act) implements Deed {}

    /// Decides the result of a school year.
    record Decide(Act act, FrozenYear year) implements Deed {}

    /// Opens a decided school year again.
    record Reopen(Act act, int schoolYear, String reason) implements Deed {}

    default int teacher() {
        return act().teacher();
    }

    /// Whether standings must be computed anew after it.
    default boolean changesFacts() {
        return switch (this) {
            case Exempt _, EndExemption _, Decide _, Reopen _ -> true;
        };
    }
}
