package io.credithub.api.body;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a body is packed.
enum BodyEncoding {
    IDENTITY,
    GZIP;

    /// @param header `Content-Encoding`, null if there is none
    /// @throws ProblemException if the hub does not unpack it
    static BodyEncoding of(@Nullable String header) {
        String token = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (token) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default -> throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        };
    }
}
