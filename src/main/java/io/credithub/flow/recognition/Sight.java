package io.credithub.flow.recognition;

import io.credithub.flow.access.Grant;
import io.credithub.flow.access.Jurisdiction;
import org.jspecify.annotations.Nullable;

/// The claims that somebody may see. The others are as if they did not exist.
///
/// @param within where the school is
/// @param schoolCode only of this school; null: of all there
public record Sight(Jurisdiction within, @Nullable String schoolCode) {
    /// @throws IllegalArgumentException for a feed, which sees none
    public static Sight of(Grant grant) {
        return switch (grant) {
            case Grant.Operator _ -> new Sight(Jurisdiction.NATION, null);
            case Grant.Reader reader -> new Sight(reader.jurisdiction(), null);
            case Grant.Registrar registrar -> new Sight(registrar.jurisdiction(), null);
            case Grant.School school -> new Sight(school.county(), school.schoolCode());
            case Grant.Feed _ -> throw new IllegalArgumentException("a feed sees no claims");
        };
    }
}
