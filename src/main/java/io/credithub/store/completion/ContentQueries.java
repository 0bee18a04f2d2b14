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

    /// All columns of a content `c`, with its title.
    public static final String COLUMNS =
            "c.*, p.normal as title, p.code as title_code, p.session, p.organiser";

    /// Of a content `c`: a withdrawal has no title. `offset 0`: by the primary key, row by row.
    public static final String TITLE =
            """
            left join lateral (select normal, code, session, organiser from programme
                where id = c.programme_id offset 0) p on true\
            """;

    public static final String CONTENTS = "select %s %s %s".formatted(COLUMNS, OF_RECORDS, TITLE);

    /// A record that is placed is found by its teacher; with it come the contents that do not
    /// count.
    public static final String CONTENTS_OF_TEACHERS =
            """
            select %s from (
                select distinct record_key as key from unnest($1::int4[]) as t (id)
                cross join lateral (select record_key from completion
                    where teacher_id = t.id and %s) as r
            ) as k cross join lateral
                (select * from completion c where c.record_key = k.key offset 0) c %s\
            """
                    .formatted(COLUMNS, FamilyRows.PLACED, TITLE);

    public static final String COPIES =
            """
            select %s from unnest($1::int4[], $2::int4[]) as g (teacher_id, family)
            cross join lateral (select * from completion c
                where c.teacher_id = g.teacher_id and c.family = g.family and c.%s offset 0) c
            %s\
            """
                    .formatted(COLUMNS, FamilyRows.PLACED, TITLE);

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
