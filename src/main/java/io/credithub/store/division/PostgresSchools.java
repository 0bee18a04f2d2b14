package io.credithub.store.division;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.Schools;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schools of the roster. A page is read along the index `teacher_belongs`.
@Singleton
public class PostgresSchools implements Schools {
    private static final int DIGITS = 6;

    /// Of a school the names are those that its teachers have, wherever they belong.
    private static final String LIST =
            """
            with places as (
                select answering_division as division,
                    coalesce(home_school_code, school_code, '') as school, count(*) as teachers,
                    count(*) filter (where left_on is null) as present
                from teacher
                where merged_into is null and answering_division between $1 and $2
                    and (answering_division, coalesce(home_school_code, school_code, '')) > ($3, $4)
                    and ($5::text is null or coalesce(home_school_code, school_code, '') = $5)
                    and ($6::text is null or coalesce(home_school_code, school_code, '') in (
                        select n.school_code from teacher n where position($6 in n.school_name) > 0))
                group by 1, 2 order by 1, 2 limit $7),
            names as (
                select t.school_code, t.school_name, count(*) as teachers,
                    count(*) filter (where t.left_on is null) as present
                from teacher t
                where t.school_code in (select school from places) and t.school_name is not null
                    and t.merged_into is null
                group by 1, 2)
            select p.*, array(
                select n.school_name from names n where n.school_code = p.school
                order by n.present desc, n.teachers desc, n.school_name) as names
            from places p order by p.division, p.school\
            """;

    private final Pool pool;

    public PostgresSchools(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<RosterSchool>> list(
            SchoolQuestion asked, @Nullable SchoolPlace after, int most) {
        Tuple values =
                Tuple.from(
                        Arrays.asList(
                                padded(asked.within(), '0'),
                                padded(asked.within(), '9'),
                                after == null ? "" : after.division(),
                                after == null ? "" : after.school(),
                                asked.school(),
                                asked.name(),
                                most));
        return pool.preparedQuery(LIST)
                .execute(values)
                .map(rows -> RowReading.list(rows, PostgresSchools::school));
    }

    /// The least, or the greatest code that belongs to a division.
    private static String padded(Jurisdiction within, char digit) {
        String prefix = within.prefix();
        return prefix + String.valueOf(digit).repeat(DIGITS - prefix.length());
    }

    private static RosterSchool school(Row row) {
        List<String> names = new ArrayList<>(List.of(row.getArrayOfStrings("names")));
        String name = names.isEmpty() ? null : names.removeFirst();
        names.sort(Comparator.naturalOrder());
        return new RosterSchool(
                new SchoolPlace(row.getString("division"), row.getString("school")),
                name,
                names,
                row.getLong("teachers"),
                row.getLong("present"));
    }
}
