package io.credithub.domain.ledger;

import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.reconcile.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// A registry in memory: keeps contents as the store does, and counts what the ledger says.
final class Registry {
    private record Place(UUID record, int number) {}

    private final Map<Place, RecordVersion> versions = new HashMap<>();
    private final Map<Place, Integer> inForce = new HashMap<>();
    private final List<EntryReason> reasons = new ArrayList<>();
    private List<RecordVersion> all = List.of();
    private final Map<Pair, PairVerdict> decided = new HashMap<>();
    private final CopyMatcher matcher = Matching.by((feed, _) -> feed.equals("province") ? 1 : 2);

    /// One batch, decided and written.
    void take(Arrival... arrivals) {
        List<UUID> keys = Arrays.stream(arrivals).map(arrival -> arrival.copy().key()).toList();
        RecordMerge decision = new RecordMerge(matcher, known(keys));
        for (Arrival arrival : arrivals) decision.arrive(arrival);
        settle(decision);
    }

    /// Everything at another price.
    void reprice(AwardAmounts price, EntryReason reason) {
        List<RecordVersion> all = versions.values().stream().map(Registry::again).toList();
        RecordMerge decision = new RecordMerge(matcher, all);
        for (RecordVersion version : all) decision.reprice(version, price, reason);
        settle(decision);
    }

    /// The teacher of all that waits.
    void identify(int teacher) {
        List<RecordVersion> all = versions.values().stream().map(Registry::again).toList();
        RecordMerge decision = new RecordMerge(matcher, all);
        for (RecordVersion version : all) decision.identify(version, teacher);
        settle(decision);
    }

    /// People decide about a pair; all that the teacher has is settled with it.
    void decide(UUID one, UUID other, PairVerdict verdict) {
        decided.put(Pair.of(one, other), verdict);
        settle(whole());
    }

    /// People decide about the content of a record that counts.
    void rule(UUID record, Ruling ruling) {
        RecordMerge decision = whole();
        for (RecordVersion version : all) {
            boolean counts = version.now().isMatched();
            if (counts && version.copy().key().equals(record)) decision.rule(version, ruling);
        }
        settle(decision);
    }

    private RecordMerge whole() {
        all = versions.values().stream().map(Registry::again).toList();
        RecordMerge decision = new RecordMerge(matcher, all);
        decision.matchWhole(all.stream().map(RecordVersion::teacher).collect(Collectors.toSet()));
        return decision;
    }

    private void settle(RecordMerge decision) {
        decision.settle(new KnownCopies(copies(decision), new PairDecisions(decided)));
        for (RecordVersion version : decision.changes()) write(version);
        for (LedgerEntry entry : decision.entries()) post(entry);
    }

    private List<RecordVersion> known(List<UUID> keys) {
        List<RecordVersion> known = new ArrayList<>();
        for (RecordVersion version : versions.values()) {
            if (keys.contains(version.copy().key())) known.add(again(version));
        }
        return known;
    }

    private List<RecordVersion> copies(RecordMerge decision) {
        var groups = decision.groups();
        List<RecordVersion> copies = new ArrayList<>();
        for (RecordVersion version : versions.values()) {
            if (!version.now().isMatched()) continue;
            if (groups.contains(version.group())) copies.add(again(version));
        }
        return copies;
    }

    /// A content as it would be read back.
    private static RecordVersion again(RecordVersion version) {
        return RecordVersion.known(
                version.copy(),
                version.order(),
                new RecordVersion.Entered(
                        version.number(),
                        version.now(),
                        version.teacher(),
                        version.matched(),
                        version.ruling()));
    }

    private void write(RecordVersion version) {
        versions.put(new Place(version.copy().key(), version.number()), version);
    }

    private void post(LedgerEntry entry) {
        reasons.add(entry.reason());
        Place place = new Place(entry.version().copy().key(), entry.version().number());
        int balance = inForce.merge(place, entry.credits(), Integer::sum);
        if (entry.kind() == LedgerEntry.EntryKind.REVERSAL) {
            if (balance != 0) throw new IllegalStateException("reversed what was not posted");
            inForce.remove(place);
        }
    }

    int entries() {
        return reasons.size();
    }

    /// Of every line, in order.
    List<EntryReason> reasons() {
        return reasons;
    }

    long balance() {
        return inForce.values().stream().mapToLong(Integer::longValue).sum();
    }

    /// What is in force, by content and not by history.
    List<String> content() {
        return inForce.entrySet().stream()
                .map(entry -> {
                    RecordVersion version = Objects.requireNonNull(versions.get(entry.getKey()));
                    return version.copy().content() + " " + entry.getValue();
                })
                .sorted()
                .toList();
    }
}
