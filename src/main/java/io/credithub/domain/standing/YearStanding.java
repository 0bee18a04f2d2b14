package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One school year of a teacher's cycle.
///
/// @param earned by the awards of this year, before any cap
/// @param recognised what caps leave of it, or what was decided; nothing in a year that is not
///   registered
/// @param carriedIn what earlier years of the cycle earned above their minimum; below 0 by what is
///   owed for loans of years before, of an earlier cycle too
/// @param minimum after exemptions; 0 in a year that is not registered
/// @param missing up to the minimum, after what was carried in and what was borrowed
/// @param carriedOut what is above the minimum, for the next year, less what is owed for a loan
/// @param borrowed exactly the shortfall, or less if less was lent
/// @param repaid of earlier loans, by what this year earns
/// @param exempted taken off the minimum
/// @param cuts by which caps, those that cut something
/// @param floors the yearly ones, in the policy's order; none in a year that is not registered
/// @param decided by an authority; null: not yet
@Article({"三(二)", "四(五)", "五(三)"})
public record YearStanding(
        int schoolYear,
        YearState state,
        YearResult outcome,
        Credits earned,
        Credits recognised,
        Credits carriedIn,
        Credits minimum,
        Credits missing,
        Credits carriedOut,
        Credits borrowed,
        Credits repaid,
        Credits exempted,
        List<Cut> cuts,
        List<YearFloor> floors,
        @Nullable DecidedYearStanding decided) {

    public YearStanding {
        cuts = List.copyOf(cuts);
        floors = List.copyOf(floors);
    }

    /// Whether the minimum and every yearly floor is there, possibly from before, or borrowed.
    public boolean met() {
        return missing.hundredths() == 0 && floors.stream().allMatch(YearFloor::met);
    }

    /// The year is over and short, and not borrowed: 本学年继续教育不合格.
    public boolean unqualified() {
        return outcome == YearResult.UNQUALIFIED;
    }

    /// Whether the ledger says something else than what was decided.
    public boolean inQuestion() {
        return decided != null && decided.inQuestion();
    }

    /// A frozen result.
    ///
    /// @param difference what would be recognised today, less what was decided: shown, never
    ///   applied
    /// @param inQuestion the ledger says something else than what was decided or confirmed
    /// @param lines floors and themes of which the ledger says something else
    public record DecidedYearStanding(
            Credits recognised,
            boolean qualified,
            Credits difference,
            boolean inQuestion,
            List<YearDifference> lines) {
        public DecidedYearStanding {
            lines = List.copyOf(lines);
        }

        /// @param line key of the floor or theme
        /// @param ledger what the ledger holds of it in the year
        public record YearDifference(String line, Credits decided, Credits ledger) {}
    }

    /// Where the year is, seen from a day.
    public enum YearState {
        /// Before the confirmation or transfer of the teacher.
        NOT_REGISTERED,
        NOT_BEGUN,
        RUNNING,
        ENDED,
        /// The teacher had left before it was over: nothing is asked, credits are kept.
        LEFT
    }

    /// What the year is, once it is over or decided.
    public enum YearResult {
        /// Not over yet, or not registered.
        OPEN,
        QUALIFIED,
        /// Short, and the shortfall was borrowed.
        BORROWED,
        UNQUALIFIED
    }
}
