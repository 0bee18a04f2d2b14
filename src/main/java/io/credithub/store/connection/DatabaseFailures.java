package io.credithub.store.connection;

import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the database client throws, in words of the floor below.
final class DatabaseFailures {
    private DatabaseFailures() {}

    static <T> Future<T> translated(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(translate(failure)));
    }

    static Throwable translate(Throwable failure) {
        return switch (failure) {
            case PgException refused ->
                    new StoreFailure(refused.getSqlState(), where(refused), refused);
            case TransactionRollbackException echo -> echo;
            // a closed connection, or a pool that has none to give in time
            case VertxException lost -> new Unavailable("the database", lost);
            case NoStackTraceThrowable lost -> new Unavailable("the database", lost);
            default -> failure;
        };
    }

    private static String where(PgException refused) {
        return Stream.of(refused.getTable(), refused.getColumn(), refused.getConstraint())
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
