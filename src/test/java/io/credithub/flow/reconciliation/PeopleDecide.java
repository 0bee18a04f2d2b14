package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentBounds;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Ruling;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.adjustment.AdjustAwards;
import io.credithub.flow.adjustment.AdjustAwards.AdjustmentRequest;
import io.credithub.flow.adjustment.AdjustAwards.AskedAward;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.hold.HoldBook.NewDecision;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What registrars decide about a pair of records, about the one content of a record, whether it is
/// held at that moment or not, or about what it earns.
record PeopleDecide(InMemoryFlow flow) {
    /// @param other absent if it is about one record
    record Decided(UUID record, @Nullable UUID other, HoldDecision decision) {
        Set<UUID> records() {
            return other == null ? Set.of(record) : Set.of(record, other);
        }
    }

    /// @return whether the records were there
    boolean decide(Decided decided) {
        return flow.underLock(ledger ->
                ledger.contents(decided.records())
                        .chain(found -> {
                            Set<UUID> keys = new HashSet<>();
                            for (RecordVersion one : found) keys.add(one.copy().key());
                            return keys.containsAll(decided.records())
                                    ? decide(ledger, decided, found).replaceWith(true)
                                    : Uni.createFrom().item(false);
                        }));
    }

    /// @return whether the record was in force
    boolean adjust(UUID record, Credits earns) {
        AdjustAwards adjust =
                new AdjustAwards(
                        flow.stores().adjustmentBook(),
                        flow.stores().lock(),
                        flow.postings(),
                        flow.stores().policies(),
                        new AdjustmentBounds(new Credits(Long.MAX_VALUE)));
        Signed by = new Signed("law", Role.OPERATOR, "a law");
        AdjustmentRequest request = new AdjustmentRequest(Jurisdiction.NATION, by);
        return InMemoryFlow.done(adjust.ofRecord(request, record, new AskedAward(earns, "a law")))
                instanceof Outcome.Done;
    }

    private Uni<Posting> decide(
            LedgerTransaction ledger, Decided decided, List<RecordVersion> found) {
        Set<Integer> teachers = new HashSet<>();
        for (RecordVersion version : found) teachers.add(version.teacher());
        teachers.remove(RecordVersion.NOBODY);
        NewDecision made =
                new NewDecision(
                        decided.record(),
                        1,
                        HoldReason.SUSPECTED_COPY,
                        decided.other(),
                        null,
                        decided.decision(),
                        "a law",
                        "law");
        return flow.stores()
                .holdBook()
                .keep(ledger, List.of(made))
                .chain(() -> ledger.contentsOf(teachers))
                .chain(theirs -> {
                    theirs.removeIf(one -> decided.records().contains(one.copy().key()));
                    theirs.addAll(found);
                    return settle(ledger, decided, theirs, teachers);
                });
    }

    private Uni<Posting> settle(
            LedgerTransaction ledger,
            Decided decided,
            List<RecordVersion> known,
            Set<Integer> teachers) {
        return flow.postings()
                .matching(ledger)
                .map(matcher -> {
                    RecordMerge merge = new RecordMerge(matcher, known);
                    merge.matchWhole(teachers);
                    for (RecordVersion one : known) {
                        if (one.copy().key().equals(decided.record()) && decided.other() == null)
                            merge.rule(one, ruling(decided.decision()));
                    }
                    return merge;
                })
                .chain(merge ->
                        flow.postings()
                                .resolveAndPost(ledger, merge, Set.of(), Posting::ofNoChunk));
    }

    private static Ruling ruling(HoldDecision decision) {
        return decision == HoldDecision.RELEASE ? Ruling.RELEASED : Ruling.REFUSED;
    }
}
