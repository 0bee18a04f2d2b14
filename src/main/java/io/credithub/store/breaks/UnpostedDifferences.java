package io.credithub.store.breaks;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Classification;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.Discrepancy.BreakRecord;
import io.credithub.flow.breaks.BreakQuestion;
import io.credithub.flow.breaks.BreakScope;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.CursorScan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Records that are not in the ledger: waiting for their teachers, rejected, or taken back by their
/// sources.
@Singleton
public class UnpostedDifferences implements DiscrepancySource {
    private static final Map<String, FindingCode> CODES =
            Arrays.stream(FindingCode.values())
                    .collect(Collectors.toMap(FindingCode::code, code -> code));

    private final Snapshots snapshots;

    public UnpostedDifferences(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Set<BreakAspect> aspects() {
        return Set.of(BreakAspect.INTAKE, BreakAspect.WITHDRAWAL);
    }

    @Override
    public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
        BreakScope scope = question.scope();
        String zone = question.today().calendar().zone().getId();
        Tuple waiting = placed(scope).addBoolean(scope.isWhole());
        Tuple withdrawn = placed(scope).addString(zone);
        BreakRules rules = question.rules().breaks();
        return snapshots.read(connection -> {
            CursorScan scan = new CursorScan(connection);
            Uni<Void> work =
                    scan.each(
                                    "waiting_records",
                                    RecordSql.WAITING,
                                    waiting,
                                    rows -> note.apply(each(rows, UnpostedDifferences::waiting)))
                            .chain(() ->
                                    scan.each(
                                            "withdrawn_records",
                                            RecordSql.WITHDRAWN,
                                            withdrawn,
                                            rows ->
                                                    note.apply(
                                                            each(
                                                                    rows,
                                                                    row ->
                                                                            withdrawn(
                                                                                    row, rules)))));
            if (!scope.isWhole()) return work;
            return work.chain(() ->
                    scan.each(
                            "rejected_records",
                            RejectionSql.REJECTED_RECORDS,
                            Tuple.of(zone),
                            rows -> note.apply(each(rows, row -> rejected(row, question)))));
        });
    }

    private static Tuple placed(BreakScope scope) {
        return Tuple.of(scope.within().prefix())
                .addShort(PostgresBreakRuns.year(scope.schoolYear()));
    }

    private static List<Discrepancy> each(
            Iterable<Row> rows, Function<Row, @Nullable Discrepancy> reading) {
        List<Discrepancy> found = new ArrayList<>();
        for (Row row : rows) {
            Discrepancy one = reading.apply(row);
            if (one != null) found.add(one);
        }
        return found;
    }

    private static Discrepancy waiting(Row row) {
        String why = row.getString("why");
        return discrepancy(
                BreakSubject.ofRecord(BreakAspect.INTAKE, row.getUUID("record_key")),
                row,
                Classification.ofWaiting(why != null, why));
    }

    private static @Nullable Discrepancy withdrawn(Row row, BreakRules rules) {
        Classification as =
                Classification.ofWithdrawal(
                        row.getLocalDate("reported_on"),
                        row.getLocalDate("withdrawn_on"),
                        row.getBoolean("is_decided"),
                        rules);
        if (as == null) return null;
        return discrepancy(
                BreakSubject.ofRecord(BreakAspect.WITHDRAWAL, row.getUUID("record_key")), row, as);
    }

    /// Nothing of it is posted any more, or yet.
    private static Discrepancy discrepancy(BreakSubject subject, Row row, Classification as) {
        return new Discrepancy(
                subject,
                CandidateRows.place(row),
                CandidateRows.record(row, ""),
                null,
                new BothSides(null, CandidateRows.hours(row, "")),
                BothSides.of(0, row.getInteger("credits")),
                as.fields(),
                as.code(),
                as.isInformation(),
                as.cause());
    }

    /// Of the school year in which it came: nobody has read when it was completed.
    private static @Nullable Discrepancy rejected(Row row, BreakQuestion question) {
        int year = question.today().calendar().schoolYearOf(row.getLocalDate("reported_on"));
        if (!question.scope().covers(year)) return null;
        UUID key = row.getUUID("record_key");
        Classification as = Classification.ofRejection(findings(row));
        return new Discrepancy(
                key == null
                        ? BreakSubject.ofPlace(row.getLong("delivery_id"), row.getLong("position"))
                        : BreakSubject.ofRecord(BreakAspect.INTAKE, key),
                BreakPlace.ofNobody(year),
                new BreakRecord(
                        Objects.requireNonNull(row.getInteger("feed_id")),
                        key,
                        row.getString("record_id")),
                null,
                BothSides.UNSTATED,
                BothSides.UNSTATED,
                as.fields(),
                as.code(),
                as.isInformation(),
                as.cause());
    }

    private static Set<Finding> findings(Row row) {
        String[] codes = row.getArrayOfStrings("codes");
        String[] fields = row.getArrayOfStrings("fields");
        String[] values = row.getArrayOfStrings("found");
        Set<Finding> findings = new LinkedHashSet<>();
        for (int i = 0; i < codes.length; i++) {
            findings.add(
                    new Finding(Objects.requireNonNull(CODES.get(codes[i])), fields[i], values[i]));
        }
        return findings;
    }
}
