package io.credithub.store.delivery;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.store.sql.PrefixRange;
import io.vertx.mutiny.sqlclient.Row;

/// What the cells of the reconciliation sum to: of the proof, and of every report, so that a figure
/// has one meaning. `$1` is what the codes of divisions begin with, `$2` a school year where one is
/// asked for.
///
/// Whoever asks about feeds says that feed 0, the persons of all of them, is not meant: as known on
/// a past moment cells are counted from the records, and those persons are another pass over them.
public final class CellSums {
    /// Records and hours by where matching has placed them.
    static final String PLACED =
            """
            sum(posted)::int8 as posted, sum(aside)::int8 as aside, sum(held)::int8 as held,
                sum(refused)::int8 as refused, sum(posted_hours)::int8 as posted_hours,
                sum(aside_hours)::int8 as aside_hours, sum(held_hours)::int8 as held_hours,
                sum(refused_hours)::int8 as refused_hours\
            """;

    private static final String OF_YEAR = "and school_year = $2";

    private static final String CELLS =
            """
            select %%s as key, %s,
                sum(posted_credits)::int8 as posted_credits,
                coalesce(sum(persons) filter (where feed_id = 0), 0)::int8 as persons
            from reconciliation_cell where starts_with(division_code, $1) %%s group by 1\
            """
                    .formatted(PLACED);

    /// Counties in which a teacher or a record is.
    public static final String COUNTIES = counties("");

    /// The same with the records of one school year.
    public static final String COUNTIES_OF_YEAR = counties(OF_YEAR);

    public static final String YEARS =
            "select c.*, null::int8 as teachers from (%s) c order by 1"
                    .formatted(CELLS.formatted("school_year::text", ""));

    /// Feeds with records of a division's teachers, each with its own persons.
    public static final String FEEDS = feeds("");

    /// The same with the records of one school year.
    public static final String FEEDS_OF_YEAR = feeds(OF_YEAR);

    private CellSums() {}

    private static String counties(String condition) {
        return """
        select coalesce(r.key, c.key) as key, coalesce(r.teachers, 0) as teachers,
            coalesce(c.posted, 0) as posted, coalesce(c.aside, 0) as aside,
            coalesce(c.held, 0) as held, coalesce(c.refused, 0) as refused,
            coalesce(c.posted_hours, 0) as posted_hours,
            coalesce(c.aside_hours, 0) as aside_hours,
            coalesce(c.held_hours, 0) as held_hours,
            coalesce(c.refused_hours, 0) as refused_hours,
            coalesce(c.posted_credits, 0) as posted_credits, coalesce(c.persons, 0) as persons
        from (%s) c
        full join (select answering_division as key, count(*) as teachers from teacher
            where %s and merged_into is null group by 1) r
            on r.key = c.key
        where r.key is not null or c.posted + c.aside + c.held + c.refused > 0
        order by 1\
        """
                .formatted(
                        CELLS.formatted("division_code", condition),
                        PrefixRange.of("answering_division", "$1"));
    }

    private static String feeds(String condition) {
        return """
        select f.code as key, %s,
            sum(posted_credits)::int8 as posted_credits, sum(persons)::int8 as persons
        from reconciliation_cell c join feed f on f.id = c.feed_id
        where starts_with(division_code, $1) and c.feed_id <> 0 %s
        group by 1 having sum(posted) <> 0 or sum(aside) <> 0
            or sum(held) <> 0 or sum(refused) <> 0
        order by 1\
        """
                .formatted(PLACED, condition);
    }

    /// @param row of counties or of school years
    public static PlaceSums place(Row row) {
        return new PlaceSums(
                row.getString("key"),
                row.getLong("teachers"),
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
