package io.credithub.domain.ledger;

import io.credithub.domain.Sha256;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What a content says of its teacher beside who it is, in digests: enough to compare it with any
/// roster, whenever that comes.
///
/// @param school digest of the school's code; absent: not said
/// @param name digest of the name in its normal form; absent: not said, or not known any more
public record TeacherSaid(@Nullable Long school, @Nullable Integer name) {
    public static final TeacherSaid NOTHING = new TeacherSaid(null, null);

    /// @param school its code as written
    /// @param name in its normal form
    public static TeacherSaid of(@Nullable String school, @Nullable String name) {
        if (school == null && name == null) return NOTHING;
        return new TeacherSaid(
                school == null ? null : sha256(school).getLong(), name == null ? null : name(name));
    }

    /// @param name in its normal form
    public static int name(String name) {
        return sha256(name).getInt();
    }

    /// As the registry's function `digest64` has it.
    private static ByteBuffer sha256(String text) {
        return ByteBuffer.wrap(Sha256.of(text));
    }
}
