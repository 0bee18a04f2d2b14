package io.credithub.flow.reconciliation;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at all that a teacher has, soon after something of it changed: what cannot be true
/// together, or at one instant with many others, is held, and what was held for that and need not
/// be any more counts again. Only who comes out otherwise than the registry has it costs the ledger
/// lock. Doing it twice changes nothing the second time.
@Singleton
public final class MatchTeachers {
    private static final int TEACHERS_MAX = 250;

    private final TouchedTeachers touched;
    private final TouchedInstants instants;
    private final LedgerLock lock;
    private final PostingService postings;

    public MatchTeachers(
            TouchedTeachers touched,
            TouchedInstants instants,
            LedgerLock lock,
            PostingService postings) {
        this.touched = touched;
        this.instants = instants;
        this.lock = lock;
        this.postings = postings;
    }

    /// One stretch of them.
    ///
    /// @return whether there may be more
    public Uni<Boolean> next() {
        return touched.next(this::match)
                .chain(more -> instants.next(tooMany(), this::match).map(others -> more || others));
    }

    /// How many teachers cannot have finished online at the very same instant.
    private Uni<Integer> tooMany() {
        return lock.snapshot(postings::matching).map(CopyMatcher::sameInstant);
    }

    private Uni<Void> match(List<Integer> teachers) {
        List<List<Integer>> some = new ArrayList<>();
        for (int from = 0; from < teachers.size(); from += TEACHERS_MAX) {
            some.add(teachers.subList(from, Math.min(teachers.size(), from + TEACHERS_MAX)));
        }
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(this::matchSome)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> matchSome(List<Integer> teachers) {
        return lock.snapshot(ledger -> decide(ledger, Set.copyOf(teachers)))
                .map(MatchTeachers::whoChanges)
                .chain(others ->
                        others.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : lock.withLock(others.size(), ledger -> post(ledger, others))
                                        .replaceWithVoid());
    }

    private static Set<Integer> whoChanges(RecordMerge decided) {
        Set<Integer> teachers = new HashSet<>();
        for (RecordVersion version : decided.changes()) teachers.add(version.teacher());
        return teachers;
    }

    /// Looked at once more, since something may have changed since.
    private Uni<Posting> post(LedgerTransaction ledger, Set<Integer> teachers) {
        return decide(ledger, teachers)
                .chain(decided -> postings.post(ledger, decided, Posting::ofNoChunk));
    }

    private Uni<RecordMerge> decide(LedgerTransaction ledger, Set<Integer> teachers) {
        return Uni.combine()
                .all()
                .unis(postings.matching(ledger), ledger.contentsOf(teachers))
                .asTuple()
                .chain(known -> {
                    RecordMerge decision = new RecordMerge(known.getItem1(), known.getItem2());
                    decision.matchWhole(teachers);
                    return postings.settle(ledger, decision).replaceWith(decision);
                });
    }
}
