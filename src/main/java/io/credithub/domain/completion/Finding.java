package io.credithub.domain.completion;

import io.credithub.domain.StorableText;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong or remarkable about a record. It is data, never an exception.
///
/// @param field a JSON pointer into the canonical record (`/hours`), or the source's column; one
///   that a sender made up may hold an ID number, which is masked
/// @param value the offending value, already masked if personal, cut to 120 characters; what cannot
///   be kept as text is written out
public record Finding(FindingCode code, String field, @Nullable String value) {
    private static final int VALUE_LENGTH_MAX = 120;

    public Finding {
        field = ResidentId.masked(StorableText.of(field));
        if (value != null) value = StorableText.of(cut(ResidentId.masked(value)));
    }

    /// Never through the middle of a character.
    private static String cut(String value) {
        if (value.length() <= VALUE_LENGTH_MAX) return value;
        boolean isPair = Character.isHighSurrogate(value.charAt(VALUE_LENGTH_MAX - 1));
        return value.substring(0, isPair ? VALUE_LENGTH_MAX - 1 : VALUE_LENGTH_MAX);
    }
}
