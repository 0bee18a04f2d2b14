package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.util.Set;

/// What a grade makes of the credits for the hours.
///
/// @param levels empty: every level
/// @param tenThousandths 12 000 is 120 %: the base and a fifth more; 0 earns nothing
@Article("四(二)")
public record GradeRule(Grade grade, Set<Level> levels, int tenThousandths, String paragraph) {
    public static final int WHOLE = 10_000;

    public GradeRule {
        levels = Set.copyOf(levels);
        if (tenThousandths < 0) throw new IllegalArgumentException("share of " + grade);
    }

    public boolean fits(Level level, Grade graded) {
        return grade == graded && (levels.isEmpty() || levels.contains(level));
    }
}
