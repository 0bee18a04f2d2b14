package io.credithub.store.roster;

import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.roster.RosterStore.HomesFound;
import io.credithub.store.roster.CountyTransferWriter.CountyTransfer;
import io.credithub.store.roster.RosterEntry.KnownTeacher;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where home schools are: as the row says, else as it was known of the same teacher and school,
/// else where those who work there are.
///
/// @param today in the province
record HomeSchools(SqlConnection connection, LocalDate today) {
    private static final String SCHOOLS =
            """
            select school_code, min(division_code) as division
            from teacher where school_code = any($1) group by 1\
            """;

    private static final String UNKNOWN_HOMES =
            """
            select t.id, t.division_code, t.home_school_code, s.division
            from teacher t
            left join lateral (select min(division_code) as division from teacher
                where school_code = t.home_school_code) s on true
            where t.home_division_code is null
                and (t.home_school_code is not null or t.status = 'SECONDED')
            order by t.id\
            """;

    private static final String SET_HOMES =
            """
            update teacher t set home_division_code = n.home, version = t.version + 1
            from unnest($1::int4[], $2::text[], $3::text[]) as n (id, was, home)
            where t.id = n.id\
            """;

    /// @param schools the county of each home school that is known
    /// @param today in the province
    record HomeDivisions(Map<String, String> schools, LocalDate today) {
        RosterEntry complete(RosterEntry entry, @Nullable KnownTeacher known) {
            RosterRow row = entry.row();
            LocalDate left = known == null || known.leftOn() == null ? today : known.leftOn();
            return entry.completed(home(row, known), left);
        }

        private @Nullable String home(RosterRow row, @Nullable KnownTeacher known) {
            if (row.homeDivision() != null) return row.homeDivision();
            String school = row.homeSchool();
            if (school == null) return null;
            boolean asBefore = known != null && school.equals(known.homeSchool());
            String before = asBefore && known != null ? known.homeDivision() : null;
            return before != null ? before : schools.get(school);
        }

        boolean isMissing(RosterRow row) {
            return row.isAway() && row.homeDivision() == null;
        }
    }

    /// Those that these rows name, as the registry and the rows themselves know them.
    Uni<HomeDivisions> of(List<RosterRow> rows) {
        Set<String> asked = new HashSet<>();
        for (RosterRow row : rows) if (row.homeSchool() != null) asked.add(row.homeSchool());
        Map<String, String> schools = new TreeMap<>();
        for (RosterRow row : rows) {
            String school = row.schoolCode();
            String division = row.division();
            if (school != null && division != null && asked.contains(school)) {
                schools.merge(school, division, HomeSchools::smaller);
            }
        }
        if (asked.isEmpty()) return Uni.createFrom().item(new HomeDivisions(schools, today));
        return connection
                .preparedQuery(SCHOOLS)
                .execute(Tuple.tuple().addArrayOfString(asked.toArray(String[]::new)))
                .map(found -> {
                    for (Row row : found) {
                        schools.merge(
                                row.getString("school_code"),
                                row.getString("division"),
                                HomeSchools::smaller);
                    }
                    return new HomeDivisions(schools, today);
                });
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// What a whole roster tells that its rows, one after the other, could not.
    Uni<HomesFound> find() {
        return connection
                .preparedQuery(UNKNOWN_HOMES)
                .execute()
                .chain(rows -> {
                    List<CountyTransfer> known = new ArrayList<>();
                    Set<String> unknown = new HashSet<>();
                    for (Row row : rows) {
                        String home = row.getString("division");
                        String school = row.getString("home_school_code");
                        if (home == null) {
                            if (school != null) unknown.add(school);
                        } else {
                            String was = row.getString("division_code");
                            known.add(
                                    new CountyTransfer(
                                            row.getInteger("id"), was, home, null, true));
                        }
                    }
                    return set(known).replaceWith(() -> found(known, unknown));
                });
    }

    private static HomesFound found(List<CountyTransfer> known, Set<String> unknown) {
        Set<Integer> found = new HashSet<>();
        Set<Integer> moved = new HashSet<>();
        for (CountyTransfer move : known) {
            found.add(move.teacher());
            if (!move.was().equals(move.now())) moved.add(move.teacher());
        }
        Enrolled enrolled =
                new Enrolled(
                        0, found.size(), 0, found, Set.of(), moved, Set.of(), List.of(), List.of());
        return new HomesFound(enrolled, unknown);
    }

    private Uni<Void> set(List<CountyTransfer> known) {
        if (known.isEmpty()) return Uni.createFrom().voidItem();
        List<CountyTransfer> moves =
                known.stream().filter(move -> !move.was().equals(move.now())).toList();
        return connection
                .preparedQuery(SET_HOMES)
                .execute(CountyTransferWriter.columns(known).tuple())
                .chain(() -> new CountyTransferWriter(connection).write(moves, today));
    }
}
