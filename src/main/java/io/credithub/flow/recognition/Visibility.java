package io.credithub.flow.recognition;

import io.credithub.flow.access.Grant;
import io.credithub.flow.access.Jurisdiction;
import org.jspecify.annotations.Nullable;

/// The claims that somebody may see. The others are as if they did not exist.
///
/// @param within where the school is
/// @param schoolCode only of this school; null: of all there
public record Visibility(Jurisdiction within, @Nullable String schoolCode) {
    /// @throws IllegalArgumentException for a feed, which sees none
    public static Visibility of(Grant grant) {
        return switch (grant) {
            case Grant.Operator _ -> new Visibility(Jurisdiction.NATION, null);
            case Grant.Reader reader -> new Visibility(reader.jurisdiction(), null);
            case Grant.Registrar registrar -> new Visibility(registrar.jurisdiction(), null);
            case Grant.School school -> new Visibility(school.county(), school.schoolCode());
            case Grant.Feed _ -> throw new IllegalArgumentException("a feed sees no claims");
        };
    }
}
