package io.credithub.store.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.function.Function;

/// The registry as it was at one moment, for what reads much of it: while postings go on, the
/// figures still belong together.
public interface Snapshots {
    /// Reads in one snapshot, which lasts as long as the answer takes. When it is cancelled, so is
    /// the statement that runs.
    <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading);

    /// The same as known at a moment: whatever has come or changed since is not there, or is as it
    /// was. Only tables with a history are told so, those that have a view in `as_known`.
    ///
    /// @param moment one that [KnownMoments] has given, or called settled
    <T> Uni<T> read(Instant moment, Function<SqlConnection, Uni<T>> reading);
}
