package io.credithub.store.connection;

import io.credithub.domain.completion.ResidentId;
import org.jspecify.annotations.Nullable;

/// What people write of their own accord: reasons, notes, evidence. It is kept without the ID
/// numbers that they put in.
public final class FreeText {
    private FreeText() {}

    public static @Nullable String of(@Nullable String text) {
        return text == null ? null : ResidentId.masked(text);
    }
}
