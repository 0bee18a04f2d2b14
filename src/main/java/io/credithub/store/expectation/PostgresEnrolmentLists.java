package io.credithub.store.expectation;

import io.credithub.flow.expectation.EnrolmentLists;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Enrolment lists in `enrolment_list` and `enrolment`. A list is kept in one transaction; two
/// senders of the same one wait for each other.
@ApplicationScoped
public class PostgresEnrolmentLists implements EnrolmentLists {
    /// One at a time for each sender, programme and period.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 62))";

    private static final String IN_FORCE =
            """
            select id, digest = $6 and programme_name = $7 as is_same from enrolment_list
            where coalesce(feed_id, 0) = $1 and division_code = $2 and programme_key = $3
                and starts_on = $4 and ends_on = $5 and replaced_at is null\
            """;

    /// Who is new, who is gone, and whom nobody knows.
    private static final String COMPARE =
            """
            with said as (
                select unnest($2::uuid[]) as number_hash, unnest($3::uuid[]) as id_hash),
            listed as (select e.number_hash, e.id_hash from enrolment e where e.list_id = $1::int8)
            select
                (select count(*) from said s
                    where not exists (select from listed e where e.number_hash = s.number_hash)
                        and not exists (select from listed e where e.id_hash = s.id_hash)) as added,
                (select count(*) from listed e
                    where not exists (select from said s where s.number_hash = e.number_hash)
                        and not exists (select from said s where s.id_hash = e.id_hash)) as gone,
                (select count(*) from said e %s
                    left join teacher t on t.id = %s and t.answering_division like $4
                    where t.id is null) as unknown\
            """
                    .formatted(EnrolledSql.WHO, EnrolledSql.TEACHER);

    private static final String REPLACE =
            "update enrolment_list set replaced_at = now() where id = $1";

    private static final String INSERT =
            """
            insert into enrolment_list (feed_id, division_code, prefix, programme_code,
                programme_name, normal, programme_key, starts_on, ends_on, digest, enrolled, sent_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id\
            """;

    private static final String INSERT_ROWS =
            """
            insert into enrolment (list_id, no, number_hash, id_hash, teacher_no, id_masked, name,
                hours)
            select $8, unnest($1::int4[]), unnest($2::uuid[]), unnest($3::uuid[]),
                unnest($4::text[]), unnest($5::text[]), unnest($6::text[]), unnest($7::int4[])\
            """;

    private final Pool pool;
    private final FeedNumbers feeds;

    public PostgresEnrolmentLists(Pool pool, FeedNumbers feeds) {
        this.pool = pool;
        this.feeds = feeds;
    }

    @Override
    public Uni<ListChange> compare(NewList list) {
        return feeds.learned()
                .chain(() -> inForce(pool, list))
                .chain(now -> compare(pool, list, now));
    }

    @Override
    public Uni<ListChange> keep(NewList list) {
        return feeds.learned()
                .chain(() -> pool.withTransaction(connection -> keep(connection, list)));
    }

    private Uni<ListChange> keep(SqlConnection connection, NewList list) {
        String key = key(list);
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(key))
                .chain(() -> inForce(connection, list))
                .chain(now -> compare(connection, list, now))
                .chain(change ->
                        change.isSame()
                                ? Uni.createFrom().item(change)
                                : write(connection, list, change));
    }

    private static String key(NewList list) {
        return "%s/%s/%s/%s/%s"
                .formatted(
                        list.owner().feed(),
                        list.owner().division().divisionCode(),
                        list.training().key(),
                        list.training().startsOn(),
                        list.training().endsOn());
    }

    private int feed(NewList list) {
        String feed = list.owner().feed();
        return feed == null ? 0 : feeds.number(feed);
    }

    /// The list that counts so far.
    private record ListInForce(@Nullable Long id, boolean isSame) {}

    private Uni<ListInForce> inForce(SqlClient client, NewList list) {
        return client.preparedQuery(IN_FORCE)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        feed(list),
                                        list.owner().division().divisionCode(),
                                        list.training().key(),
                                        list.training().startsOn(),
                                        list.training().endsOn(),
                                        list.digest(),
                                        list.training().name())))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) return new ListInForce(null, false);
                    Row row = rows.iterator().next();
                    return new ListInForce(row.getLong("id"), row.getBoolean("is_same"));
                });
    }

    private static Uni<ListChange> compare(SqlClient client, NewList list, ListInForce now) {
        Tuple values =
                Tuple.of(
                        now.id(),
                        hashes(list, false),
                        hashes(list, true),
                        list.owner().division().prefix() + "%");
        return client.preparedQuery(COMPARE)
                .execute(values)
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new ListChange(
                                now.isSame() ? now.id() : null,
                                now.isSame() ? null : now.id(),
                                now.isSame(),
                                Math.toIntExact(row.getLong("added")),
                                Math.toIntExact(row.getLong("gone")),
                                Math.toIntExact(row.getLong("unknown"))));
    }

    private static UUID[] hashes(NewList list, boolean isOfDocument) {
        List<@Nullable UUID> hashes = new ArrayList<>(list.enrolments().size());
        for (Enrolment one : list.enrolments()) {
            hashes.add(isOfDocument ? one.keys().documentHash() : one.keys().numberHash());
        }
        return hashes.toArray(UUID[]::new);
    }

    private Uni<ListChange> write(SqlConnection connection, NewList list, ListChange change) {
        Long replaced = change.replaced();
        Uni<Void> first =
                replaced == null
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(REPLACE)
                                .execute(Tuple.of(replaced))
                                .replaceWithVoid();
        return first.chain(() -> connection.preparedQuery(INSERT).execute(head(list)))
                .map(rows -> rows.iterator().next().getLong(0))
                .call(id -> rows(connection, list, id))
                .map(id ->
                        new ListChange(
                                id,
                                replaced,
                                false,
                                change.added(),
                                change.gone(),
                                change.unknown()));
    }

    private Tuple head(NewList list) {
        int feed = feed(list);
        return Tuple.from(
                Arrays.asList(
                        feed == 0 ? null : feed,
                        list.owner().division().divisionCode(),
                        list.owner().division().prefix(),
                        list.training().code(),
                        list.training().name(),
                        list.training().normal(),
                        list.training().key(),
                        list.training().startsOn(),
                        list.training().endsOn(),
                        list.digest(),
                        list.enrolments().size(),
                        list.by()));
    }

    /// At its place on the list.
    private record PlacedEnrolment(int no, Enrolment enrolment) {}

    private static Uni<Void> rows(SqlConnection connection, NewList list, long id) {
        List<PlacedEnrolment> placed = new ArrayList<>(list.enrolments().size());
        for (Enrolment one : list.enrolments()) {
            placed.add(new PlacedEnrolment(placed.size(), one));
        }
        return new BatchSender(connection)
                .send(
                        INSERT_ROWS,
                        placed,
                        slice ->
                                new ArrayParameters<>(slice)
                                        .ints(PlacedEnrolment::no)
                                        .uuids(one -> one.enrolment.keys().numberHash())
                                        .uuids(one -> one.enrolment.keys().documentHash())
                                        .texts(one -> one.enrolment.keys().number())
                                        .texts(one -> one.enrolment.documentMasked())
                                        .texts(one -> one.enrolment.name())
                                        .intsOrNull(one -> one.enrolment.hourHundredths())
                                        .plain(id)
                                        .tuple());
    }
}
