package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.RequirementLine;
import org.jspecify.annotations.Nullable;

/// One requirement, and how much of it is there in the registered years of the cycle.
///
/// @param earned before any cap
/// @param recognised what counts of it: for a floor, after the caps whose scope lies inside its
///   own; for a cap, what is left of its credits; null for a theme without caps of its own, of
///   which what is earned counts
/// @param required the line's threshold, pro-rated for who joined in mid-cycle, less exemptions;
///   for a cap the most; for a yearly line the sum of the years that have begun
/// @param missing up to what is required; for a yearly floor the sum of what its years miss; always
///   0 for a cap
/// @param cut for a cap, what it takes itself; for any other line, what caps take from it
@Article({"三(二)", "三(三)", "四(四)"})
public record LineStanding(
        RequirementLine line,
        LineState state,
        Credits earned,
        @Nullable Credits recognised,
        Credits required,
        Credits missing,
        Credits cut) {

    public boolean met() {
        return missing.hundredths() == 0;
    }

    /// What counts of it, where nothing need be recognised what is earned.
    public Credits counted() {
        return recognised == null ? earned : recognised;
    }

    /// Whether this teacher is not asked for it.
    public boolean waived() {
        return state == LineState.WAIVED;
    }

    /// How a line is.
    public enum LineState {
        MET,
        MISSING,
        /// A floor that an exemption takes off.
        WAIVED,
        /// A cap that takes nothing.
        WITHIN,
        /// A cap that takes something.
        CUTS
    }
}
