package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the roster says of a teacher, as far as standing depends on it.
///
/// @param confirmedOn 转正; null where the roster does not say
/// @param transferredInOn 调入, from outside the schools that this regulation covers
/// @param newTeacher still on probation: without a confirmation nothing is registered yet
/// @param exemptions granted with evidence
/// @param loans granted
/// @param frozen school years that an authority decided
/// @param leftOn the last day of a teacher who has left; null: is still there
@Article("三(二)")
public record TeacherFacts(
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate transferredInOn,
        boolean newTeacher,
        List<GrantedFact> exemptions,
        List<Loan> loans,
        List<FrozenYear> frozen,
        @Nullable LocalDate leftOn) {
    /// Confirmed long ago, as far as anybody knows.
    public static final TeacherFacts SETTLED = new TeacherFacts(null, null, false);

    public TeacherFacts {
        exemptions = List.copyOf(exemptions);
        loans = List.copyOf(loans);
        frozen = List.copyOf(frozen);
    }

    /// A teacher with nothing granted, lent or decided.
    public TeacherFacts(
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate transferredInOn,
            boolean newTeacher) {
        this(confirmedOn, transferredInOn, newTeacher, List.of(), List.of(), List.of(), null);
    }

    /// An exemption (减免) for a school year. Of a kind that the policy does not know, it grants
    /// nothing.
    public record GrantedFact(String kind, int schoolYear) {}

    /// Credits lent (借贷) for a school year; more than its shortfall lends the shortfall.
    ///
    /// @param line key of the yearly floor that it is of, where loans are per form; else null
    /// @param repaid what of a loan before the cycle asked about was repaid before it; null: what
    ///   the years say
    public record Loan(
            int schoolYear, Credits credits, @Nullable String line, @Nullable Credits repaid) {
        public Loan(int schoolYear, Credits credits, @Nullable String line) {
            this(schoolYear, credits, line, null);
        }
    }

    /// A year whose result was decided, and stays whatever is computed later.
    ///
    /// @param figures that led to the result; null: they were not kept
    /// @param confirmed what the ledger held when the result was confirmed in spite of it; null: it
    ///   was not
    public record FrozenYear(
            int schoolYear,
            Credits recognised,
            boolean qualified,
            @Nullable DecidedFigures figures,
            @Nullable HeldFigures confirmed) {
        public FrozenYear(int schoolYear, Credits recognised, boolean qualified) {
            this(schoolYear, recognised, qualified, null, null);
        }
    }

    /// The same teacher with this granted, lent and decided.
    public TeacherFacts with(List<GrantedFact> granted, List<Loan> lent, List<FrozenYear> decided) {
        return new TeacherFacts(
                confirmedOn, transferredInOn, newTeacher, granted, lent, decided, leftOn);
    }

    /// The same teacher, who left on that day.
    public TeacherFacts leaving(@Nullable LocalDate day) {
        return new TeacherFacts(
                confirmedOn, transferredInOn, newTeacher, exemptions, loans, frozen, day);
    }

    /// Since when nothing is asked: the school year that was running on the last day was not to its
    /// end. `Integer.MAX_VALUE`: the teacher is still there on that day.
    int leftFrom(SchoolCalendar calendar, LocalDate asOf) {
        if (leftOn == null || asOf.isBefore(leftOn)) return Integer.MAX_VALUE;
        return calendar.schoolYearOf(leftOn.plusDays(1));
    }

    /// The first school year in which credits are registered: the year of confirmation or transfer,
    /// the later of the two. `Integer.MIN_VALUE`: ever since; `MAX_VALUE`: not yet.
    int registeredFrom(SchoolCalendar calendar) {
        if (newTeacher && confirmedOn == null) return Integer.MAX_VALUE;
        int from = Integer.MIN_VALUE;
        if (confirmedOn != null) from = calendar.schoolYearOf(confirmedOn);
        if (transferredInOn != null) from = Math.max(from, calendar.schoolYearOf(transferredInOn));
        return from;
    }
}
