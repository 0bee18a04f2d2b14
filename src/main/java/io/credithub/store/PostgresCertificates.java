package io.credithub.store;

import io.credithub.domain.bank.Purpose;
import io.credithub.flow.Certificates;
import io.credithub.flow.VerificationKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/// Certificates and the keys that signed them.
@Singleton
public class PostgresCertificates implements Certificates {
    private static final String OF_TEACHER =
            "select * from certificate where teacher_id = $1 order by granted_at, id";

    private static final String STATUS =
            "select ended_at is null from certificate where number = $1 and fingerprint = $2";

    private static final String KEYS = "select x from signing_key order by first_seen, id";

    private static final String REMEMBER =
            "insert into signing_key (id, x) values ($1, $2) on conflict (id) do nothing";

    private final SqlClient client;

    @Inject
    PostgresCertificates(Pool pool) {
        this((SqlClient) pool);
    }

    /// For whoever holds the pen, on the connection of the transaction.
    PostgresCertificates(SqlClient client) {
        this.client = client;
    }

    @Override
    public Uni<List<Stored>> of(int teacher) {
        return client.preparedQuery(OF_TEACHER)
                .execute(Tuple.of(teacher))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(PostgresCertificates::stored)
                                .toList());
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getUUID("id"),
                row.getString("number"),
                row.getShort("cycle"),
                Purpose.valueOf(row.getString("purpose")),
                row.getLocalDate("as_of"),
                row.getString("code"),
                row.getUUID("reservation"),
                PostgresBank.granted(row),
                PostgresBank.ended(row),
                row.getString("reason"));
    }

    @Override
    public Uni<Status> status(String number, String fingerprint) {
        return client.preparedQuery(STATUS)
                .execute(Tuple.of(number, fingerprint))
                .map(PostgresCertificates::status);
    }

    private static Status status(RowSet<Row> rows) {
        for (Row row : rows) return row.getBoolean(0) ? Status.VALID : Status.REVOKED;
        return Status.UNKNOWN;
    }

    @Override
    public Uni<List<VerificationKey>> keys() {
        return client.query(KEYS)
                .execute()
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> VerificationKey.ofText(row.getString(0)))
                                .toList());
    }

    @Override
    public Uni<Void> remember(VerificationKey key) {
        return client.preparedQuery(REMEMBER)
                .execute(Tuple.of(key.id(), key.x()))
                .replaceWithVoid();
    }
}
