package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.hold.Hold;
import io.credithub.flow.hold.Hold.HeldSide;
import io.credithub.flow.hold.Hold.HoldFile;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldState;
import io.credithub.flow.hold.Holds;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Held records in memory.
public final class InMemoryHolds implements Holds {
    private static final Comparator<PlacedHold> OLDEST =
            Comparator.comparingLong((PlacedHold one) -> one.place().number())
                    .thenComparing(one -> one.place().record(), UnsignedOrder::compare);
    private static final Comparator<PlacedHold> NEWEST =
            Comparator.comparingLong((PlacedHold one) -> one.place().number()).reversed();

    private final InMemoryLedger ledger;
    private final InMemoryProgrammes programmes;

    InMemoryHolds(InMemoryLedger ledger, InMemoryProgrammes programmes) {
        this.ledger = ledger;
        this.programmes = programmes;
    }

    @Override
    public Uni<List<PlacedHold>> list(HoldFilter filter, @Nullable HoldCursor after, int most) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    List<PlacedHold> found = new ArrayList<>();
                    for (StoredContent content : state.contents.values()) {
                        PlacedHold placed = placed(state, content);
                        if (placed != null && fits(placed.hold(), filter)) found.add(placed);
                    }
                    boolean isOpen = filter.state() == HoldState.OPEN;
                    found.sort(isOpen ? OLDEST : NEWEST);
                    return found.stream()
                            .filter(one -> after == null || isBehind(one.place(), after, isOpen))
                            .limit(most)
                            .toList();
                });
    }

    private static boolean isBehind(HoldCursor one, HoldCursor after, boolean isOpen) {
        if (!isOpen) return one.number() < after.number();
        int byNumber = Long.compare(one.number(), after.number());
        return byNumber > 0
                || (byNumber == 0 && UnsignedOrder.compare(one.record(), after.record()) > 0);
    }

    private static boolean fits(Hold hold, HoldFilter filter) {
        Jurisdiction part = filter.division();
        String feed = filter.feed();
        String teacher = filter.teacherNo();
        return hold.state() == filter.state()
                && filter.within().covers(hold.division())
                && (part == null || part.covers(hold.division()))
                && (filter.reasons().isEmpty() || filter.reasons().contains(hold.reason()))
                && (feed == null || feed.equals(hold.record().version().copy().origin().feedCode()))
                && (teacher == null || teacher.equals(hold.teacherNo()));
    }

    /// @return null: it is not held, and nobody has decided about it as it is now
    private @Nullable PlacedHold placed(RegistryState state, StoredContent content) {
        if (!content.state().isMatched()) return null;
        UUID key = content.copy().key();
        int last = last(state, key);
        PastDecision decision = last < 0 ? null : state.holds.get(last).told();
        boolean isOpen = content.state() == VersionState.HELD;
        if (!isOpen && (decision == null || !isOf(decision, content))) return null;
        long number = isOpen ? content.copy().origin().delivery() : last + 1L;
        UUID peer = content.matched().peer();
        if (peer == null && !isOpen && decision != null) peer = decision.peer();
        StoredTeacher teacher = state.teacher(content.teacher());
        Hold hold =
                new Hold(
                        isOpen || decision == null
                                ? HoldState.OPEN
                                : HoldState.of(decision.decision()),
                        isOpen || decision == null
                                ? Objects.requireNonNull(content.matched().hold())
                                : decision.reason(),
                        isOpen || decision == null ? content.matched().rule() : decision.rule(),
                        teacher.row().teacherNo(),
                        teacher.answering(),
                        side(content),
                        peer == null ? null : peer(state, peer, content.teacher()),
                        decision);
        return new PlacedHold(new HoldCursor(number, key), hold);
    }

    private static boolean isOf(PastDecision decision, StoredContent content) {
        if (decision.decision().isOfPair()) return true;
        Ruling meant =
                HoldState.of(decision.decision()) == HoldState.RELEASED
                        ? Ruling.RELEASED
                        : Ruling.REFUSED;
        return decision.version() == content.number() && content.ruling() == meant;
    }

    private @Nullable HeldSide peer(RegistryState state, UUID key, int teacher) {
        for (StoredContent content : state.contents.values()) {
            boolean counts = content.state().isMatched() && content.teacher() == teacher;
            if (counts && content.copy().key().equals(key)) return side(content);
        }
        return null;
    }

    private HeldSide side(StoredContent content) {
        Valuation worth = Objects.requireNonNull(content.copy().worth());
        return new HeldSide(content.fresh(), programmes.name(worth.training().programme()));
    }

    private static int last(RegistryState state, UUID record) {
        for (int at = state.holds.size() - 1; at >= 0; at--) {
            if (state.holds.get(at).made().record().equals(record)) return at;
        }
        return -1;
    }

    /// By what the sums are told.
    private record CountKey(HoldReason reason, String feed, String division)
            implements Comparable<CountKey> {
        @Override
        public int compareTo(CountKey other) {
            return Comparator.comparing(CountKey::reason)
                    .thenComparing(CountKey::feed)
                    .thenComparing(CountKey::division)
                    .compare(this, other);
        }
    }

    @Override
    public Uni<List<HoldCount>> summary(Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    Map<CountKey, HoldCount> counts = new TreeMap<>();
                    for (StoredContent content : state.contents.values()) {
                        if (content.state() != VersionState.HELD) continue;
                        String division = state.teacher(content.teacher()).answering();
                        if (!within.covers(division)) continue;
                        Valuation worth = Objects.requireNonNull(content.copy().worth());
                        CountKey key =
                                new CountKey(
                                        Objects.requireNonNull(content.matched().hold()),
                                        content.copy().origin().feedCode(),
                                        division);
                        counts.merge(key, one(key, worth), InMemoryHolds::plus);
                    }
                    return List.copyOf(counts.values());
                });
    }

    private static HoldCount one(CountKey key, Valuation worth) {
        return new HoldCount(
                key.reason,
                key.feed,
                key.division,
                1,
                new Hours(worth.facts().training().hourHundredths()),
                new Credits(worth.price().credits()));
    }

    private static HoldCount plus(HoldCount one, HoldCount other) {
        return new HoldCount(
                one.reason(),
                one.feed(),
                one.division(),
                one.records() + other.records(),
                new Hours(one.hours().hundredths() + other.hours().hundredths()),
                one.credits().plus(other.credits()));
    }

    @Override
    public Uni<@Nullable HoldFile> find(UUID record, Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    for (StoredContent content : state.contents.values()) {
                        if (!content.copy().key().equals(record)) continue;
                        PlacedHold placed = placed(state, content);
                        if (placed == null || !within.covers(placed.hold().division())) continue;
                        List<PastDecision> history =
                                state.holds.reversed().stream()
                                        .filter(one -> one.made().record().equals(record))
                                        .map(StoredHoldDecision::told)
                                        .toList();
                        return new HoldFile(placed.hold(), history);
                    }
                    return null;
                });
    }
}
