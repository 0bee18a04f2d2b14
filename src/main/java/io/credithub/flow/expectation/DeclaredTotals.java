package io.credithub.flow.expectation;

import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What feeds declare of their months, and what the registry has of them. Implemented by
/// `hub.store`.
public interface DeclaredTotals {
    /// Keeps a declaration; the latest of a feed and month counts, the earlier ones stay. The same
    /// figures again are the same declaration.
    ///
    /// @param by the id of the key
    /// @param at when: what comes of the month later is late
    Uni<DeclarationKept> declare(DeclaredTotal total, String by, Instant at);

    /// Months in which the feed declared something or something of it arrived, by feed and month.
    ///
    /// @param feed absent: all
    Uni<List<MonthTotals>> months(@Nullable String feed, YearMonth first, YearMonth last);

    /// All declarations of a feed's month, the first one first.
    Uni<List<Declaration>> history(String feed, YearMonth month);

    /// @param isNew false: the same figures were declared before
    record DeclarationKept(Declaration declaration, boolean isNew) {}
}
