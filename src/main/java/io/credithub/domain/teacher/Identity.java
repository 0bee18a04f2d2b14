package io.credithub.domain.teacher;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of who a person is, by the roster, a row of a file, or a record. `toString` is
/// masked.
///
/// @param number a keyed hash of the national teacher number; absent: not said
/// @param document a keyed hash of the ID document; absent: not said
/// @param name in its normal form; absent: not said
/// @param born absent: not said
public record Identity(
        @Nullable UUID number,
        @Nullable UUID document,
        @Nullable String name,
        @Nullable LocalDate born) {
    @Override
    public String toString() {
        return "Identity[masked]";
    }
}
