package io.credithub.domain.teacher;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of who a person is, by the roster, a row of a file, or a record. `toString` is
/// masked.
///
/// @param numbers keyed hashes of national teacher numbers: the one in use, and those that were
/// @param documents keyed hashes of ID documents
/// @param names in their normal form: the one in use, and those that were
/// @param born absent: not said
public record Identity(
        Set<UUID> numbers, Set<UUID> documents, Set<String> names, @Nullable LocalDate born) {
    public Identity {
        numbers = Set.copyOf(numbers);
        documents = Set.copyOf(documents);
        names = Set.copyOf(names);
    }

    /// What one row or record says: one of each at most.
    public static Identity said(
            @Nullable UUID number,
            @Nullable UUID document,
            @Nullable String name,
            @Nullable LocalDate born) {
        return new Identity(one(number), one(document), one(name), born);
    }

    private static <T> Set<T> one(@Nullable T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    @Override
    public String toString() {
        return "Identity[masked]";
    }
}
