package io.credithub.store.rules;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes decisions about the rules down, with the policy versions that they are about.
public record RulebookWriter(SqlConnection connection) {
    static final String DECISIONS =
            """
            select b.id, b.main_id, b.decided_at, b.decided_by, b.reason,
                array_agg(p.policy_id) as versions
            from rulebook b join rulebook_policy p on p.rulebook_id = b.id
            group by b.id order by b.id\
            """;

    private static final String ADD =
            """
            insert into policy (code, digest, body) select $1::text, $2::text, $3::text
            where not exists (select from policy where code = $1 and digest = $2)
            on conflict (code, digest) do nothing\
            """;
    private static final String NUMBERS = "select id, code, digest from policy";
    private static final String DECIDE =
            """
            insert into rulebook (id, main_id, decided_by, reason)
            select rulebook + 1, $1, $2, $3 from ledger_head\
            """;
    private static final String RECOMPUTED =
            """
            select r.main_id, array_agg(p.policy_id) as versions from recomputation r
            join recomputation_policy p on p.recomputation_id = r.id where r.id = $1 group by r.id\
            """;
    private static final String APPLIED_AS =
            """
            update recomputation set rulebook_id = h.rulebook + 1, state = 'APPLYING', done = 0,
                finished_at = null, version = version + 1
            from ledger_head h where id = $1\
            """;
    private static final String DECIDED_ON =
            """
            insert into rulebook_policy (rulebook_id, policy_id)
            select h.rulebook + 1, k.id from ledger_head h, unnest($1::int4[]) as k (id)\
            """;

    /// Writes the next decision; it is in force once the head of the ledger names it.
    public Uni<Void> decide(RuleSet rules, Deciding deciding) {
        return register(rules.all())
                .chain(numbers -> {
                    Integer main = Objects.requireNonNull(numbers.get(rules.main()));
                    return decide(main, numbers.values(), deciding);
                })
                .replaceWithVoid();
    }

    /// The same with the rules that a recomputation is about.
    public Uni<Void> decide(int recomputation, Deciding deciding) {
        return connection
                .preparedQuery(RECOMPUTED)
                .execute(Tuple.of(recomputation))
                .chain(rows -> {
                    Row row = rows.iterator().next();
                    List<Integer> versions = List.of(row.getArrayOfIntegers("versions"));
                    return decide(row.getInteger("main_id"), versions, deciding);
                })
                .chain(() -> connection.preparedQuery(APPLIED_AS).execute(Tuple.of(recomputation)))
                .replaceWithVoid();
    }

    private Uni<?> decide(int main, Collection<Integer> versions, Deciding deciding) {
        Tuple on = new ArrayParameters<>(List.copyOf(versions)).ints(number -> number).tuple();
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(main, deciding.by(), ResidentId.masked(deciding.reason())))
                .chain(() -> connection.preparedQuery(DECIDED_ON).execute(on));
    }

    /// @return the number of each version in the registry
    public Uni<Map<PolicyVersion, Integer>> register(List<PolicyVersion> versions) {
        List<Tuple> rows = new ArrayList<>();
        for (PolicyVersion version : versions) {
            rows.add(Tuple.of(version.policy().id(), version.digest(), version.body()));
        }
        return connection
                .preparedQuery(ADD)
                .executeBatch(rows)
                .chain(() -> connection.query(NUMBERS).execute())
                .map(known -> numbers(known, versions));
    }

    private static Map<PolicyVersion, Integer> numbers(
            RowSet<Row> known, List<PolicyVersion> versions) {
        Map<PolicyVersion, Integer> numbers = new HashMap<>();
        for (Row row : known) {
            for (PolicyVersion version : versions) {
                if (version.isOf(row.getString("code"), row.getString("digest"))) {
                    numbers.put(version, row.getInteger("id"));
                }
            }
        }
        return numbers;
    }
}
