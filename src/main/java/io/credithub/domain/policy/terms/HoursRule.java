package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.util.Set;

/// How many hours (学时) of a form, at some levels, make one credit.
///
/// @param code stable within the policy, as `province-centralised`
/// @param title the training it is about, without the number
/// @param levels empty: every level
/// @param themes a training fits that carries one of them; empty: whatever the themes
/// @param hourHundredthsPerCredit the divisor in hundredths of an hour, above 0
@Article("四(一)")
public record HoursRule(
        String code,
        Text title,
        Set<Level> levels,
        Form form,
        Set<String> themes,
        int hourHundredthsPerCredit,
        String paragraph) {
    public HoursRule {
        levels = Set.copyOf(levels);
        themes = Set.copyOf(themes);
        if (hourHundredthsPerCredit <= 0) throw new IllegalArgumentException("divisor of " + code);
    }

    public boolean fits(Level level, Form held) {
        return form == held && (levels.isEmpty() || levels.contains(level));
    }
}
