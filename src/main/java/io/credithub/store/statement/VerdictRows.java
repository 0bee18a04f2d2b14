package io.credithub.store.statement;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.domain.standing.VerdictFigures.MissingFloor;
import io.credithub.flow.statement.VerdictRow;
import io.credithub.flow.statement.VerdictRow.RosterPlace;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Rows of `teacher_verdict`. The arrays of a row go out as text, since arrays of arrays cannot be
/// taken apart.
final class VerdictRows {
    static final String OF_TEACHERS =
            "select * from teacher_verdict where teacher_id = any($1::int4[])";

    private static final ArrayColumns COLUMNS =
            ArrayColumns.of(
                    "teacher_id int4",
                    "cycle int2",
                    "division text",
                    "school text",
                    "state text",
                    "verdict int2",
                    "recognised int4",
                    "required int4",
                    "missing int4",
                    "borrowed int4",
                    "floors text",
                    "year_verdict text",
                    "year_recognised text",
                    "year_required text",
                    "year_missing text",
                    "year_borrowed text",
                    "year_floors text");

    static final String WRITE =
            """
            insert into teacher_verdict as v (%s)
            select teacher_id, cycle, division, school, state, verdict, recognised, required,
                missing, borrowed, floors, year_verdict::int2[], year_recognised::int4[],
                year_required::int4[], year_missing::int4[], year_borrowed::int4[],
                year_floors::text[]
            from (select %s) n
            on conflict (teacher_id, cycle) do update set division = excluded.division,
                school = excluded.school, state = excluded.state, verdict = excluded.verdict,
                recognised = excluded.recognised, required = excluded.required,
                missing = excluded.missing, borrowed = excluded.borrowed,
                floors = excluded.floors, year_verdict = excluded.year_verdict,
                year_recognised = excluded.year_recognised,
                year_required = excluded.year_required, year_missing = excluded.year_missing,
                year_borrowed = excluded.year_borrowed, year_floors = excluded.year_floors\
            """
                    .formatted(COLUMNS.names(), COLUMNS.rows());

    static final String REMOVE =
            """
            delete from teacher_verdict v using unnest($1::int4[], $2::int2[]) as n (teacher, cycle)
            where v.teacher_id = n.teacher and v.cycle = n.cycle\
            """;

    private VerdictRows() {}

    static Tuple written(List<VerdictRow> rows) {
        return new ArrayParameters<>(rows)
                .ints(VerdictRow::teacher)
                .shorts(VerdictRow::cycle)
                .texts(row -> row.place().division())
                .texts(row -> row.place().school())
                .texts(row -> row.place().state())
                .shorts(row -> row.whole().verdict().code())
                .ints(row -> hundredths(row.whole().recognised()))
                .ints(row -> hundredths(row.whole().required()))
                .ints(row -> hundredths(row.whole().missing()))
                .ints(row -> hundredths(row.whole().borrowed()))
                .texts(row -> floors(row.whole()))
                .texts(years(year -> year.verdict().code()))
                .texts(years(year -> year.recognised().hundredths()))
                .texts(years(year -> year.required().hundredths()))
                .texts(years(year -> year.missing().hundredths()))
                .texts(years(year -> year.borrowed().hundredths()))
                .texts(VerdictRows::yearFloors)
                .tuple();
    }

    static Tuple keys(List<VerdictRow> rows) {
        return new ArrayParameters<>(rows)
                .ints(VerdictRow::teacher)
                .shorts(VerdictRow::cycle)
                .tuple();
    }

    private static int hundredths(Credits credits) {
        return Math.toIntExact(credits.hundredths());
    }

    private static Function<VerdictRow, String> years(ToLongFunction<VerdictFigures> value) {
        return row ->
                row.years().stream()
                        .map(year -> Long.toString(value.applyAsLong(year)))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String yearFloors(VerdictRow row) {
        return row.years().stream()
                .map(year -> '"' + floors(year) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String floors(VerdictFigures figures) {
        return figures.floors().stream()
                .map(floor -> floor.line() + ":" + floor.missing().hundredths())
                .collect(Collectors.joining(" "));
    }

    static List<MissingFloor> floors(String written) {
        List<MissingFloor> floors = new ArrayList<>();
        if (written.isEmpty()) return floors;
        for (String one : written.split(" ")) {
            int colon = one.lastIndexOf(':');
            long hundredths = Long.parseLong(one.substring(colon + 1));
            floors.add(new MissingFloor(one.substring(0, colon), new Credits(hundredths)));
        }
        return floors;
    }

    static VerdictRow read(Row row) {
        return new VerdictRow(
                row.getInteger("teacher_id"),
                row.getInteger("cycle"),
                new RosterPlace(
                        row.getString("division"), row.getString("school"), row.getString("state")),
                figures(row),
                years(row));
    }

    /// Of a row with the figures as plain columns.
    static VerdictFigures figures(Row row) {
        return new VerdictFigures(
                TeacherVerdict.of(row.getInteger("verdict")),
                new Credits(row.getInteger("recognised")),
                new Credits(row.getInteger("required")),
                new Credits(row.getInteger("missing")),
                new Credits(row.getInteger("borrowed")),
                floors(row.getString("floors")));
    }

    private static List<VerdictFigures> years(Row row) {
        Short[] verdicts = Objects.requireNonNull(row.getArrayOfShorts("year_verdict"));
        Integer[] recognised = ints(row, "year_recognised");
        Integer[] required = ints(row, "year_required");
        Integer[] missing = ints(row, "year_missing");
        Integer[] borrowed = ints(row, "year_borrowed");
        String[] floors = Objects.requireNonNull(row.getArrayOfStrings("year_floors"));
        List<VerdictFigures> years = new ArrayList<>(verdicts.length);
        for (int year = 0; year < verdicts.length; year++) {
            years.add(
                    new VerdictFigures(
                            TeacherVerdict.of(verdicts[year]),
                            new Credits(recognised[year]),
                            new Credits(required[year]),
                            new Credits(missing[year]),
                            new Credits(borrowed[year]),
                            floors(floors[year])));
        }
        return years;
    }

    private static Integer[] ints(Row row, String column) {
        return Objects.requireNonNull(row.getArrayOfIntegers(column));
    }
}
