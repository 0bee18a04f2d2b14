package io.credithub.store.ledger;

import io.credithub.store.connection.Turns;
import io.credithub.store.connection.Turns.HeldTurn;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who in this process may write contents next: the smallest work first, and in order of arrival
/// among equals. PostgreSQL itself hands a lock on by arrival only, so that a push of a few records
/// would wait for every part of a large file that came before it. Who has been passed by often
/// enough goes next, however large.
///
/// One at a time has the turn. Whoever has it passes it on as soon as its contents are written and
/// it holds the ledger lock: the ledger and the sums follow while the next one writes its contents.
/// So two works are under way and never wait for each other's rows in both directions: the first
/// has written all that the second could wait for.
final class LedgerLockQueue {
    static final int PASSED_BY_MAX = 8;

    /// Works of so few records are equals, since the transaction is what takes time: many of one
    /// record must not pass by the one of ten.
    static final int FEW = 100;

    private final Turns<QueuedWork> turns;

    LedgerLockQueue(Executor workers) {
        this.turns = new Turns<>(LedgerLockQueue::choose, Turns.Clock.of(workers));
    }

    private static final class QueuedWork {
        private final int size;
        private int passedBy;

        QueuedWork(int records) {
            this.size = Math.max(records, FEW);
        }
    }

    /// @param records how many there are to do
    /// @param work see [Turns#inTurn]
    <T> Uni<T> inTurn(int records, Function<Runnable, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> turns.inTurn(new QueuedWork(records), work));
    }

    private static @Nullable HeldTurn<QueuedWork> choose(
            List<HeldTurn<QueuedWork>> waiting, List<HeldTurn<QueuedWork>> underWay) {
        if (!underWay.isEmpty()) return null;
        HeldTurn<QueuedWork> chosen = waiting.getFirst();
        if (chosen.work().passedBy < PASSED_BY_MAX) {
            for (HeldTurn<QueuedWork> turn : waiting) {
                if (turn.work().size < chosen.work().size) chosen = turn;
            }
        }
        for (HeldTurn<QueuedWork> turn : waiting) {
            if (turn != chosen) turn.work().passedBy++;
        }
        return chosen;
    }
}
