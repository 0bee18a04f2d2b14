package io.credithub.api.problem;

import io.credithub.domain.Text;
import org.jspecify.annotations.Nullable;

/// What exactly is wrong, beside the code of a [Problem].
///
/// @param parameter the name of a parameter, header or field
/// @param field a JSON pointer into the body
/// @param value what stood there, see [Shown]
/// @param remedy what would be right, where the code's own remedy says too little
public record Particulars(
        @Nullable String parameter,
        @Nullable String field,
        @Nullable String value,
        @Nullable Text remedy) {
    static final Particulars NONE = new Particulars(null, null, null, null);

    public static Particulars of(String parameter, @Nullable Object given, @Nullable Text remedy) {
        return new Particulars(parameter, null, Shown.piece(given), remedy);
    }

    static Particulars remedy(Text remedy) {
        return new Particulars(null, null, null, remedy);
    }
}
