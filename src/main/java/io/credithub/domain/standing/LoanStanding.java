package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import org.jspecify.annotations.Nullable;

/// What is in force of a loan: never more than its school year lacks.
///
/// @param schoolYear for which it was granted
/// @param line key of the yearly floor that it is of; null: of the year's minimum
/// @param borrowed what of the granted amount the year needs
/// @param owed for it, by the years after it
/// @param repaid of what is owed, so far
@Article("四(五)")
public record LoanStanding(
        int schoolYear, @Nullable String line, Credits borrowed, Credits owed, Credits repaid) {

    /// Whether something is not repaid.
    public boolean isOpen() {
        return repaid.compareTo(owed) < 0;
    }
}
