package io.credithub.flow;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.Precedence;
import io.credithub.flow.Pen.Held;
import io.credithub.flow.RosterReading.Line;
import io.credithub.flow.RosterReading.Rows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/// Takes in the roster, batch by batch, each in one transaction under the pen: teachers are added
/// or changed, and the records that waited for them are posted.
public final class ImportRoster implements RosterIntake {
    private static final int BATCH_ROWS_MAX = 2_000;

    private final RosterReading reading;
    private final Pen pen;
    private final Settling settling;
    private final Precedence precedence;
    private final Executor workers;

    public ImportRoster(
            RosterReading reading,
            Pen pen,
            Settling settling,
            Precedence precedence,
            Executor workers) {
        this.reading = reading;
        this.pen = pen;
        this.settling = settling;
        this.precedence = precedence;
        this.workers = workers;
    }

    @Override
    public Uni<RosterReport> importCsv(Content content) {
        RosterTotals totals = new RosterTotals();
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> reading.open(content)))
                .runSubscriptionOn(workers)
                .chain(rows -> rest(rows, totals).eventually(Closing.of(rows)))
                .map(_ -> totals.report());
    }

    private Uni<Boolean> rest(Rows rows, RosterTotals totals) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> rows.next(BATCH_ROWS_MAX)))
                .runSubscriptionOn(workers)
                .chain(lines -> take(lines, totals).replaceWith(!lines.isEmpty()))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last();
    }

    private Uni<Void> take(List<Line> lines, RosterTotals totals) {
        Uni<Void> done = Uni.createFrom().voidItem();
        List<Line.Understood> batch = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (Line line : lines) {
            switch (line) {
                case Line.Refused refused -> totals.refuse(refused.position(), refused.findings());
                case Line.Understood understood -> {
                    if (!isFirst(understood.row(), keys)) {
                        List<Line.Understood> full = List.copyOf(batch);
                        done = done.chain(() -> post(full, totals));
                        batch.clear();
                        keys.clear();
                        isFirst(understood.row(), keys);
                    }
                    batch.add(understood);
                }
            }
        }
        return batch.isEmpty() ? done : done.chain(() -> post(batch, totals));
    }

    /// A teacher who occurs twice goes into two batches: the later row changes what the first said.
    private static boolean isFirst(RosterRow row, Set<Object> keys) {
        boolean first = row.teacherNo() == null || keys.add(row.teacherNo());
        return (row.document() == null || keys.add(row.document())) && first;
    }

    private Uni<Void> post(List<Line.Understood> batch, RosterTotals totals) {
        List<RosterRow> rows = batch.stream().map(Line.Understood::row).toList();
        return pen.hold(
                        rows.size(),
                        held ->
                                held.enrol(rows, settling.today())
                                        .chain(found -> resolve(held, found)))
                .invoke(done -> {
                    totals.add(rows.size(), done.enrolled());
                    totals.resolve(done.resolved());
                    for (int index : done.enrolled().mismatched()) {
                        Finding finding =
                                new Finding(FindingCode.IDENTITY_MISMATCH, "/teacher_no", null);
                        totals.refuse(batch.get(index).position(), List.of(finding));
                    }
                })
                .replaceWithVoid();
    }

    /// @param resolved how many waiting records found their teacher
    private record Done(Enrolled enrolled, int resolved) {}

    private Uni<Done> resolve(Held held, Enrolled enrolled) {
        return settling.rules(held)
                .chain(rules -> new Resolving(held, precedence, rules).decide(enrolled))
                .call(decided -> settle(held, decided, enrolled))
                .map(decided -> new Done(enrolled, decided.resolved()));
    }

    private Uni<Posting> settle(Held held, Resolving.Decided decided, Enrolled enrolled) {
        Set<Integer> afresh = new HashSet<>(enrolled.changedFacts());
        afresh.addAll(enrolled.moved());
        return settling.settle(
                held,
                decided.decision(),
                afresh,
                (decision, books) -> Posting.ofNoChunk(decision, books).telling(decided.told()));
    }
}
