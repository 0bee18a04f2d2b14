package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.NewTeacherRule;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A new teacher's training hours (学时) in the first year, in hundredths, against what is asked.
/// Short of it, there is no confirmation. The trainings need not earn credits: these count only
/// from the year of confirmation on.
///
/// @param period whose trainings count
/// @param hourHundredths in all
/// @param centralised of these, centralised
/// @param schoolOrOnline of these, school-based and online together
/// @param required what is asked
@Article({"三(二)", "五(三)"})
public record Probation(
        Period period,
        ProbationState state,
        int hourHundredths,
        int centralised,
        int schoolOrOnline,
        NewTeacherRule required) {

    /// How it is.
    public enum ProbationState {
        /// The teacher is not confirmed yet, and something is missing.
        RUNNING,
        MET,
        /// The teacher was confirmed, and what the hub knows of does not add up to what is asked.
        SHORT
    }

    /// The first year. A roster says when a teacher was confirmed, not when the teacher began: so
    /// it is the twelve months before the confirmation, from the beginning of their first school
    /// year.
    ///
    /// @param until the last day: before the confirmation, or the day asked about
    /// @param confirmed whether the confirmation ended it
    public record Period(LocalDate from, LocalDate until, boolean confirmed) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// The first year that is told of in a cycle: the one before a confirmation in the cycle, or
    /// the one that runs.
    ///
    /// @param cycle its first school year
    /// @return null if the policy asks nothing, or the cycle has no such year
    public static @Nullable Period period(
            Policy policy, TeacherFacts teacher, int cycle, LocalDate asOf) {
        if (policy.terms().requirements().newTeacher() == null) return null;
        LocalDate confirmedOn = teacher.confirmedOn();
        boolean runs = confirmedOn == null ? teacher.newTeacher() : confirmedOn.isAfter(asOf);
        if (!runs && confirmedOn == null) return null;
        LocalDate end = runs || confirmedOn == null ? asOf : confirmedOn;
        SchoolCalendar calendar = policy.terms().calendar();
        if (calendar.cycleOf(end) != cycle) return null;
        LocalDate from = calendar.firstDayOf(calendar.schoolYearOf(end.minusYears(1)));
        return new Period(from, runs ? asOf : end.minusDays(1), !runs);
    }

    /// Failed trainings do not count (the regulation is silent: what earns no credit is no training
    /// received). A blended one without a split counts only toward all hours.
    ///
    /// @param trainings the teacher's; those outside the period are left out
    /// @return null as in [#period]
    public static @Nullable Probation of(
            Policy policy,
            TeacherFacts teacher,
            int cycle,
            LocalDate asOf,
            Collection<Facts> trainings) {
        Period period = period(policy, teacher, cycle, asOf);
        NewTeacherRule required = policy.terms().requirements().newTeacher();
        if (period == null || required == null) return null;
        int all = 0;
        int centralised = 0;
        int schoolOrOnline = 0;
        for (Facts facts : trainings) {
            Training training = facts.training();
            if (failed(training) || !period.has(facts.completedOn())) continue;
            all = Math.addExact(all, training.hourHundredths());
            centralised += hours(training, Form.CENTRALISED);
            schoolOrOnline += hours(training, Form.SCHOOL_BASED) + hours(training, Form.ONLINE);
        }
        boolean met =
                all >= required.hourHundredths()
                        && centralised >= required.centralised()
                        && schoolOrOnline >= required.schoolOrOnline();
        ProbationState unmet = period.confirmed() ? ProbationState.SHORT : ProbationState.RUNNING;
        return new Probation(
                period,
                met ? ProbationState.MET : unmet,
                all,
                centralised,
                schoolOrOnline,
                required);
    }

    /// Whether nothing stands against the confirmation.
    public boolean met() {
        return state == ProbationState.MET;
    }

    private static boolean failed(Training training) {
        return switch (training) {
            case Training.Course course -> course.grade() == Grade.FAIL;
            case Training.Blended blended -> blended.grade() == Grade.FAIL;
            case Training.SelfDirected _ -> true;
        };
    }

    private static int hours(Training training, Form form) {
        return switch (training) {
            case Training.Course course -> course.form() == form ? course.hourHundredths() : 0;
            case Training.Blended blended -> {
                int sum = 0;
                for (Training.Part part : blended.parts()) {
                    if (part.form() == form) sum += part.hourHundredths();
                }
                yield sum;
            }
            case Training.SelfDirected _ -> 0;
        };
    }
}
