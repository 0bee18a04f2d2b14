package io.credithub.flow;

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
/// @param homeSchool of a seconded teacher (借调): where the credits are registered
/// @param confirmedOn date of confirmation (转正)
/// @param transferredOn date of transfer into the province (调入)
public record RosterRow(
        @Nullable String teacherNo,
        @Nullable IdDocument document,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String schoolCode,
        @Nullable String schoolName,
        @Nullable String division,
        @Nullable Status status,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate transferredOn,
        @Nullable String homeSchool,
        @Nullable LocalDate divisionSince) {
    public enum Status {
        ACTIVE,
        NEW,
        SECONDED,
        LEFT
    }

    @Override
    public String toString() {
        return "RosterRow[masked]";
    }
}
