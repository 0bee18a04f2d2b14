package io.credithub.store.completion;

import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.flow.ledger.LedgerTransaction.Brief;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Questions about contents, each one statement whatever the size of the set.
public final class ContentQueries {
    /// `offset 0` keeps the planner from joining: each key is looked up by the primary key. Until a
    /// table that has grown fast is analysed, the planner would read the whole of it instead.
    private static final String OF_RECORDS =
            """
            from unnest($1::uuid[]) as k (key) cross join lateral
                (select * from completion c where c.record_key = k.key offset 0) c\
            """;

    public static final String BRIEFS =
            "select c.record_key, c.content, c.version_rank, c.version_value " + OF_RECORDS;

    public static final String CONTENTS = "select c.* " + OF_RECORDS;

    /// A record that counts is found by its teacher; with it come the contents that do not.
    public static final String CONTENTS_OF_TEACHERS =
            """
            select c.* from (
                select distinct record_key as key from unnest($1::int4[]) as t (id)
                cross join lateral (
                    select record_key from completion where teacher_id = t.id and state = 1
                    union all
                    select record_key from completion where teacher_id = t.id and state = 2) as r
            ) as k cross join lateral
                (select * from completion c where c.record_key = k.key offset 0) c\
            """;

    public static final String COPIES =
            """
            select c.* from unnest($1::int4[], $2::int4[], $3::date[], $4::int2[])
                as g (teacher_id, programme_id, completed_on, level)
            join completion c using (teacher_id, programme_id, completed_on, level)
            where c.state = 1
            union all
            select c.* from unnest($1::int4[], $2::int4[], $3::date[], $4::int2[])
                as g (teacher_id, programme_id, completed_on, level)
            join completion c using (teacher_id, programme_id, completed_on, level)
            where c.state = 2\
            """;

    private ContentQueries() {}

    public static Map<UUID, List<Brief>> briefs(RowSet<Row> rows) {
        Map<UUID, List<Brief>> briefs = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            VersionOrder order =
                    new VersionOrder(VersionOrder.Rank.of(row.getInteger(2)), row.getLong(3));
            briefs.computeIfAbsent(row.getUUID(0), _ -> new ArrayList<>(1))
                    .add(new Brief(row.getUUID(1), order));
        }
        return briefs;
    }

    /// In the order of the index, so that neighbours are read together.
    public static Tuple sorted(Collection<UUID> records) {
        List<UUID> keys = records.stream().sorted(UnsignedOrder::compare).toList();
        return new ArrayParameters<>(keys).uuids(key -> key).tuple();
    }

    /// Whole numbers of the first column.
    public static List<Integer> numbers(RowSet<Row> rows) {
        List<Integer> numbers = new ArrayList<>(rows.size());
        for (Row row : rows) numbers.add(row.getInteger(0));
        return numbers;
    }
}
