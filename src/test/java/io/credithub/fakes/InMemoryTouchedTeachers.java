package io.credithub.fakes;

import io.credithub.flow.reconciliation.TouchedTeachers;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// All teachers of new lines, whatever they have.
public final class InMemoryTouchedTeachers implements TouchedTeachers {
    private final InMemoryLedger ledger;
    private int seen;
    private boolean isAtIt;

    InMemoryTouchedTeachers(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<Boolean> next(Function<List<Integer>, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    List<StoredLine> lines = ledger.committed().lines;
                    int last = lines.size();
                    if (last == seen || isAtIt) return Uni.createFrom().item(false);
                    Set<Integer> teachers = new TreeSet<>();
                    for (StoredLine line : lines.subList(seen, last)) {
                        if (line instanceof StoredLine.Awarded award) teachers.add(award.teacher());
                    }
                    isAtIt = true;
                    return work.apply(new ArrayList<>(teachers))
                            .invoke(() -> seen = last)
                            .onTermination()
                            .invoke(() -> isAtIt = false)
                            .replaceWith(true);
                });
    }
}
