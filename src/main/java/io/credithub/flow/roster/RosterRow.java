package io.credithub.flow.roster;

import io.credithub.domain.completion.IdDocument;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A teacher as the roster names them. `toString` is masked. What the file has no column for is
/// absent, see [RosterBatch]; number, document and birth date are also absent where they are not
/// said.
///
/// @param division code of the county, six digits
/// @param divisionSince since when the teacher has been in that county; absent: a teacher who is in
///   another one by now has been since today
/// @param homeSchool of a seconded, exchanged or attached teacher (借调、交流、挂职): where the credits are
///   registered
/// @param confirmedOn date of confirmation (转正)
/// @param transferredOn date of transfer into the province (调入)
/// @param homeDivision code of the home school's county; absent where the file does not say
/// @param leftOn the last day of a teacher who has left; absent: the day on which a roster first
///   said so
public record RosterRow(
        @Nullable String teacherNo,
        @Nullable IdDocument document,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String schoolCode,
        @Nullable String schoolName,
        @Nullable String division,
        @Nullable TeacherStatus status,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate transferredOn,
        @Nullable String homeSchool,
        @Nullable LocalDate divisionSince,
        @Nullable String homeDivision,
        @Nullable LocalDate leftOn) {
    public enum TeacherStatus {
        ACTIVE,
        NEW,
        SECONDED,
        LEFT
    }

    /// Whether the teacher works at another school than the one that they belong to.
    public boolean isAway() {
        return status == TeacherStatus.SECONDED || homeSchool != null;
    }

    /// The same row with where the home school is, and the last day.
    public RosterRow with(@Nullable String home, @Nullable LocalDate left) {
        return new RosterRow(
                teacherNo,
                document,
                name,
                birthDate,
                schoolCode,
                schoolName,
                division,
                status,
                confirmedOn,
                transferredOn,
                homeSchool,
                divisionSince,
                home,
                left);
    }

    @Override
    public String toString() {
        return "RosterRow[masked]";
    }
}
