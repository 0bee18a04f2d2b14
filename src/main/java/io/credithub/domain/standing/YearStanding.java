package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;

/// One school year of a teacher's cycle.
///
/// @param earned by the awards of this year, before any cap
/// @param recognised what caps leave of it; nothing in a year that is not registered
/// @param carriedIn what earlier years of the cycle earned above their minimum
/// @param minimum 0 in a year that is not registered
/// @param missing up to the minimum, after what was carried in
/// @param carriedOut what is above the minimum, for the next year
@Article({"三(二)", "五(三)"})
public record YearStanding(
        int schoolYear,
        State state,
        Credits earned,
        Credits recognised,
        Credits carriedIn,
        Credits minimum,
        Credits missing,
        Credits carriedOut) {

    /// Whether the minimum is there, possibly from before.
    public boolean met() {
        return missing.hundredths() == 0;
    }

    /// The year is over and short: 本学年继续教育不合格, unless it is borrowed.
    public boolean unqualified() {
        return state == State.ENDED && !met();
    }

    /// Where the year is, seen from a day.
    public enum State {
        /// Before the confirmation or transfer of the teacher.
        NOT_REGISTERED,
        NOT_BEGUN,
        RUNNING,
        ENDED
    }
}
