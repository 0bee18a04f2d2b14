package io.credithub.flow.processing;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.Posting.OutcomeCounts;
import io.credithub.flow.reading.Closing;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.result.TooManyRecords;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Goes the whole way with a delivery, chunk by chunk, and takes every step back. A record that
/// occurs in two chunks of one delivery is told as if each came alone.
public final class DeliveryDryRun implements DryRun {
    private final Feeds feeds;
    private final Reading reading;
    private final ProcessChunk processing;
    private final InstantSource clock;
    private final Executor workers;

    public DeliveryDryRun(
            Feeds feeds,
            Reading reading,
            ProcessChunk processing,
            InstantSource clock,
            Executor workers) {
        this.feeds = feeds;
        this.reading = reading;
        this.processing = processing;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public Uni<DryRunReport> tell(Delivery delivery) {
        FeedDefinition feed = feeds.find(delivery.feed()).orElseThrow();
        DryRunTotals totals = new DryRunTotals();
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> counted(delivery, feed)))
                .runSubscriptionOn(workers)
                .chain(cuts -> rest(delivery, feed, cuts, totals).eventually(Closing.of(cuts)))
                .map(_ -> totals.report());
    }

    /// Ready to be worked through. It is counted first: what would be refused for its many records
    /// is refused before anything is done about the first of them.
    private Cuts counted(Delivery delivery, FeedDefinition feed) throws IOException {
        long records = 0;
        long bytes = 0;
        try (Cuts cuts = cut(delivery, feed)) {
            for (Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                records += slice.records();
                bytes += slice.bytes().length;
                TooManyRecords.check(records, bytes);
            }
        }
        return cut(delivery, feed);
    }

    private Cuts cut(Delivery delivery, FeedDefinition feed) throws IOException {
        return reading.cut(
                feed.format(), delivery.charset(), delivery.content(), ChunkRef.RECORDS_MAX);
    }

    private Uni<Boolean> rest(
            Delivery delivery, FeedDefinition feed, Cuts cuts, DryRunTotals totals) {
        Source source = new Source(feed.format(), cuts.charset(), cuts.head());
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Optional.ofNullable(cuts.next())))
                .runSubscriptionOn(workers)
                .chain(slice ->
                        slice.map(some -> rehearse(chunk(delivery, feed, source, some), totals))
                                .orElseGet(() -> Uni.createFrom().item(false)))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last();
    }

    /// Not a chunk of the registry: numbered as if it were, since all of it is taken back.
    private LandedChunk chunk(Delivery delivery, FeedDefinition feed, Source source, Slice slice) {
        return new LandedChunk(
                new ChunkRef(feed.code(), 0, slice.chunk(), slice.records()),
                1 + feeds.all().indexOf(feed),
                feed.code(),
                source,
                slice,
                delivery.statedAt(),
                clock.instant(),
                null,
                null);
    }

    private Uni<Boolean> rehearse(LandedChunk chunk, DryRunTotals totals) {
        totals.records += chunk.slice().records();
        return processing.rehearse(chunk).invoke(totals::add).replaceWith(true);
    }

    /// Adds up what would become of the chunks.
    private static final class DryRunTotals {
        private long records;
        private final OutcomeCounts outcomes = new OutcomeCounts();
        private long credits;
        private final List<FindingAt> findings = new ArrayList<>();

        void add(@Nullable Posting posting) {
            if (posting == null) return;
            OutcomeCounts ours = posting.deliveries().get(0L);
            if (ours != null) {
                outcomes.accepted += ours.accepted;
                outcomes.rejected += ours.rejected;
                outcomes.duplicate += ours.duplicate;
                outcomes.waiting += ours.waiting;
            }
            for (LedgerEntry entry : posting.entries()) credits += entry.credits();
            for (FindingAt finding : posting.findings()) {
                if (findings.size() < DryRunReport.FINDINGS_MAX) findings.add(finding);
            }
        }

        DryRunReport report() {
            findings.sort(Comparator.comparingLong(FindingAt::position));
            return new DryRunReport(
                    records,
                    outcomes.accepted,
                    outcomes.rejected,
                    outcomes.duplicate,
                    outcomes.waiting,
                    new Credits(credits),
                    findings);
        }
    }
}
