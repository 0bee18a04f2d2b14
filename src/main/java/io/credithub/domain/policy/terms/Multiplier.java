package io.credithub.domain.policy.terms;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.util.Set;

/// Weighs the hours of some trainings more or less. Those that fit multiply with one another.
///
/// @param code stable within the policy, as `high-level`
/// @param title what is weighed, without the number
/// @param levels empty: every level
/// @param forms of courses and of the parts of blended trainings; empty: every form
/// @param themes a training fits that carries one of them; empty: whatever the themes
/// @param tenThousandths 12 000 is 120 %; above 0
public record Multiplier(
        String code,
        Text title,
        Set<Level> levels,
        Set<Form> forms,
        Set<String> themes,
        int tenThousandths,
        String paragraph) {
    public Multiplier {
        levels = Set.copyOf(levels);
        forms = Set.copyOf(forms);
        themes = Set.copyOf(themes);
        if (tenThousandths <= 0) throw new IllegalArgumentException("multiplier " + code);
    }

    public boolean fits(Level level, Form form) {
        return (levels.isEmpty() || levels.contains(level))
                && (forms.isEmpty() || forms.contains(form));
    }
}
