package io.credithub.api.teacher;

import io.credithub.domain.Hundredths;
import io.credithub.domain.policy.terms.NewTeacherRule;
import io.credithub.domain.standing.Probation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A new teacher's first year: training hours, each with what is asked.
///
/// @param from the first day whose trainings count
/// @param until the last one
/// @param schoolOrOnline school-based and online together
public record ProbationView(
        Probation.ProbationState state,
        LocalDate from,
        LocalDate until,
        String paragraph,
        HoursView hours,
        HoursView centralised,
        HoursView schoolOrOnline) {
    /// In hours, with two places.
    public record HoursView(String there, String required, String missing) {
        static HoursView of(int there, int required) {
            return new HoursView(
                    Hundredths.text(there),
                    Hundredths.text(required),
                    Hundredths.text(Math.max(0, required - there)));
        }
    }

    static @Nullable ProbationView of(@Nullable Probation probation) {
        if (probation == null) return null;
        NewTeacherRule asked = probation.required();
        return new ProbationView(
                probation.state(),
                probation.period().from(),
                probation.period().until(),
                asked.paragraph(),
                HoursView.of(probation.hourHundredths(), asked.hourHundredths()),
                HoursView.of(probation.centralised(), asked.centralised()),
                HoursView.of(probation.schoolOrOnline(), asked.schoolOrOnline()));
    }
}
