package io.credithub.api.parameter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page starts. Opaque to callers: they hand back what they were given.
public final class Cursor {
    private static final String SEPARATOR = "/";

    private Cursor() {}

    public static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) text.append(SEPARATOR).append(part);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.substring(1).getBytes(US_ASCII));
    }

    /// @throws ProblemException if it is not one of ours
    public static long number(@Nullable String cursor, long first) {
        if (cursor == null || cursor.isEmpty()) return first;
        try {
            return Long.parseLong(parts(cursor, 1)[0]);
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    public static String[] parts(String cursor, int count) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != count) throw new IllegalArgumentException("not a cursor");
        return parts;
    }

    /// Only the very writing that [UUID#toString] gives.
    public static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) throw new IllegalArgumentException("not a cursor");
        return uuid;
    }
}
