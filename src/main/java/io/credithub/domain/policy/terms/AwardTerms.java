package io.credithub.domain.policy.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy file states of awards: how a completion gets its worth.
///
/// @param hours the first entry that fits counts; those with themes go first
/// @param grades the first that fits counts; they cover every grade at every level
/// @param multipliers each that fits multiplies once, in this order
/// @param roles no two of them claim one role at one level in one form
/// @param eventMost null: a single training may earn any amount
/// @param results the first rule that fits counts
/// @param once null: the same content may count again
public record AwardTerms(
        Unit unit,
        List<HoursRule> hours,
        List<GradeRule> grades,
        List<Multiplier> multipliers,
        List<RoleRule> roles,
        @Nullable AttendanceRule attendance,
        @Nullable EventMost eventMost,
        Rounding rounding,
        List<ResultRule> results,
        @Nullable OnceRule once) {
    public AwardTerms {
        hours = List.copyOf(hours);
        grades = List.copyOf(grades);
        multipliers = List.copyOf(multipliers);
        roles = List.copyOf(roles);
        results = List.copyOf(results);
    }
}
