package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting.LateFinding;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.roster.RosterStore.Resolved;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Residences;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a changed roster means for records: those that waited are given to their teachers, and
/// those of teachers who have moved are judged where they then were. Used once.
final class WaitingRecordResolver {
    private static final Map<FindingCode, String> FIELDS =
            Map.of(
                    FindingCode.IDENTITY_MISMATCH, "/teacher",
                    FindingCode.NOT_THE_PERSON, "/teacher",
                    FindingCode.NAME_DIFFERS, "/teacher/name",
                    FindingCode.BIRTH_DATE_DIFFERS, "/teacher/birthDate");

    private final RosterStore store;
    private final LedgerTransaction ledger;
    private final CopyMatcher matcher;
    private final Rulebook rules;
    private final AwardJudge pricing;
    private final List<LateFinding> told = new ArrayList<>();
    private int resolved;

    private WaitingRecordResolver(
            RosterStore store, LedgerTransaction ledger, CopyMatcher matcher, Rulebook rules) {
        this.store = store;
        this.ledger = ledger;
        this.matcher = matcher;
        this.rules = rules;
        this.pricing = new AwardJudge(rules);
    }

    /// By what holds under the ledger lock.
    static Uni<WaitingRecordResolver> under(
            RosterStore store, LedgerTransaction ledger, PostingService postings) {
        return Uni.combine()
                .all()
                .unis(postings.matching(ledger), postings.rules(ledger))
                .with((matcher, rules) -> new WaitingRecordResolver(store, ledger, matcher, rules));
    }

    /// @param resolved how many waiting records found their teacher
    /// @param told what their records are found to contradict in the roster
    record ResolvedWaiting(RecordMerge decision, int resolved, List<LateFinding> told) {}

    Uni<ResolvedWaiting> decide(Enrolled enrolled) {
        Set<Integer> moved = rules.isByPlace() ? enrolled.moved() : Set.of();
        return store.resolveWaiting(ledger, enrolled.touched())
                .chain(found -> places(found, moved).chain(places -> decide(found, moved, places)));
    }

    private Uni<Residences> places(List<Resolved> found, Set<Integer> moved) {
        if (!rules.isByPlace()) return Uni.createFrom().item(Residences.ANYWHERE);
        Set<Integer> whose = new HashSet<>(moved);
        for (Resolved one : found) whose.add(one.teacher());
        whose.remove(RecordVersion.NOBODY);
        return ledger.places(whose);
    }

    private Uni<ResolvedWaiting> decide(
            List<Resolved> found, Set<Integer> moved, Residences places) {
        Set<UUID> records = new HashSet<>();
        for (Resolved one : found) records.add(one.record());
        return Uni.combine()
                .all()
                .unis(ledger.contents(records), ledger.contentsOf(moved))
                .with((waiting, theirs) -> {
                    theirs.removeIf(version -> records.contains(version.copy().key()));
                    theirs.addAll(waiting);
                    RecordMerge decision = new RecordMerge(matcher, theirs);
                    identify(decision, found, theirs, places);
                    reprice(decision, theirs, moved, places);
                    return new ResolvedWaiting(decision, resolved, told);
                });
    }

    /// A record for which there is no rule where its teacher is goes on waiting.
    private void identify(
            RecordMerge decision,
            List<Resolved> found,
            List<RecordVersion> known,
            Residences places) {
        record ResolvedKey(UUID record, int number) {}
        Map<ResolvedKey, Resolved> teachers = new HashMap<>();
        for (Resolved one : found) teachers.put(new ResolvedKey(one.record(), one.number()), one);
        for (RecordVersion version : known) {
            Resolved one = teachers.get(new ResolvedKey(version.copy().key(), version.number()));
            if (one == null) continue;
            if (one.teacher() == RecordVersion.NOBODY) {
                compare(version, one);
                continue;
            }
            AwardAmounts price = price(version, places.of(one.teacher()));
            if (price == null) continue;
            decision.identify(version, one.teacher());
            compare(version, one);
            decision.reprice(version, price, EntryReason.ENROLLED);
            if (version.was() == VersionState.WAITING) resolved++;
        }
    }

    /// What would have been told, had the teacher been there first.
    private void compare(RecordVersion version, Resolved one) {
        for (FindingCode code : one.told()) tell(version, code, FIELDS.getOrDefault(code, ""));
    }

    private void tell(RecordVersion version, FindingCode code, String field) {
        Origin origin = version.copy().origin();
        Finding finding = new Finding(code, field, null);
        told.add(
                new LateFinding(
                        origin.delivery(),
                        new FindingAt(origin.position(), origin.recordId(), finding)));
    }

    /// What was given to other teachers is judged where those then were; what cannot be judged
    /// there stays as it was judged.
    Uni<Void> reprice(RecordMerge decision, List<RecordVersion> given) {
        if (!rules.isByPlace()) return Uni.createFrom().voidItem();
        Set<Integer> whose = new HashSet<>();
        for (RecordVersion version : given) {
            if (version.teacher() != RecordVersion.NOBODY) whose.add(version.teacher());
        }
        return ledger.places(whose)
                .invoke(places -> reprice(decision, given, whose, places))
                .replaceWithVoid();
    }

    private @Nullable AwardAmounts price(RecordVersion version, List<Residence> residences) {
        Valuation worth = version.copy().worth();
        return worth == null ? null : pricing.judge(worth.facts(), residences).price();
    }

    /// What cannot be judged at the new place stays as it was judged at the old one.
    private void reprice(
            RecordMerge decision,
            List<RecordVersion> known,
            Set<Integer> moved,
            Residences places) {
        for (RecordVersion version : known) {
            if (!moved.contains(version.teacher())) continue;
            AwardAmounts price = price(version, places.of(version.teacher()));
            if (price != null) decision.reprice(version, price, EntryReason.MOVED);
        }
    }
}
