package io.credithub.store.recognition;

import io.credithub.domain.Credits;
import io.credithub.domain.recognition.Act;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.recognition.Visibility;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.FreeText;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Claims in `recognition`, their bodies, their history and what decisions push. Of two who do
/// something at once, the one who finds the version as it was wins.
@ApplicationScoped
public class PostgresClaims implements ClaimRepository {
    private static final String FILE =
            """
            insert into recognition (school_code, division_code, state, submitted_by,
                idempotency_key, claim_ref, digest)
            values ($1, $2, 'SUBMITTED', $3, $4, $5, $6) on conflict do nothing returning id\
            """;
    private static final String BODY =
            """
            insert into recognition_body (recognition_id, revision, body, body_key)
            values ($1, $2, $3, $4)\
            """;
    private static final String EVENT =
            """
            insert into recognition_event
                (recognition_id, no, act, state, by_key, revision, note, decided)
            values ($1, $2, $3, $4, $5, $6, $7, $8)\
            """;
    private static final String PUSH =
            """
            insert into recognition_push (recognition_id, no, payload, payload_key)
            values ($1, $2, $3, $4)\
            """;
    private static final String MOVE =
            """
            update recognition set state = $3, revision = $4, version = $2
            where id = $1 and version = $2 - 1\
            """;
    private static final String EARLIER =
            """
            select id, digest in ($6, $7) as is_same,
                (submitted_by = $1 and idempotency_key = $2::text) is true as by_key
            from recognition
            where (submitted_by = $1 and idempotency_key = $2::text)
                or (starts_with(division_code, $3) and school_code = $4::text
                    and claim_ref = $5::text)\
            """;
    private static final String IN_SIGHT =
            "where starts_with(r.division_code, $1) and ($2::text is null or r.school_code = $2) ";

    private final Pool pool;
    private final Sealing sealing;
    private final Sealed sealed;

    PostgresClaims(Pool pool, Sealing sealing) {
        this.pool = pool;
        this.sealing = sealing;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<Optional<ClaimNumber>> file(NewClaim claim) {
        Identity identity = claim.identity();
        Tuple row =
                tuple(
                        claim.school().code(),
                        claim.school().division(),
                        identity.by(),
                        identity.key(),
                        identity.ref(),
                        digest(claim.text()));
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(FILE)
                        .execute(row)
                        .chain(rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(Optional.empty())
                                        : first(connection, id(rows), claim).map(Optional::of)));
    }

    /// Keyed; earlier hubs stored the plain one.
    private Buffer digest(ClaimText text) {
        return Buffer.buffer(sealing.keyed(text.digest()));
    }

    private static long id(RowSet<Row> rows) {
        return rows.iterator().next().getLong("id");
    }

    private Uni<ClaimNumber> first(SqlConnection connection, long id, NewClaim claim) {
        Tuple event =
                tuple(
                        id,
                        1,
                        Act.SUBMIT.name(),
                        ClaimState.SUBMITTED.name(),
                        claim.identity().by(),
                        1,
                        null,
                        null);
        return connection
                .preparedQuery(BODY)
                .execute(ClaimRows.body(sealed, id, 1, claim.text().json()))
                .chain(() -> connection.preparedQuery(EVENT).execute(event))
                .replaceWith(new ClaimNumber(id));
    }

    @Override
    public Uni<List<Earlier>> earlier(Identity identity, ClaimText text) {
        return pool.preparedQuery(EARLIER)
                .execute(
                        tuple(
                                identity.by(),
                                identity.key(),
                                identity.sight().within().prefix(),
                                identity.schoolCode(),
                                identity.ref(),
                                digest(text),
                                Buffer.buffer(text.digest())))
                .map(rows -> {
                    List<Earlier> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(
                                new Earlier(
                                        new ClaimNumber(row.getLong("id")),
                                        row.getBoolean("by_key"),
                                        row.getBoolean("is_same")));
                    }
                    return found;
                });
    }

    @Override
    public Uni<Optional<Claim>> find(ClaimNumber number, Visibility sight) {
        return pool.preparedQuery(ClaimRows.SELECT + IN_SIGHT + "and r.id = $3")
                .execute(tuple(sight.within().prefix(), sight.schoolCode(), number.id()))
                .chain(rows ->
                        rows.size() == 0
                                ? Uni.createFrom().item(Optional.empty())
                                : whole(rows.iterator().next()).map(Optional::of));
    }

    private Uni<Claim> whole(Row row) {
        Tuple id = Tuple.of(row.getLong("id"));
        Uni<RowSet<Row>> history =
                pool.preparedQuery(
                                "select * from recognition_event where recognition_id = $1"
                                        + " order by no")
                        .execute(id);
        Uni<RowSet<Row>> pushes =
                pool.preparedQuery(
                                "select no, delivery_id from recognition_push"
                                        + " where recognition_id = $1 order by no")
                        .execute(id);
        return Uni.combine()
                .all()
                .unis(history, pushes)
                .with((events, dispatched) ->
                        ClaimRows.claim(
                                row,
                                sealed,
                                ClaimRows.history(events),
                                ClaimRows.dispatches(dispatched)));
    }

    @Override
    public Uni<List<Claim>> list(
            Visibility sight, @Nullable ClaimState state, long after, int most) {
        return pool.preparedQuery(
                        ClaimRows.SELECT
                                + IN_SIGHT
                                + """
                                and r.id > $3 and ($4::text is null or r.state = $4)
                                order by r.id limit $5\
                                """)
                .execute(
                        tuple(
                                sight.within().prefix(),
                                sight.schoolCode(),
                                after,
                                state == null ? null : state.name(),
                                most))
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        claims.add(ClaimRows.claim(row, sealed, List.of(), List.of()));
                    }
                    return claims;
                });
    }

    @Override
    public Uni<Boolean> move(Move move) {
        Event event = move.event();
        long id = move.number().id();
        Tuple change = tuple(id, event.no(), event.state().name(), event.revision());
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(MOVE)
                        .execute(change)
                        .chain(rows ->
                                rows.rowCount() == 0
                                        ? Uni.createFrom().item(false)
                                        : write(connection, move).replaceWith(true)));
    }

    private Uni<Void> write(SqlConnection connection, Move move) {
        Event event = move.event();
        long id = move.number().id();
        Credits decided = event.decided();
        Tuple row =
                tuple(
                        id,
                        event.no(),
                        event.act().name(),
                        event.state().name(),
                        event.by(),
                        event.revision(),
                        FreeText.of(event.note()),
                        decided == null ? null : Math.toIntExact(decided.hundredths()));
        Uni<?> written = connection.preparedQuery(EVENT).execute(row);
        if (move.text() != null) {
            Tuple body = ClaimRows.body(sealed, id, event.revision(), move.text().json());
            written = written.chain(() -> connection.preparedQuery(BODY).execute(body));
        }
        if (move.payload() != null) {
            Tuple push = ClaimRows.push(sealed, id, event.no(), move.payload());
            written = written.chain(() -> connection.preparedQuery(PUSH).execute(push));
        }
        return written.replaceWithVoid();
    }

    private static Tuple tuple(@Nullable Object... values) {
        return Tuple.from(Arrays.asList(values));
    }
}
