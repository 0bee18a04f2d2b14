package io.credithub.fakes;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.fakes.InMemoryTransaction.Kind;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherIndex;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The registry in memory, and the lock of its ledger. A transaction works on a copy, which takes
/// the place of the registry when all went well.
///
/// Unlike the real one, it keeps no order by size: whoever asks first goes first.
public final class InMemoryLedger implements LedgerLock, TeacherIndex {
    private final LedgerTurns turns = new LedgerTurns();
    private final IdProtection ids;
    private final InstantSource clock;
    private volatile RegistryState committed = new RegistryState();

    public InMemoryLedger(IdProtection ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// What is written by now.
    RegistryState committed() {
        return committed;
    }

    IdProtection ids() {
        return ids;
    }

    InstantSource clock() {
        return clock;
    }

    /// A change that is none of the ledger's.
    <T> Uni<T> change(Function<RegistryState, T> work) {
        return turns.inTurn(() -> {
            RegistryState state = committed.copy();
            T done = work.apply(state);
            committed = state;
            return Uni.createFrom().item(done);
        });
    }

    @Override
    public <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work) {
        return turns.inTurn(() -> keep(committed.copy(), work));
    }

    /// @param state what the work begins with
    private <T> Uni<T> keep(RegistryState state, Function<LedgerTransaction, Uni<T>> work) {
        InMemoryTransaction ledger = new InMemoryTransaction(state, this, Kind.WRITING);
        return run(ledger, work).invoke(() -> committed = state);
    }

    private static <T> Uni<T> run(
            InMemoryTransaction ledger, Function<LedgerTransaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(ledger))
                .onTermination()
                .invoke(ledger::end);
    }

    /// What is written of a transaction that came to nothing: nothing.
    private static final class NoNews extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoNews() {
            super(null, null, false, false);
        }
    }

    @Override
    public <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news,
            CopyMatcher matcher,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return turns.inTurn(
                        () -> {
                            RegistryState state = committed.copy();
                            if (!isNews(state, news, matcher)) throw new NoNews();
                            return keep(
                                    state,
                                    ledger ->
                                            work.apply(ledger)
                                                    .onItem()
                                                    .ifNull()
                                                    .failWith(NoNews::new));
                        })
                .onFailure(NoNews.class)
                .recoverWithNull();
    }

    private static boolean isNews(
            RegistryState state, List<RecordVersion> news, CopyMatcher matcher) {
        try {
            List<StoredContent> placed = new ArrayList<>();
            for (StoredContent content : state.contents.values()) {
                if (content.family() != null) placed.add(content);
            }
            for (RecordVersion version : news) {
                state.add(StoredContent.of(version));
                if (placed.stream().anyMatch(known -> known.mayBe(version, matcher))) return false;
            }
            return true;
        } catch (IllegalStateException known) {
            return false;
        }
    }

    @Override
    public <T> Uni<T> dryRun(int records, Function<LedgerTransaction, Uni<T>> work) {
        return turns.inTurn(
                () -> run(new InMemoryTransaction(committed.copy(), this, Kind.DRY_RUN), work));
    }

    @Override
    public <T> Uni<T> snapshot(Function<LedgerTransaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> run(new InMemoryTransaction(committed, this, Kind.SNAPSHOT), work));
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return Uni.createFrom().item(() -> new TeacherSearch(committed, ids).identify(keys));
    }

    @Override
    public Uni<Residences> places(Collection<Integer> teachers) {
        return Uni.createFrom().item(() -> new TeacherSearch(committed, ids).places(teachers));
    }
}
