package io.credithub.store.certificate;

import io.credithub.domain.bank.Purpose;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Certificates and the keys that signed them.
@Singleton
public class PostgresCertificates implements Certificates {
    /// In question is, too, what rests on a result that was opened again and has not become the
    /// same since.
    static final String STATUS_OF =
            """
            case when c.ended_at is not null then 'REVOKED'
                when exists (select from signing_key k where k.id = c.signed_by
                    and k.struck_since <= c.granted_at) then 'STRUCK_OFF'
                when exists (select from standing s where s.teacher_id = c.teacher_id
                        and s.cycle = c.cycle and s.in_question > 0)
                    or exists (select from decided_year d where d.teacher_id = c.teacher_id
                        and d.school_year between c.cycle and c.cycle + %d
                        and d.granted_at <= c.granted_at and d.ended_at > c.granted_at
                        and not exists (select from decided_year n
                            where n.teacher_id = d.teacher_id and n.school_year = d.school_year
                            and n.ended_at is null and n.recognised = d.recognised
                            and n.qualified = d.qualified))
                then 'IN_QUESTION' else 'VALID' end as status\
            """
                    .formatted(Tally.YEARS - 1);

    private static final String OF_TEACHER =
            "select c.*, %s from certificate c where teacher_id = $1 order by granted_at, id"
                    .formatted(STATUS_OF);

    private static final String NUMBERED =
            "select c.*, %s from certificate c where number = $1".formatted(STATUS_OF);

    private static final String STATUS =
            "select %s from certificate c where number = $1 and fingerprint = $2"
                    .formatted(STATUS_OF);

    private static final String KEYS =
            """
            select x, struck_since, struck_reason from signing_key order by first_seen, id\
            """;

    private static final String REMEMBER =
            "insert into signing_key (id, x) values ($1, $2) on conflict (id) do nothing";

    private final SqlClient client;

    @Inject
    public PostgresCertificates(Pool pool) {
        this((SqlClient) pool);
    }

    /// For whoever holds the ledger lock, on the connection of the transaction.
    PostgresCertificates(SqlClient client) {
        this.client = client;
    }

    @Override
    public Uni<List<StoredCertificate>> of(int teacher) {
        return client.preparedQuery(OF_TEACHER)
                .execute(Tuple.of(teacher))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(PostgresCertificates::stored)
                                .toList());
    }

    @Override
    public Uni<Optional<StoredCertificate>> numbered(String number) {
        return client.preparedQuery(NUMBERED)
                .execute(Tuple.of(number))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(PostgresCertificates::stored)
                                .findFirst());
    }

    static StoredCertificate stored(Row row) {
        return new StoredCertificate(
                row.getUUID("id"),
                row.getString("number"),
                row.getInteger("cycle"),
                Purpose.valueOf(row.getString("purpose")),
                row.getLocalDate("as_of"),
                row.getString("code"),
                row.getUUID("reservation"),
                RowReading.granted(row),
                RowReading.ended(row),
                row.getString("reason"),
                CertificateStatus.valueOf(row.getString("status")));
    }

    @Override
    public Uni<CertificateStatus> status(String number, String fingerprint) {
        return client.preparedQuery(STATUS)
                .execute(Tuple.of(number, fingerprint))
                .map(PostgresCertificates::status);
    }

    private static CertificateStatus status(RowSet<Row> rows) {
        for (Row row : rows) return CertificateStatus.valueOf(row.getString(0));
        return CertificateStatus.UNKNOWN;
    }

    @Override
    public Uni<List<Published>> keys() {
        return client.query(KEYS)
                .execute()
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(PostgresCertificates::published)
                                .toList());
    }

    private static Published published(Row row) {
        Instant since = RowReading.instantOrNull(row, "struck_since");
        return new Published(
                VerificationKey.ofText(row.getString("x")),
                since == null ? null : new Struck(since, row.getString("struck_reason")));
    }

    @Override
    public Uni<Void> remember(VerificationKey key) {
        return client.preparedQuery(REMEMBER)
                .execute(Tuple.of(key.id(), key.x()))
                .replaceWithVoid();
    }
}
