package io.credithub.store;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lock of a process that dies once it has written so many times: nothing is tried again.
final class DyingLock implements LedgerLock {
    private final LedgerLock lock;
    private final AtomicInteger left;

    DyingLock(LedgerLock lock, int times) {
        this.lock = lock;
        this.left = new AtomicInteger(times);
    }

    @Override
    public <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work) {
        if (left.getAndDecrement() > 0) return lock.withLock(records, work);
        return Uni.createFrom().failure(new IllegalStateException("the power is off"));
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
