package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a feed may report, and which credits it may decide. What it may not is held.
///
/// @param categories of self-directed results; absent: any
/// @param organisers in their normal form; absent: any
/// @param decides categories whose credits it may decide; empty: none; absent: any
/// @param isRegisteredOnly what the register of programmes does not know is held
public record Authority(
        Set<Level> levels,
        Set<Form> forms,
        @Nullable Set<String> categories,
        Set<TrainingRole> roles,
        @Nullable Set<String> organisers,
        @Nullable Set<String> decides,
        boolean isRegisteredOnly) {
    /// May report anything and decide everything.
    public static final Authority ANY =
            new Authority(
                    Set.of(Level.values()),
                    Set.of(Form.values()),
                    null,
                    Set.of(TrainingRole.values()),
                    null,
                    null,
                    false);

    /// Of a feed whose file says nothing of it, or cannot be read: it may report anything and
    /// decides nothing.
    public static final Authority UNSTATED = ANY.deciding(Set.of());

    public Authority {
        levels = Set.copyOf(levels);
        forms = Set.copyOf(forms);
        roles = Set.copyOf(roles);
    }

    /// The same, but for what it decides.
    public Authority deciding(@Nullable Set<String> categories) {
        return new Authority(
                levels, forms, this.categories, roles, organisers, categories, isRegisteredOnly);
    }
}
