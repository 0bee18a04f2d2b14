package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy file asks of a teacher: of each school year, of the cycle, and what may be let
/// off.
///
/// @param lines one total first, then floors, caps, themes
/// @param loans null: there is no lending
/// @param newTeacher null: nothing special is asked of new teachers
public record RequirementTerms(
        YearRule year,
        List<RequirementLine> lines,
        List<Exemption> exemptions,
        @Nullable LoanRule loans,
        @Nullable NewTeacherRule newTeacher) {

    public RequirementTerms {
        lines = List.copyOf(lines);
        exemptions = List.copyOf(exemptions);
    }

    /// @param minimum of each school year
    /// @param carriesForward whether what a year earns above its minimum counts for the next ones
    /// @param proRated whether who joins in mid-cycle owes a share by school years registered
    /// @param most that a school year can bring over all; null: no limit. It is a cap among the
    ///   lines
    @Article("三(二)")
    public record YearRule(
            Credits minimum,
            boolean carriesForward,
            boolean proRated,
            @Nullable Credits most,
            String paragraph) {}
}
