package io.credithub.api.parameter;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next the cursor of the page after it; absent on the last
public record Page<T>(List<T> items, @Nullable String next) {
    static final int LIMIT_MAX = 500;
    public static final String LIMIT = "100";

    /// @param found up to one more than the limit, which tells whether there is a next page
    /// @param cursor of the page that follows an item
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) return new Page<>(found, null);
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /// @throws ProblemException if it is not from 1 to [#LIMIT_MAX]
    public static int limit(int asked) {
        if (asked < 1 || asked > LIMIT_MAX) {
            throw ProblemException.badParameter(
                    "limit", asked, ExpectedValue.between(1, LIMIT_MAX));
        }
        return asked;
    }
}
