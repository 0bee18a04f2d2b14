package io.credithub.api.subscription;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.Dispatches.DispatchQuery;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Deliveries that the caller may know of, in pages, the newest first.
@Singleton
final class DispatchPages {
    private final Dispatches dispatches;
    private final Callers callers;

    DispatchPages(Dispatches dispatches, Callers callers) {
        this.dispatches = dispatches;
        this.callers = callers;
    }

    /// @param of a subscription; null: any
    /// @param state by its name; null: any
    /// @throws ProblemException if there is no such state
    Uni<Page<DispatchView>> page(
            @Nullable Integer of, @Nullable String state, @Nullable String cursor, int limit) {
        int most = Page.limit(limit);
        int before = Math.clamp(Cursor.number(cursor, Integer.MAX_VALUE), 0, Integer.MAX_VALUE);
        DispatchQuery question =
                new DispatchQuery(callers.caller().key(), callers.view(), of, state(state));
        return dispatches
                .seen(question, before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.dispatch().id())))
                .map(page -> page.map(DispatchView::of));
    }

    private static @Nullable DispatchState state(@Nullable String asked) {
        if (asked == null) return null;
        for (DispatchState one : DispatchState.values()) {
            if (one.name().equals(asked)) return one;
        }
        throw ProblemException.badParameter(
                "state", asked, ExpectedValue.oneOf(DispatchState.values()));
    }
}
