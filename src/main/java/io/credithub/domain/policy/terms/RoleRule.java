package io.credithub.domain.policy.terms;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import java.util.Set;

/// What those of a role other than the participant's get of the credits for the hours: `part /
/// whole` of them. Of whom no rule speaks, the policy is silent, and their records are held.
///
/// @param code stable within the policy, as `speaker-national`
/// @param title who is meant, without the number
/// @param levels empty: every level
/// @param forms of courses and of the parts of blended trainings; empty: every form
/// @param part at least 0; may be more than the whole
/// @param whole 10 000 where the share is a percentage; n where it is one n-th
public record RoleRule(
        String code,
        Text title,
        TrainingRole role,
        Set<Level> levels,
        Set<Form> forms,
        int part,
        int whole,
        String paragraph) {
    public RoleRule {
        levels = Set.copyOf(levels);
        forms = Set.copyOf(forms);
        if (part < 0 || whole <= 0) throw new IllegalArgumentException("share of " + code);
        if (role == TrainingRole.PARTICIPANT) throw new IllegalArgumentException("role of " + code);
    }

    public boolean isPercent() {
        return whole == GradeRule.WHOLE;
    }

    public boolean fits(Level level, Form form) {
        return (levels.isEmpty() || levels.contains(level))
                && (forms.isEmpty() || forms.contains(form));
    }
}
