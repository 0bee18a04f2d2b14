package io.credithub.api.subscription;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
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
    /// @param state null: any
    Uni<Page<DispatchView>> page(
            @Nullable Integer of,
            @Nullable DispatchState state,
            @Nullable String cursor,
            int limit) {
        int most = Page.limit(limit);
        int before = Math.clamp(Cursor.number(cursor, Integer.MAX_VALUE), 0, Integer.MAX_VALUE);
        DispatchQuery question =
                new DispatchQuery(callers.caller().key(), callers.view(), of, state);
        return dispatches
                .seen(question, before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.dispatch().id())))
                .map(page -> page.map(DispatchView::of));
    }
}
