package io.credithub.store.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionKind;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.DivisionList;
import io.credithub.domain.division.KnownDivision;
import io.credithub.domain.division.ListedDivision;
import io.credithub.domain.division.SuccessionKind;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/// Lists of divisions as rows. Codes of closed lists are written by their places, from 1.
record DivisionListRows(SqlClient client) {
    private static final String SEPARATOR = ";";

    private static final String LISTED =
            "select code, name, level, parent, kind from division where list = $1 and to_year is"
                    + " null";

    private static final String CHANGES =
            "select code, name, school_year, kind, successors from division_change where list = $1";

    private static final String ADD_LIST =
            """
            insert into division_list (number)
            select coalesce(max(number), 0) + 1 from division_list returning number\
            """;

    private static final String ADD =
            """
            insert into division (list, code, name, level, parent, kind, from_year, to_year)
            select $8, n.* from unnest($1::text[], $2::text[], $3::int2[], $4::text[], $5::int2[],
                $6::int4[], $7::int4[]) as n\
            """;

    private static final String ADD_CHANGES =
            """
            insert into division_change (list, code, name, school_year, kind, successors)
            select $6, n.code, n.name, n.school_year, n.kind, string_to_array(n.successors, ';')
            from unnest($1::text[], $2::text[], $3::int2[], $4::int2[], $5::text[])
                as n (code, name, school_year, kind, successors)\
            """;

    Uni<DivisionList> read(int number) {
        return client.preparedQuery(LISTED)
                .execute(Tuple.of(number))
                .map(rows -> RowReading.list(rows, DivisionListRows::listed))
                .chain(divisions ->
                        client.preparedQuery(CHANGES)
                                .execute(Tuple.of(number))
                                .map(rows -> RowReading.list(rows, DivisionListRows::change))
                                .map(changes -> new DivisionList(divisions, changes)));
    }

    private static ListedDivision listed(Row row) {
        return new ListedDivision(
                row.getString("code"),
                row.getString("name"),
                DivisionLevel.numbered(row.getInteger("level")),
                row.getString("parent"),
                DivisionKind.of(row.getInteger("kind")));
    }

    private static DivisionChange change(Row row) {
        return new DivisionChange(
                row.getInteger("school_year"),
                row.getString("code"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("successors")),
                SuccessionKind.of(row.getInteger("kind")));
    }

    /// Writes another list behind those that are there. Nobody else may do so meanwhile.
    Uni<Void> add(DivisionCatalogue next) {
        return client.query(ADD_LIST)
                .execute()
                .map(rows -> rows.iterator().next().getInteger("number"))
                .chain(number ->
                        client.preparedQuery(ADD)
                                .execute(divisions(number, List.copyOf(next.all())))
                                .chain(() ->
                                        client.preparedQuery(ADD_CHANGES)
                                                .execute(changes(number, next.list().changes()))))
                .replaceWithVoid();
    }

    private static Tuple divisions(int number, List<KnownDivision> all) {
        return new ArrayParameters<>(all)
                .texts(KnownDivision::code)
                .texts(KnownDivision::name)
                .shorts(one -> one.level().code())
                .texts(KnownDivision::parent)
                .shorts(one -> one.kind().code())
                .intsOrNull(KnownDivision::fromYear)
                .intsOrNull(KnownDivision::toYear)
                .plain(number)
                .tuple();
    }

    private static Tuple changes(int number, List<DivisionChange> all) {
        return new ArrayParameters<>(all)
                .texts(DivisionChange::code)
                .texts(DivisionChange::name)
                .shorts(DivisionChange::schoolYear)
                .shorts(one -> one.kind().code())
                .texts(one -> String.join(SEPARATOR, one.successors()))
                .plain(number)
                .tuple();
    }
}
