package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import org.jspecify.annotations.Nullable;

/// A loan that the credits of the years after it have not repaid: as long as it is open, it blocks
/// the cycle.
///
/// @param schoolYear for which it was granted
/// @param line key of the yearly floor that it is of; null: of the year's minimum
/// @param owed in all
/// @param repaid so far, less than what is owed
@Article("四(五)")
public record OpenLoan(int schoolYear, @Nullable String line, Credits owed, Credits repaid) {}
