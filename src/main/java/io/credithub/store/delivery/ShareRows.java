package io.credithub.store.delivery;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.Hours;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;

/// What deliveries and feeds brought of a division's teachers.
public final class ShareRows {
    /// Of teachers `t`, their records `k` as matching has placed them: by the index of those.
    public static final String RECORDS =
            """
            from teacher t
            cross join lateral (select * from completion where teacher_id = t.id and %s) k
            """
                    .formatted(FamilyRows.PLACED);

    /// Of [#RECORDS].
    public static final String SUMS =
            """
            count(*) filter (where k.state = 1) as posted,
                count(*) filter (where k.state = 2) as aside,
                count(*) filter (where k.state = 6) as held,
                count(*) filter (where k.state = 7) as refused,
                coalesce(sum(k.hours) filter (where k.state = 1), 0)::int8 as posted_hours,
                coalesce(sum(k.hours) filter (where k.state = 2), 0)::int8 as aside_hours,
                coalesce(sum(k.hours) filter (where k.state = 6), 0)::int8 as held_hours,
                coalesce(sum(k.hours) filter (where k.state = 7), 0)::int8 as refused_hours,
                coalesce(sum(k.credits) filter (where k.state = 1), 0)::int8 as posted_credits,
                count(distinct (k.teacher_id, k.school_year)) filter (where k.state = 1)
                    as persons
            """;

    static final String DELIVERIES =
            "select k.delivery_id::int8 as id, f.code as key, d.landed_at, d.finished_at, "
                    + SUMS
                    + RECORDS
                    + """
                    join delivery d on d.id = k.delivery_id join feed f on f.id = d.feed_id
                    where starts_with(t.answering_division, $1) and k.delivery_id < $2
                    group by k.delivery_id, f.code, d.landed_at, d.finished_at
                    order by k.delivery_id desc limit $3\
                    """;

    private ShareRows() {}

    /// @param row of [#DELIVERIES]
    static DeliveryShare delivery(Row row) {
        return new DeliveryShare(
                row.getLong("id"),
                row.getString("key"),
                RowReading.instant(row, "landed_at"),
                RowReading.instantOrNull(row, "finished_at"),
                sums(row));
    }

    /// @param row with [#SUMS]
    public static DivisionSums sums(Row row) {
        return new DivisionSums(
                row.getLong("persons"),
                row.getLong("posted"),
                row.getLong("aside"),
                row.getLong("held"),
                row.getLong("refused"),
                new Hours(row.getLong("posted_hours")),
                new Hours(row.getLong("aside_hours")),
                new Hours(row.getLong("held_hours")),
                new Hours(row.getLong("refused_hours")),
                new Credits(row.getLong("posted_credits")));
    }
}
