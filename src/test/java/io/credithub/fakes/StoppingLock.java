package io.credithub.fakes;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A lock whose process ends after so many transactions: before the next one, or when all of that
/// one was done and nothing of it was committed.
public final class StoppingLock implements LedgerLock {
    private final LedgerLock lock;
    private final boolean isWithin;
    private final AtomicInteger left;

    /// @param transactions that are committed before the end
    /// @param isWithin whether the next one is begun
    public StoppingLock(LedgerLock lock, int transactions, boolean isWithin) {
        this.lock = lock;
        this.left = new AtomicInteger(transactions);
        this.isWithin = isWithin;
    }

    /// No outage, which would be tried again.
    public static final class Stopped extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    boolean isLast = left.getAndDecrement() <= 0;
                    if (isLast && !isWithin) return Uni.createFrom().failure(Stopped::new);
                    return lock.withLock(
                            records,
                            ledger ->
                                    work.apply(ledger)
                                            .call(() ->
                                                    isLast
                                                            ? Uni.createFrom().failure(Stopped::new)
                                                            : Uni.createFrom().voidItem()));
                });
    }

    @Override
    public <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news,
            CopyMatcher matcher,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return lock.tryOptimistic(news, matcher, work);
    }

    @Override
    public <T> Uni<T> dryRun(int records, Function<LedgerTransaction, Uni<T>> work) {
        return lock.dryRun(records, work);
    }

    @Override
    public <T> Uni<T> snapshot(Function<LedgerTransaction, Uni<T>> work) {
        return lock.snapshot(work);
    }
}
