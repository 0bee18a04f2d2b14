package io.credithub.store.certificate;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.certificate.KnownCertificates;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Certificates by the history of their rows, and of what their status follows from.
@Singleton
public class PostgresKnownCertificates implements KnownCertificates {
    private static final String NUMBERED =
            """
            select c.*, %s from certificate c join teacher t on t.id = c.teacher_id
            where c.number = $1
                and (starts_with(t.answering_division, $2) or starts_with(t.division_code, $2))\
            """
                    .formatted(PostgresCertificates.STATUS_OF);

    private final Snapshots snapshots;

    public PostgresKnownCertificates(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<Optional<StoredCertificate>> numbered(
            String number, Jurisdiction within, Instant asOf) {
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(NUMBERED)
                                .execute(Tuple.of(number, within.prefix()))
                                .map(rows ->
                                        RowReading.list(rows, PostgresCertificates::stored).stream()
                                                .findFirst()));
    }
}
