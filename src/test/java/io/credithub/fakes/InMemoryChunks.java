package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.processing.ChunkRegister;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chunks that landed, each all of its delivery.
public final class InMemoryChunks implements Chunks, ChunkRegister {
    private final InMemoryLedger ledger;

    public InMemoryChunks(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /// Lands a chunk.
    ///
    /// @param chunk makes it of the number of its delivery
    public LandedChunk land(Function<Long, LandedChunk> chunk) {
        return ledger.change(
                        state -> {
                            long id = state.deliveries.size() + 1L;
                            LandedChunk landed = chunk.apply(id);
                            state.deliveries.put(id, StoredDelivery.landed(landed));
                            return landed;
                        })
                .await()
                .indefinitely();
    }

    @Override
    public Uni<@Nullable LandedChunk> load(ChunkRef ref) {
        return Uni.createFrom()
                .item(() -> {
                    StoredDelivery delivery = delivery(ledger.committed(), ref.delivery());
                    return delivery.done() ? null : delivery.chunk();
                });
    }

    private static StoredDelivery delivery(RegistryState state, long id) {
        StoredDelivery delivery = state.deliveries.get(id);
        if (delivery == null) throw new IllegalArgumentException("no delivery " + id);
        return delivery;
    }

    private Stream<ChunkRef> open() {
        return ledger.committed().deliveries.values().stream()
                .filter(delivery -> !delivery.done())
                .map(delivery -> delivery.chunk().ref());
    }

    @Override
    public Uni<List<ChunkRef>> open(int atMost) {
        return Uni.createFrom().item(() -> open().limit(atMost).toList());
    }

    @Override
    public Uni<Map<String, Long>> waiting() {
        return Uni.createFrom()
                .item(() ->
                        open().collect(
                                        Collectors.groupingBy(
                                                ChunkRef::feed, Collectors.counting())));
    }

    @Override
    public Uni<Duration> oldestOpen() {
        return Uni.createFrom()
                .item(() ->
                        ledger.committed().deliveries.values().stream()
                                .filter(delivery -> !delivery.done())
                                .map(delivery -> delivery.chunk().landedAt())
                                .min(Comparator.naturalOrder())
                                .map(at -> Duration.between(at, ledger.clock().instant()))
                                .orElse(Duration.ZERO));
    }

    @Override
    public Uni<Boolean> isOpen(LedgerTransaction transaction, ChunkRef chunk) {
        return Uni.createFrom()
                .item(() -> {
                    InMemoryTransaction ours = InMemoryTransaction.of(transaction);
                    return ours.isDryRun() || !delivery(ours.state(), chunk.delivery()).done();
                });
    }

    /// Without what copies of two systems say otherwise.
    @Override
    public Uni<List<FindingAt>> following(LedgerTransaction transaction, long delivery) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).state();
                    List<FindingAt> findings = new ArrayList<>();
                    for (StoredContent content : state.contents.values()) {
                        if (content.copy().origin().delivery() != delivery) continue;
                        if (isInConflict(state, content)) findings.add(conflict(content));
                        FindingAt held = held(content);
                        if (held != null) findings.add(held);
                        FindingAt credits = credits(content);
                        if (credits != null) findings.add(credits);
                    }
                    findings.sort(Comparator.comparingLong(FindingAt::position));
                    return findings;
                });
    }

    private static boolean isInConflict(RegistryState state, StoredContent content) {
        if (content.order().rank() == VersionOrder.Rank.LANDING) return false;
        return state.contents.values().stream()
                .anyMatch(other ->
                        other.copy().key().equals(content.copy().key())
                                && other.number() != content.number()
                                && other.order().equals(content.order()));
    }

    private static FindingAt conflict(StoredContent content) {
        VersionOrder order = content.order();
        boolean isTime = order.rank() == VersionOrder.Rank.UPDATED;
        boolean isRevision = order.rank() == VersionOrder.Rank.REVISION;
        return at(
                content,
                new Finding(
                        FindingCode.VERSION_CONFLICT,
                        isTime ? "/updatedAt" : "/revision",
                        isRevision ? String.valueOf(order.value()) : null));
    }

    /// Without whose record it is held for.
    private static @Nullable FindingAt held(StoredContent content) {
        HoldReason why = content.matched().hold();
        if (why == null || content.state() != VersionState.HELD) return null;
        FindingCode code =
                switch (why.kind()) {
                    case NOT_AUTHORISED -> FindingCode.NOT_AUTHORISED;
                    case IMPLAUSIBLE -> FindingCode.IMPLAUSIBLE;
                    case SUSPECTED -> FindingCode.SUSPECTED_COPY;
                };
        return at(content, new Finding(code, "", why.name()));
    }

    private static @Nullable FindingAt credits(StoredContent content) {
        Valuation worth = content.copy().worth();
        VersionState state = content.state();
        boolean isAwarded = state == VersionState.IN_FORCE || state == VersionState.ASIDE;
        if (worth == null || !isAwarded) return null;
        Integer source = worth.sourceCredits();
        int ours = worth.price().credits();
        if (source == null || source == ours) return null;
        String value = "source " + new Credits(source) + ", ours " + new Credits(ours);
        return at(content, new Finding(FindingCode.CREDITS_DIFFER, "/sourceCredits", value));
    }

    private static FindingAt at(StoredContent content, Finding finding) {
        RecordContent.Origin origin = content.copy().origin();
        return new FindingAt(origin.position(), origin.recordId(), finding);
    }
}
