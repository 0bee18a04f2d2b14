package io.credithub.api.parameter;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One of a closed list, by its name.
public final class AskedChoice {
    private AskedChoice() {}

    /// @return null: nothing was said
    /// @throws ProblemException naming the choice, if there is none of that name
    public static <E extends Enum<E>> @Nullable E one(
            String parameter, @Nullable String name, E[] values) {
        return named(parameter, name, name, values);
    }

    /// The same, however it is written.
    public static <E extends Enum<E>> @Nullable E inAnyCase(
            String parameter, @Nullable String name, E[] values) {
        return named(parameter, name, name == null ? null : name.toUpperCase(Locale.ROOT), values);
    }

    private static <E extends Enum<E>> @Nullable E named(
            String parameter, @Nullable String given, @Nullable String name, E[] values) {
        if (name == null) return null;
        for (E value : values) if (value.name().equals(name)) return value;
        throw ProblemException.badParameter(parameter, given, ExpectedValue.oneOf(values));
    }
}
