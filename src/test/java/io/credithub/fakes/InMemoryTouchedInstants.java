package io.credithub.fakes;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.InstantKey;
import io.credithub.flow.reconciliation.TouchedInstants;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Whoever is not where they belong, however long since.
public final class InMemoryTouchedInstants implements TouchedInstants {
    private final InMemoryLedger ledger;

    InMemoryTouchedInstants(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /// How many teachers say an instant.
    static long teachers(RegistryState state, InstantKey instant) {
        return state.contents.values().stream()
                .filter(content -> content.state().isMatched())
                .filter(content -> instant.equals(InstantKey.of(content.fresh())))
                .map(StoredContent::teacher)
                .distinct()
                .count();
    }

    @Override
    public Uni<Boolean> next(Uni<Integer> least, Function<List<Integer>, Uni<Void>> work) {
        return least.map(this::misplaced)
                .chain(teachers ->
                        teachers.isEmpty()
                                ? Uni.createFrom().item(false)
                                : work.apply(new ArrayList<>(teachers)).replaceWith(true));
    }

    private Set<Integer> misplaced(int least) {
        RegistryState state = ledger.committed();
        Set<Integer> teachers = new TreeSet<>();
        for (StoredContent content : state.contents.values()) {
            RecordVersion version = content.fresh();
            InstantKey instant = InstantKey.of(version);
            if (instant == null || !content.state().isMatched()) continue;
            HoldReason hold = content.matched().hold();
            boolean isMisplaced =
                    teachers(state, instant) >= least
                            ? content.ruling() != Ruling.RELEASED
                                    && (hold == null
                                            || content.matched().peer() != null
                                            || content.state() == VersionState.ASIDE)
                            : hold == HoldReason.SAME_INSTANT;
            if (isMisplaced) teachers.add(content.teacher());
        }
        return teachers;
    }
}
