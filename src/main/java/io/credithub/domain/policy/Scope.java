package io.credithub.domain.policy;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The trainings that a requirement line counts.
///
/// @param levels empty: every level
/// @param forms empty: every form; else only the parts of these forms count of a blended training
/// @param theme null: whatever the theme
public record Scope(Set<Level> levels, Set<Form> forms, @Nullable String theme) {
    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), null);

    public Scope {
        levels = Set.copyOf(levels);
        forms = Set.copyOf(forms);
    }
}
