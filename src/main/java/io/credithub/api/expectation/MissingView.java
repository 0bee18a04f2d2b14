package io.credithub.api.expectation;

import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.Expectations.MissingPerson;
import org.jspecify.annotations.Nullable;

/// Somebody on an enrolment list who has not arrived.
///
/// @param place on the list, from 0
/// @param teacherNo as the list has it
/// @param document masked
/// @param county that answers for the teacher; absent: nobody on the roster
/// @param hours expected
public record MissingView(
        int place,
        @Nullable String teacherNo,
        String name,
        @Nullable String document,
        @Nullable String county,
        @Nullable String school,
        @Nullable Hours hours) {
    static MissingView of(MissingPerson one) {
        Integer hours = one.hourHundredths();
        return new MissingView(
                one.place(),
                one.teacherNo(),
                one.name(),
                one.documentMasked(),
                one.division(),
                one.schoolCode(),
                hours == null ? null : new Hours(hours));
    }
}
