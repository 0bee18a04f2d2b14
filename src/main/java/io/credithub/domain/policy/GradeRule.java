package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.completion.Grade;

/// What a grade makes of the credits for the hours.
///
/// @param tenThousandths 12 000 is 120 %: the base and a fifth more; 0 earns nothing
@Article("四(二)")
public record GradeRule(Grade grade, int tenThousandths, String paragraph) {
    static final int WHOLE = 10_000;

    public GradeRule {
        if (tenThousandths < 0) throw new IllegalArgumentException("share of " + grade);
    }
}
