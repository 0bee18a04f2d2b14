package io.credithub.domain.completion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a source names a teacher: by national teacher number, by ID document, or both. `toString`
/// shows neither name nor number.
///
/// @param teacherNo national teacher number
/// @param idDocument as the source gave it, already checked for its type
public record TeacherRef(
        @Nullable String teacherNo,
        @Nullable IdDocument idDocument,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String schoolCode) {

    public TeacherRef {
        if (teacherNo == null && idDocument == null) {
            throw new IllegalArgumentException("a teacher is named by a number or by a document");
        }
    }

    @Override
    public String toString() {
        return "TeacherRef[masked]";
    }
}
