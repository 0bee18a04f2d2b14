package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.reading.Closing;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.RosterReading.OpenedRoster;
import io.credithub.flow.roster.RosterReading.RosterLine;
import io.credithub.flow.roster.RosterReading.RosterRows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Takes in the roster, batch by batch, all in one transaction under the ledger lock: teachers are
/// added or changed, and the records that waited for them are posted. The file is read through once
/// before, so that nobody waits for one that cannot be read.
public final class ImportRoster implements RosterIntake {
    private static final int BATCH_ROWS_MAX = 2_000;

    /// A file of which more rows than these are refused, and more than are understood, is another
    /// file: twenty megabytes can hold ten million rows of nothing.
    private static final int REFUSED_ROWS_MAX = 100_000;

    private final RosterReading reading;
    private final RosterStore store;
    private final LedgerLock lock;
    private final PostingService postings;
    private final Executor workers;

    public ImportRoster(
            RosterReading reading,
            RosterStore store,
            LedgerLock lock,
            PostingService postings,
            Executor workers) {
        this.reading = reading;
        this.store = store;
        this.lock = lock;
        this.postings = postings;
        this.workers = workers;
    }

    @Override
    public boolean knows(String charset) {
        return reading.knows(charset);
    }

    @Override
    public Uni<Outcome<RosterReport, Finding>> take(RosterFile file) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> read(file)))
                .runSubscriptionOn(workers)
                .chain(read ->
                        switch (read) {
                            case Read.UnreadableRoster not ->
                                    Uni.createFrom().item(Outcome.refused(not.why()));
                            case Read.Through through -> apply(file, through.rows());
                        });
    }

    /// What reading a file through came to.
    private sealed interface Read {
        record Through(int rows) implements Read {}

        record UnreadableRoster(Finding why) implements Read {}
    }

    private Read read(RosterFile file) throws IOException {
        OpenedRoster opened = open(file);
        if (opened instanceof RosterReading.Unreadable unreadable) {
            return new Read.UnreadableRoster(unreadable.why());
        }
        int count = 0;
        int refused = 0;
        try (RosterRows rows = (RosterRows) opened) {
            List<RosterLine> some = rows.next(BATCH_ROWS_MAX);
            for (; !some.isEmpty(); some = rows.next(BATCH_ROWS_MAX)) {
                count += some.size();
                for (RosterLine line : some) if (line instanceof RosterLine.RefusedRow) refused++;
                if (refused > REFUSED_ROWS_MAX && refused > count / 2) return noRoster(count);
            }
        }
        return new Read.Through(count);
    }

    private static Read noRoster(int rows) {
        return new Read.UnreadableRoster(
                new Finding(FindingCode.MOSTLY_REFUSED, "/", String.valueOf(rows)));
    }

    private OpenedRoster open(RosterFile file) throws IOException {
        return reading.open(file.content(), file.charset(), postings.today());
    }

    private Uni<Outcome<RosterReport, Finding>> apply(RosterFile file, int rows) {
        Uni<RosterReport> report =
                file.isTrial()
                        ? lock.dryRun(rows, ledger -> new ImportPass(ledger).take(file))
                        : lock.withLock(rows, ledger -> new ImportPass(ledger).take(file));
        return report.map(Outcome::done);
    }

    /// One way through a file holding the ledger lock, gone once.
    private final class ImportPass {
        private final LedgerTransaction ledger;
        private final RosterTotals totals = new RosterTotals();

        ImportPass(LedgerTransaction ledger) {
            this.ledger = ledger;
        }

        Uni<RosterReport> take(RosterFile file) {
            return Uni.createFrom()
                    .item(Unchecked.supplier(() -> (RosterRows) open(file)))
                    .runSubscriptionOn(workers)
                    .chain(rows -> rest(rows).eventually(Closing.of(rows)))
                    .chain(this::findHomes)
                    .chain(() -> absent(file))
                    .map(totals::report);
        }

        private Uni<RosterReport.@Nullable Absent> absent(RosterFile file) {
            if (!file.isTrial()) return Uni.createFrom().nullItem();
            return store.absent(ledger, totals.divisions(), totals.seen());
        }

        /// The county of a home school may be told by a row after the one that needs it.
        private Uni<Void> findHomes() {
            if (!totals.lacksHomes()) return Uni.createFrom().voidItem();
            return store.findHomes(ledger, postings.today())
                    .invoke(found -> totals.housed(found.unknown()))
                    .chain(found -> resolve(ledger, found.enrolled()))
                    .replaceWithVoid();
        }

        private Uni<Boolean> rest(RosterRows rows) {
            return Uni.createFrom()
                    .item(Unchecked.supplier(() -> rows.next(BATCH_ROWS_MAX)))
                    .runSubscriptionOn(workers)
                    .chain(lines -> take(rows.columns(), lines).replaceWith(!lines.isEmpty()))
                    .repeat()
                    .whilst(more -> more)
                    .collect()
                    .last();
        }

        private Uni<Void> take(Set<RosterColumn> columns, List<RosterLine> lines) {
            Uni<Void> done = Uni.createFrom().voidItem();
            List<RosterLine.UnderstoodRow> batch = new ArrayList<>();
            Set<Object> keys = new HashSet<>();
            for (RosterLine line : lines) {
                switch (line) {
                    case RosterLine.RefusedRow refused ->
                            totals.refuse(refused.position(), refused.findings());
                    case RosterLine.UnderstoodRow understood -> {
                        if (!isFirst(understood.row(), keys)) {
                            List<RosterLine.UnderstoodRow> full = List.copyOf(batch);
                            done = done.chain(() -> post(columns, full));
                            batch.clear();
                            keys.clear();
                            isFirst(understood.row(), keys);
                        }
                        batch.add(understood);
                    }
                }
            }
            return batch.isEmpty() ? done : done.chain(() -> post(columns, batch));
        }

        private Uni<Void> post(Set<RosterColumn> columns, List<RosterLine.UnderstoodRow> batch) {
            List<RosterRow> rows = batch.stream().map(RosterLine.UnderstoodRow::row).toList();
            return store.enrol(ledger, new RosterBatch(columns, rows), postings.today())
                    .invoke(enrolled -> totals.add(batch, enrolled))
                    .chain(enrolled -> resolve(ledger, enrolled))
                    .invoke(totals::resolve)
                    .replaceWithVoid();
        }
    }

    /// A teacher who occurs twice goes into two batches: the later row changes what the first said.
    private static boolean isFirst(RosterRow row, Set<Object> keys) {
        boolean first = row.teacherNo() == null || keys.add(row.teacherNo());
        return (row.document() == null || keys.add(row.document())) && first;
    }

    /// @return how many waiting records found their teacher
    private Uni<Integer> resolve(LedgerTransaction ledger, Enrolled enrolled) {
        return WaitingRecordResolver.under(store, ledger, postings)
                .chain(waiting -> waiting.decide(enrolled))
                .call(decided -> settle(ledger, decided, enrolled))
                .map(WaitingRecordResolver.ResolvedWaiting::resolved);
    }

    private Uni<Posting> settle(
            LedgerTransaction ledger,
            WaitingRecordResolver.ResolvedWaiting decided,
            Enrolled enrolled) {
        Set<Integer> afresh = new HashSet<>(enrolled.changedFacts());
        afresh.addAll(enrolled.moved());
        return postings.resolveAndPost(
                ledger,
                decided.decision(),
                afresh,
                (decision, sums) -> Posting.ofNoChunk(decision, sums).telling(decided.told()));
    }
}
