package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.flow.delivery.Hours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two systems report the same training of a teacher, and not alike: in something that both state.
///
/// @param inForce the copy that counts
/// @param aside the other
/// @param fields that differ, at least one
public record CopiesDiffer(
        @Nullable String teacherNo,
        String division,
        String programme,
        Level level,
        LocalDate completedOn,
        DifferingCopy inForce,
        DifferingCopy aside,
        List<Field> fields) {
    public CopiesDiffer {
        fields = List.copyOf(fields);
    }

    /// @param field a JSON pointer into the canonical completion
    /// @param inForce what the copy that counts says
    public record Field(String field, String inForce, String aside) {}

    /// @param grade absent for a self-directed result
    /// @param sourceCredits the source's own figure
    public record DifferingCopy(
            String feed,
            String recordId,
            long delivery,
            long position,
            Hours hours,
            @Nullable Grade grade,
            Credits credits,
            @Nullable Credits sourceCredits) {}
}
