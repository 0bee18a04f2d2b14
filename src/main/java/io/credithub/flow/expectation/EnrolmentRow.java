package io.credithub.flow.expectation;

import io.credithub.domain.completion.IdDocument;
import org.jspecify.annotations.Nullable;

/// Somebody who is enrolled, as a list names them: by number or document. `toString` is masked.
///
/// @param hourHundredths 学时 expected, in hundredths; absent where the list does not say
public record EnrolmentRow(
        @Nullable String teacherNo,
        @Nullable IdDocument document,
        String name,
        @Nullable Integer hourHundredths) {
    @Override
    public String toString() {
        return "EnrolmentRow[masked]";
    }
}
