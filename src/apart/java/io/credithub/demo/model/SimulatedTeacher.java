package io.credithub.demo.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A made-up teacher, as the roster knows them.
///
/// @param index from 0; neighbours are colleagues
/// @param idType as the canonical record names it: `RESIDENT`, `PASSPORT`, `HKMO`
/// @param confirmedOn the day of 转正; absent in the first year
/// @param transferredOn the day of 调入, of those who came during the cycle
/// @param homeSchool of the seconded: where their credits go
/// @param leftOn the last day of those who have left
/// @param late whether only the second roster has them
/// @param firstYear the school year in which they began to teach
public record SimulatedTeacher(
        int index,
        String number,
        String idType,
        String idNumber,
        String name,
        LocalDate birthDate,
        SimulatedSchool school,
        EmploymentStatus status,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate transferredOn,
        @Nullable SimulatedSchool homeSchool,
        @Nullable LocalDate leftOn,
        boolean late,
        int firstYear) {

    /// The county that answers for the teacher: the home school's.
    public Division county() {
        return homeSchool == null ? school.division() : homeSchool.division();
    }

    /// As a record may have it: under another number, another name, at another school.
    public SimulatedTeacher told(String otherNumber, String otherName, SimulatedSchool other) {
        return new SimulatedTeacher(
                0,
                otherNumber,
                idType,
                idNumber,
                otherName,
                birthDate,
                other,
                status,
                confirmedOn,
                transferredOn,
                homeSchool,
                leftOn,
                late,
                firstYear);
    }

    /// As the roster writes it.
    public enum EmploymentStatus {
        ACTIVE,
        NEW,
        LEFT,
        SECONDED
    }

    /// No name, no number.
    @Override
    public String toString() {
        return "Teacher[" + index + "]";
    }
}
