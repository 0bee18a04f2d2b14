package io.credithub.store.recompute;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.MovedRecords;
import io.credithub.flow.recompute.Recomputation.PolicyChange;
import io.credithub.flow.recompute.Recomputation.PolicyChange.Change;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.Recomputation.UnjudgedRecords;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.store.rules.CycleChanges;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Recomputations as rows, both ways.
record RecomputationRows(Policies policies) {
    static Tuple changes(List<TeacherChange> changes, int id) {
        return new ArrayParameters<>(changes)
                .ints(TeacherChange::teacher)
                .shorts(TeacherChange::cycle)
                .ints(TeacherChange::awards)
                .longs(change -> change.before().earned().hundredths())
                .longs(change -> change.after().earned().hundredths())
                .longs(change -> change.before().recognised().hundredths())
                .longs(change -> change.after().recognised().hundredths())
                .texts(change -> change.before().verdict().name())
                .texts(change -> change.after().verdict().name())
                .plain(id)
                .tuple();
    }

    static Tuple unjudged(List<Map.Entry<BatchResult.UnjudgedKind, Integer>> kinds, int id) {
        return new ArrayParameters<>(kinds)
                .ints(kind -> kind.getKey().teacher())
                .ints(kind -> kind.getKey().policy())
                .shorts(kind -> kind.getKey().level().code())
                .shorts(kind -> kind.getKey().form().code())
                .texts(kind -> kind.getKey().category())
                .ints(Map.Entry::getValue)
                .plain(id)
                .tuple();
    }

    Recomputation recomputation(Row row) {
        return recomputation(row, List.of(), List.of(), List.of());
    }

    Recomputation recomputation(
            Row row, RowSet<Row> counties, RowSet<Row> unjudged, RowSet<Row> moves) {
        return recomputation(
                row,
                RowReading.list(counties, CycleChanges::county),
                RowReading.list(unjudged, this::unjudged),
                RowReading.list(moves, MoveRows::counted));
    }

    private Recomputation recomputation(
            Row row,
            List<County> counties,
            List<UnjudgedRecords> unjudged,
            List<MovedRecords> moves) {
        int against = row.getInteger("against");
        return new Recomputation(
                row.getInteger("id"),
                RecomputationKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                RowReading.instant(row, "asked_at"),
                row.getString("asked_by"),
                RecomputationState.valueOf(row.getString("state")),
                policies.numbered(row.getInteger("main_id")).id(),
                against,
                row.getLong("matching_against"),
                changes(against, row.getArrayOfIntegers("versions")),
                row.getInteger("teachers_there"),
                row.getInteger("done_there"),
                RowReading.instantOrNull(row, "finished_at"),
                decided(row),
                counties,
                unjudged,
                moves);
    }

    /// How versions differ from those of a rulebook.
    private List<PolicyChange> changes(int against, Integer[] versions) {
        Map<String, Policy> were = new TreeMap<>();
        Rulebook before = policies.rulesOf(against);
        for (Policies.NumberedPolicy one : before.all()) were.put(one.policy().id(), one.policy());
        Map<String, Change> changes = new TreeMap<>();
        were.keySet().forEach(id -> changes.put(id, Change.REMOVED));
        for (Integer number : versions) {
            Policy now = policies.numbered(number);
            Policy was = were.get(now.id());
            boolean isSame = was != null && was.terms().equals(now.terms());
            changes.put(
                    now.id(), was == null ? Change.ADDED : isSame ? Change.SAME : Change.CHANGED);
        }
        List<PolicyChange> list = new ArrayList<>();
        changes.forEach((id, change) -> list.add(new PolicyChange(id, change)));
        return list;
    }

    private static Rulebook.@Nullable RulebookDecision decided(Row row) {
        Integer number = row.getInteger("rulebook_id");
        Long matching = row.getLong("matching");
        if (number == null && matching == null) return null;
        return new Rulebook.RulebookDecision(
                number == null ? Math.toIntExact(matching) : number,
                RowReading.instant(row, "decided_at"),
                row.getString("reason"),
                row.getString("decided_by"));
    }

    private UnjudgedRecords unjudged(Row row) {
        return new UnjudgedRecords(
                policies.numbered(row.getInteger("policy_id")).id(),
                Level.of(row.getInteger("level")),
                Form.of(row.getInteger("form")),
                row.getString("category"),
                row.getLong("records"));
    }
}
