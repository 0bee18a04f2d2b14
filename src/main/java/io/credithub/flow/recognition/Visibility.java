package io.credithub.flow.recognition;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import org.jspecify.annotations.Nullable;

/// The claims that somebody may see. The others are as if they did not exist.
///
/// @param within where the school is
/// @param schoolCode only of this school; null: of all there
public record Visibility(Jurisdiction within, @Nullable String schoolCode) {
    /// @throws IllegalArgumentException for a feed, which sees none
    public static Visibility of(Permission grant) {
        return switch (grant) {
            case Permission.Operator _ -> new Visibility(Jurisdiction.NATION, null);
            case Permission.Reader reader -> new Visibility(reader.jurisdiction(), null);
            case Permission.Registrar registrar -> new Visibility(registrar.jurisdiction(), null);
            case Permission.SchoolPermission school ->
                    new Visibility(school.county(), school.schoolCode());
            case Permission.FeedPermission _ ->
                    throw new IllegalArgumentException("a feed sees no claims");
        };
    }
}
