package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.NewTeacherRule;
import io.credithub.domain.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A new teacher's training hours (学时) in the first year, in hundredths, against what is asked.
/// Short of it, there is no confirmation.
///
/// @param hourHundredths in all
/// @param centralised of these, centralised
/// @param schoolOrOnline of these, school-based and online together
/// @param required null where the policy asks nothing of new teachers
@Article({"三(二)", "五(三)"})
public record Probation(
        int hourHundredths,
        int centralised,
        int schoolOrOnline,
        @Nullable NewTeacherRule required) {

    /// Failed trainings do not count (the regulation is silent: what earns no credit is no training
    /// received). A blended one without a split counts only toward all hours.
    ///
    /// @param firstYear the trainings of the teacher's first year
    public static Probation of(Policy policy, List<Facts> firstYear) {
        int all = 0;
        int centralised = 0;
        int schoolOrOnline = 0;
        for (Facts facts : firstYear) {
            Training training = facts.training();
            if (failed(training)) continue;
            all = Math.addExact(all, training.hourHundredths());
            centralised += hours(training, Form.CENTRALISED);
            schoolOrOnline += hours(training, Form.SCHOOL_BASED) + hours(training, Form.ONLINE);
        }
        return new Probation(
                all, centralised, schoolOrOnline, policy.terms().requirements().newTeacher());
    }

    /// Whether nothing stands against the confirmation.
    public boolean met() {
        return required == null
                || (hourHundredths >= required.hourHundredths()
                        && centralised >= required.centralised()
                        && schoolOrOnline >= required.schoolOrOnline());
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
