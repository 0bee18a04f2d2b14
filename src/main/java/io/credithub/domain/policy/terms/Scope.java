package io.credithub.domain.policy.terms;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The trainings that a requirement line counts.
///
/// @param levels empty: every level
/// @param forms empty: every form, or only self-directed results if categories are named; else only
///   the parts of these forms count of a blended training
/// @param categories of self-directed results; empty: every category. Other forms have none
/// @param themes all of which a training must carry; empty: whatever its themes
public record Scope(
        Set<Level> levels, Set<Form> forms, Set<String> categories, Set<String> themes) {
    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        levels = Set.copyOf(levels);
        forms =
                forms.isEmpty() && !categories.isEmpty()
                        ? Set.of(Form.SELF_DIRECTED)
                        : Set.copyOf(forms);
        categories = Set.copyOf(categories);
        themes = Set.copyOf(themes);
    }

    /// Whether whatever this scope counts is counted by the other, too.
    public boolean isInside(Scope other) {
        boolean results = forms.isEmpty() || forms.contains(Form.SELF_DIRECTED);
        boolean categoriesInside =
                !results
                        || other.categories.isEmpty()
                        || (!categories.isEmpty() && other.categories.containsAll(categories));
        return (other.levels.isEmpty() || other.levels.containsAll(allLevels()))
                && (other.forms.isEmpty() || other.forms.containsAll(allForms()))
                && categoriesInside
                && themes.containsAll(other.themes);
    }

    /// Whether some training may be counted by both. Two themes overlap: a training may carry both.
    public boolean overlaps(Scope other) {
        return narrowedTo(other) != null;
    }

    /// What both count; null if there is no such training.
    public @Nullable Scope narrowedTo(Scope other) {
        Set<Level> bothLevels = common(levels, other.levels);
        Set<Form> bothForms = new HashSet<>(allForms());
        bothForms.retainAll(other.allForms());
        Set<String> bothCategories = common(categories, other.categories);
        boolean categoryless = !categories.isEmpty() && !other.categories.isEmpty();
        if (categoryless && bothCategories.isEmpty()) bothForms.remove(Form.SELF_DIRECTED);
        boolean levelless = !levels.isEmpty() && !other.levels.isEmpty() && bothLevels.isEmpty();
        if (levelless || bothForms.isEmpty()) return null;
        Set<String> bothThemes = new HashSet<>(themes);
        bothThemes.addAll(other.themes);
        boolean results = bothForms.contains(Form.SELF_DIRECTED);
        boolean everyForm = bothForms.size() == Form.values().length && bothCategories.isEmpty();
        return new Scope(
                bothLevels,
                everyForm ? Set.of() : bothForms,
                results ? bothCategories : Set.of(),
                bothThemes);
    }

    private Set<Level> allLevels() {
        return levels.isEmpty() ? EnumSet.allOf(Level.class) : levels;
    }

    private Set<Form> allForms() {
        return forms.isEmpty() ? EnumSet.allOf(Form.class) : forms;
    }

    private static <T> Set<T> common(Set<T> some, Set<T> others) {
        if (some.isEmpty()) return others;
        if (others.isEmpty()) return some;
        Set<T> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
