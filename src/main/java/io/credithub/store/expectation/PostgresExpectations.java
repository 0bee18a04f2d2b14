package io.credithub.store.expectation;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.Expectations;
import io.credithub.flow.expectation.ExpectedTitles.KnownTitle;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import io.credithub.flow.expectation.ExpectedTitles.TitleWords;
import io.credithub.flow.expectation.ExpectedTraining;
import io.credithub.flow.expectation.KeptList;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Expectations beside the registry. Lists are found by index; what has arrived of them is counted
/// in one snapshot, by one statement for all that are asked about.
@ApplicationScoped
public class PostgresExpectations implements Expectations {
    private static final int GAPS_AT_A_TIME = 2_000;

    /// All of it will be read.
    private static final String WHOLE = "select set_config('cursor_tuple_fraction', '1', true)";

    /// It goes with the snapshot in which it is declared.
    private static final String DECLARE =
            "declare expectation_gaps no scroll cursor for " + EnrolledSql.GAPS;

    private static final String FETCH =
            "fetch forward %d from expectation_gaps".formatted(GAPS_AT_A_TIME);

    private static final String COLUMNS =
            """
            select l.id, f.code as feed, l.division_code, l.programme_code, l.programme_name,
                l.starts_on, l.ends_on, l.sent_at
            from enrolment_list l left join feed f on f.id = l.feed_id
            where l.replaced_at is null\
            """;

    /// `$1`: what the divisions in sight begin with, with `%`.
    private static final String IN_SIGHT =
            """
            and (l.division_code like $1 or exists (select from enrolment e %s
                join teacher t on t.id = %s and t.answering_division like l.prefix || '%%'
                    and t.answering_division like $1
                where e.list_id = l.id))\
            """
                    .formatted(EnrolledSql.WHO, EnrolledSql.TEACHER);

    private static final String LISTS =
            """
            %s %s
            and ($2::text is null or l.programme_code = $2 or l.normal = $2)
            and ($3::text is null or f.code = $3)
            and l.id < $4 order by l.id desc limit $5\
            """
                    .formatted(COLUMNS, IN_SIGHT);

    private static final String ONE = "%s %s and l.id = $2".formatted(COLUMNS, IN_SIGHT);

    private static final String ENDING =
            "%s and l.ends_on between $1 and $2 order by l.id".formatted(COLUMNS);

    private static final String ABOUT =
            "%s and (l.normal = any($1) or l.programme_code = any($2)) order by l.id"
                    .formatted(COLUMNS);

    private static final String TITLES =
            """
            select id, normal, code, session, organiser from programme
            where normal = any($1) or code = any($2)\
            """;

    private final Pool pool;
    private final Snapshots snapshots;

    public PostgresExpectations(Pool pool, Snapshots snapshots) {
        this.pool = pool;
        this.snapshots = snapshots;
    }

    private static String starting(Jurisdiction within) {
        return within.prefix() + "%";
    }

    @Override
    public Uni<List<KeptList>> lists(ListFilter filter, long before, int most) {
        Tuple values =
                Tuple.from(
                        Arrays.asList(
                                starting(filter.sight().within()),
                                filter.programme(),
                                filter.feed(),
                                before,
                                most));
        return all(LISTS, values);
    }

    @Override
    public Uni<Optional<KeptList>> find(long number, ExpectationSight sight) {
        return all(ONE, Tuple.of(starting(sight.within()), number))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<KeptList>> ending(LocalDate first, LocalDate last) {
        return all(ENDING, Tuple.of(first, last));
    }

    @Override
    public Uni<List<KeptList>> about(TitleWords words) {
        return all(ABOUT, words(words));
    }

    private static Tuple words(TitleWords words) {
        return Tuple.tuple()
                .addArrayOfString(words.names().toArray(String[]::new))
                .addArrayOfString(words.codes().toArray(String[]::new));
    }

    private Uni<List<KeptList>> all(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> RowReading.list(rows, PostgresExpectations::list));
    }

    private static KeptList list(Row row) {
        return new KeptList(
                row.getLong("id"),
                new ListOwner(
                        row.getString("feed"), new Jurisdiction(row.getString("division_code"))),
                new ExpectedTraining(
                        row.getString("programme_code"),
                        row.getString("programme_name"),
                        row.getLocalDate("starts_on"),
                        row.getLocalDate("ends_on")),
                RowReading.instant(row, "sent_at"));
    }

    @Override
    public Uni<List<KnownTitle>> titles(TitleWords words) {
        return pool.preparedQuery(TITLES)
                .execute(words(words))
                .map(rows -> RowReading.list(rows, PostgresExpectations::title));
    }

    private static KnownTitle title(Row row) {
        return new KnownTitle(
                row.getInteger("id"),
                new ProgrammeTitle(
                        row.getString("normal"),
                        row.getString("code"),
                        row.getString("session"),
                        row.getString("organiser")));
    }

    private static Tuple values(ExpectationScope scope) {
        return Tuple.tuple()
                .addArrayOfLong(scope.lists().toArray(Long[]::new))
                .addArrayOfLong(longs(scope, ListTitle::list))
                .addArrayOfInteger(
                        scope.meant().stream().map(ListTitle::programme).toArray(Integer[]::new))
                .addString(starting(scope.sight().within()))
                .addInteger(scope.graceDays())
                .addBoolean(scope.sight().isWhole());
    }

    private static Long[] longs(ExpectationScope scope, ToLongFunction<ListTitle> value) {
        return scope.meant().stream().mapToLong(value).boxed().toArray(Long[]::new);
    }

    @Override
    public Uni<Map<Long, ListCounts>> count(ExpectationScope scope) {
        return snapshots.read(connection ->
                connection
                        .preparedQuery(EnrolledSql.COUNTS)
                        .execute(values(scope))
                        .map(rows -> {
                            Map<Long, ListCounts> counts = new HashMap<>();
                            for (Row row : rows) counts.put(row.getLong("id"), counts(row));
                            return counts;
                        }));
    }

    private static ListCounts counts(Row row) {
        long enrolled = row.getLong("enrolled");
        long absent = row.getLong("absent");
        return new ListCounts(
                enrolled,
                enrolled - absent,
                absent,
                row.getLong("unknown"),
                row.getLong("unexpected"));
    }

    @Override
    public Uni<List<MissingPerson>> missing(ExpectationScope scope, int after, int most) {
        Tuple values = values(scope).addInteger(after).addInteger(most);
        return snapshots.read(connection ->
                connection
                        .preparedQuery(EnrolledSql.MISSING)
                        .execute(values)
                        .map(rows -> RowReading.list(rows, PostgresExpectations::missing)));
    }

    private static MissingPerson missing(Row row) {
        return new MissingPerson(
                row.getInteger("no"),
                row.getString("teacher_no"),
                row.getString("name"),
                row.getString("id_masked"),
                row.getString("answering_division"),
                row.getString("school_code"),
                row.getInteger("hours"));
    }

    @Override
    public Uni<Long> gaps(ExpectationScope scope, Function<List<ExpectationGap>, Uni<Void>> take) {
        return snapshots.read(connection -> gaps(connection, scope, take));
    }

    private static Uni<Long> gaps(
            SqlConnection connection,
            ExpectationScope scope,
            Function<List<ExpectationGap>, Uni<Void>> take) {
        return connection
                .query(WHOLE)
                .execute()
                .chain(() -> connection.preparedQuery(DECLARE).execute(values(scope)))
                .chain(() ->
                        Multi.createBy()
                                .repeating()
                                .uni(() -> some(connection, take))
                                .whilst(count -> count == GAPS_AT_A_TIME)
                                .collect()
                                .with(Collectors.summingLong(Integer::longValue)));
    }

    private static Uni<Integer> some(
            SqlConnection connection, Function<List<ExpectationGap>, Uni<Void>> take) {
        return connection
                .preparedQuery(FETCH)
                .execute()
                .map(rows -> RowReading.list(rows, PostgresExpectations::gap))
                .call(gaps -> gaps.isEmpty() ? Uni.createFrom().voidItem() : take.apply(gaps))
                .map(List::size);
    }

    private static ExpectationGap gap(Row row) {
        return new ExpectationGap(
                row.getLong("list_id"),
                row.getInteger("teacher_id"),
                row.getString("person"),
                row.getString("answering_division"),
                row.getString("school_code"),
                row.getUUID("record_key") == null ? null : arrived(row),
                row.getInteger("hours"));
    }

    private static ArrivedRecord arrived(Row row) {
        return new ArrivedRecord(
                row.getString("feed"), row.getUUID("record_key"), row.getString("record_id"));
    }
}
