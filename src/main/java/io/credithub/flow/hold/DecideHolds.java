package io.credithub.flow.hold;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldBook.NewDecision;
import io.credithub.flow.hold.HoldBook.OwnedRecord;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides about held records: what a registrar says is kept with the reason, everything of the
/// teacher is placed anew, and the credits follow, in one transaction. To undo a decision is to
/// decide anew.
@Singleton
public final class DecideHolds {
    /// In one request.
    public static final int AT_ONCE_MAX = 500;

    /// Under one ledger lock: all that their teachers have is read.
    private static final int UNDER_LOCK_MAX = 50;

    private final HoldBook book;
    private final LedgerLock lock;
    private final PostingService postings;

    public DecideHolds(HoldBook book, LedgerLock lock, PostingService postings) {
        this.book = book;
        this.lock = lock;
        this.postings = postings;
    }

    /// Who decides what.
    ///
    /// @param within the caller's jurisdiction
    /// @param by the id of the caller's key
    /// @param why the reason, for the history
    public record HoldRequest(Jurisdiction within, String by, HoldDecision decision, String why) {}

    /// Why a hold stays as it is.
    public enum HoldRefusal {
        /// It is not held, and nobody has decided about it as it is now.
        NOT_HELD,
        /// It is an answer to something else than what is asked.
        WRONG_DECISION,
        /// The whole programme was withdrawn: that is undone in the register, not record by record.
        WITHDRAWN_PROGRAMME
    }

    /// @param records keys, without repetition
    /// @return of each record where it is after the decision, or why nothing was decided; those
    ///   that nothing is wrong with are decided, whatever becomes of the others
    public Uni<Map<UUID, Outcome<VersionState, HoldRefusal>>> decide(
            HoldRequest request, Collection<UUID> records) {
        List<UUID> all = List.copyOf(records);
        List<List<UUID>> some = new ArrayList<>();
        for (int from = 0; from < all.size(); from += UNDER_LOCK_MAX) {
            some.add(all.subList(from, Math.min(all.size(), from + UNDER_LOCK_MAX)));
        }
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(batch ->
                        lock.withLock(batch.size(), ledger -> decide(ledger, request, batch)))
                .collect()
                .in(LinkedHashMap::new, Map::putAll);
    }

    private Uni<Map<UUID, Outcome<VersionState, HoldRefusal>>> decide(
            LedgerTransaction ledger, HoldRequest request, List<UUID> records) {
        return book.owned(ledger, records, request.within())
                .chain(owned -> {
                    Set<Integer> teachers = new HashSet<>();
                    for (OwnedRecord one : owned.values()) teachers.add(one.teacher());
                    return ledger.contentsOf(teachers)
                            .map(contents -> new DecidedHolds(request, owned, teachers, contents))
                            .chain(deciding -> apply(ledger, deciding, records));
                });
    }

    private Uni<Map<UUID, Outcome<VersionState, HoldRefusal>>> apply(
            LedgerTransaction ledger, DecidedHolds deciding, List<UUID> records) {
        Map<UUID, Outcome<VersionState, HoldRefusal>> refused = new HashMap<>();
        List<NewDecision> decisions = new ArrayList<>();
        for (UUID record : records) {
            switch (deciding.judge(record)) {
                case Outcome.Done<NewDecision, HoldRefusal>(NewDecision made) ->
                        decisions.add(made);
                case Outcome.NotFound<NewDecision, HoldRefusal> _ ->
                        refused.put(record, Outcome.notFound());
                case Outcome.Refused<NewDecision, HoldRefusal>(HoldRefusal why) ->
                        refused.put(record, Outcome.refused(why));
            }
        }
        if (decisions.isEmpty()) return Uni.createFrom().item(refused);
        return book.keep(ledger, decisions)
                .chain(() -> postings.matching(ledger))
                .map(matcher -> {
                    RecordMerge merge = new RecordMerge(matcher, deciding.contents());
                    merge.matchWhole(deciding.teachers());
                    for (NewDecision made : decisions) deciding.rule(merge, made);
                    return merge;
                })
                .chain(merge ->
                        postings.resolveAndPost(ledger, merge, Set.of(), Posting::ofNoChunk))
                .map(_ -> deciding.told(records, refused));
    }

    /// Some decisions about all that some teachers have.
    private record DecidedHolds(
            HoldRequest request,
            Map<UUID, OwnedRecord> owned,
            Set<Integer> teachers,
            List<RecordVersion> contents) {
        /// The content of the record that counts.
        private @Nullable RecordVersion version(UUID record) {
            for (RecordVersion version : contents) {
                VersionState was = version.was();
                boolean isPlaced = was != null && was.isMatched();
                if (isPlaced && version.copy().key().equals(record)) return version;
            }
            return null;
        }

        Outcome<NewDecision, HoldRefusal> judge(UUID record) {
            OwnedRecord one = owned.get(record);
            RecordVersion version = one == null ? null : version(record);
            if (one == null || version == null) return Outcome.notFound();
            NewDecision asked = asked(version, one.last());
            if (asked == null) return Outcome.refused(HoldRefusal.NOT_HELD);
            if (!asked.decision().answers(asked.reason()))
                return Outcome.refused(HoldRefusal.WRONG_DECISION);
            boolean isOfRegister =
                    asked.reason() == HoldReason.PROGRAMME_WITHDRAWN
                            && asked.decision() == HoldDecision.RELEASE;
            return isOfRegister
                    ? Outcome.refused(HoldRefusal.WITHDRAWN_PROGRAMME)
                    : Outcome.done(asked);
        }

        /// The decision as an answer to why it is held; or, decided before, to why it was then.
        private @Nullable NewDecision asked(RecordVersion version, @Nullable PastDecision last) {
            if (version.was() == VersionState.HELD) {
                RecordVersion.Matched matched = version.matchedWas();
                HoldReason reason = Objects.requireNonNull(matched.hold());
                return decision(version, reason, matched.peer(), matched.rule());
            }
            if (last == null) return null;
            boolean isOfThis = last.decision().isOfPair() || last.version() == version.number();
            return isOfThis ? decision(version, last.reason(), last.peer(), last.rule()) : null;
        }

        private NewDecision decision(
                RecordVersion version,
                HoldReason reason,
                @Nullable UUID peer,
                @Nullable MatchRule rule) {
            return new NewDecision(
                    version.copy().key(),
                    version.number(),
                    reason,
                    peer,
                    rule,
                    request.decision(),
                    request.why(),
                    request.by());
        }

        void rule(RecordMerge merge, NewDecision made) {
            RecordVersion version = Objects.requireNonNull(version(made.record()));
            switch (made.decision()) {
                case RELEASE -> merge.rule(version, Ruling.RELEASED);
                case REFUSE -> merge.rule(version, Ruling.REFUSED);
                case SAME, DIFFERENT -> {} // kept for the pair
            }
        }

        Map<UUID, Outcome<VersionState, HoldRefusal>> told(
                List<UUID> records, Map<UUID, Outcome<VersionState, HoldRefusal>> refused) {
            Map<UUID, Outcome<VersionState, HoldRefusal>> told = new LinkedHashMap<>();
            for (UUID record : records) {
                Outcome<VersionState, HoldRefusal> why = refused.get(record);
                RecordVersion version = why == null ? version(record) : null;
                if (version != null) told.put(record, Outcome.done(version.now()));
                else if (why != null) told.put(record, why);
            }
            return told;
        }
    }
}
