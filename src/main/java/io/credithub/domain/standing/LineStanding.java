package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.Line;

/// One requirement of the cycle, and how much of it is there.
///
/// @param earned in the registered years, before any cap
/// @param recognised what counts of it
/// @param required the line's threshold, pro-rated for who joined in mid-cycle; for a cap the most
/// @param missing up to what is required; always 0 for a cap
@Article({"三(二)", "三(三)", "四(四)"})
public record LineStanding(
        Line line, Credits earned, Credits recognised, Credits required, Credits missing) {

    public boolean met() {
        return missing.hundredths() == 0;
    }

    /// What a cap takes away; 0 for any other line.
    public Credits cut() {
        return earned.minus(recognised);
    }
}
