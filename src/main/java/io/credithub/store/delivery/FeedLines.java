package io.credithub.store.delivery;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.Posted;
import io.credithub.store.feed.ReplayedSum;
import io.vertx.mutiny.sqlclient.Row;

/// What feeds delivered as a whole, of whatever division and school year: of the proof, and of
/// every report that says so.
public final class FeedLines {
    /// From counters: the cost does not grow with the records.
    public static final String ALL =
            """
            select f.code, count(d.id) filter (where d.replay_of is null) as deliveries,
                sum(d.declared_records)::int8 as declared,
                (coalesce(sum(d.received) filter (where d.declared_records is null
                    and d.replay_of is null), 0) + %1$s)::int8 as undeclared,
                (coalesce(sum(d.received) filter (where d.replay_of is null), 0) + %1$s)::int8
                    as received,
                coalesce(sum(d.accepted), 0)::int8 as accepted,
                coalesce(sum(d.rejected - d.replayed) filter (where d.replay_of is null), 0)::int8
                    as rejected,
                coalesce(sum(d.replayed), 0)::int8 as replayed,
                coalesce(sum(d.rejected - d.replayed) filter (where d.replay_of is null), 0)::int8
                    as open,
                coalesce(sum(d.received) filter (where d.replay_of is not null
                    and d.finished_at is null), 0)::int8 as under_way,
                coalesce(sum(d.duplicate), 0)::int8 as duplicate,
                coalesce(sum(d.waiting), 0)::int8 as waiting,
                sum(d.declared_persons)::int8 as declared_persons,
                coalesce(sum(d.persons) filter (where d.declared_persons is null), 0)::int8
                    as undeclared_persons,
                coalesce(sum(d.persons), 0)::int8 as persons,
                sum(d.declared_hours)::int8 as declared_hours,
                coalesce(sum(d.accepted_hours + d.duplicate_hours + d.waiting_hours)
                    filter (where d.declared_hours is null), 0)::int8 as undeclared_hours,
                coalesce(sum(d.accepted_hours), 0)::int8 as accepted_hours,
                coalesce(sum(d.duplicate_hours), 0)::int8 as duplicate_hours,
                coalesce(sum(d.waiting_hours), 0)::int8 as waiting_hours,
                coalesce(max(c.posted), 0)::int8 as posted,
                coalesce(max(c.posted_hours), 0)::int8 as posted_hours,
                coalesce(max(c.posted_credits), 0)::int8 as posted_credits,
                coalesce(max(c.aside), 0)::int8 as aside,
                coalesce(max(c.aside_hours), 0)::int8 as aside_hours,
                coalesce(max(c.held), 0)::int8 as held,
                coalesce(max(c.held_hours), 0)::int8 as held_hours,
                coalesce(max(c.refused), 0)::int8 as refused,
                coalesce(max(c.refused_hours), 0)::int8 as refused_hours,
                coalesce(max(c.persons), 0)::int8 as posted_persons
            from feed f
            left join delivery d on d.feed_id = f.id
            left join (
                select feed_id, %2$s,
                    sum(posted_credits) as posted_credits, sum(persons) as persons
                from reconciliation_cell where feed_id <> 0 group by feed_id) c on c.feed_id = f.id
            group by f.code order by f.code\
            """
                    .formatted(ReplayedSum.SUM, CellSums.PLACED);

    private FeedLines() {}

    public static FeedSums feed(Row row) {
        return new FeedSums(
                row.getString("code"),
                row.getLong("deliveries"),
                CountColumns.records(row, row.getLong("declared"), row.getLong("undeclared")),
                new PersonCounts(
                        row.getLong("declared_persons"),
                        row.getLong("undeclared_persons"),
                        row.getLong("persons")),
                CountColumns.hours(row, hours(row, "undeclared_hours")),
                posted(row));
    }

    private static Posted posted(Row row) {
        long inForce = row.getLong("posted");
        long aside = row.getLong("aside");
        long held = row.getLong("held");
        long refused = row.getLong("refused");
        Hours inForceHours = hours(row, "posted_hours");
        Hours asideHours = hours(row, "aside_hours");
        Hours heldHours = hours(row, "held_hours");
        Hours refusedHours = hours(row, "refused_hours");
        Hours placed = inForceHours.plus(asideHours).plus(heldHours).plus(refusedHours);
        return new Posted(
                inForce,
                aside,
                held,
                refused,
                row.getLong("accepted") - inForce - aside - held - refused,
                inForceHours,
                asideHours,
                heldHours,
                refusedHours,
                new Hours(row.getLong("accepted_hours") - placed.hundredths()),
                new Credits(row.getLong("posted_credits")),
                row.getLong("posted_persons"));
    }

    private static Hours hours(Row row, String column) {
        return new Hours(row.getLong(column));
    }
}
