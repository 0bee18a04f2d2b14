package io.credithub.flow.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a registrar may do about who a teacher is.
public sealed interface PersonAct {
    /// Of the teacher whom it is about.
    String teacherNo();

    /// The teacher has another number. The former one goes on finding them.
    record Renumber(String teacherNo, String newNumber) implements PersonAct {}

    /// Two teachers are one person: the other's records and numbers become this one's.
    record Merge(String teacherNo, String other) implements PersonAct {}

    /// Under one number are two persons: some records go to one who is new.
    ///
    /// @param newNumber of the new person: a free one, or a former one of the teacher's
    record PartRecords(
            String teacherNo,
            String newNumber,
            String name,
            @Nullable LocalDate birthDate,
            List<RecordName> records)
            implements PersonAct {
        public PartRecords {
            records = List.copyOf(records);
        }
    }

    /// A record by its feed and the id that the feed gave it.
    record RecordName(String feed, String recordId) {}
}
