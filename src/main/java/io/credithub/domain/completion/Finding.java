package io.credithub.domain.completion;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong or remarkable about a record. It is data, never an exception.
///
/// @param field a JSON pointer into the canonical record (`/hours`), or the source's column
/// @param value the offending value, already masked if personal, cut to 120 characters
public record Finding(FindingCode code, String field, @Nullable String value) {
    private static final int VALUE_LENGTH_MAX = 120;

    public Finding {
        if (value != null && value.length() > VALUE_LENGTH_MAX) {
            value = value.substring(0, VALUE_LENGTH_MAX);
        }
    }
}
