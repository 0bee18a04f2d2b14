package io.credithub.store.certificate;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/// Certificates on the connection of the ledger transaction.
@Singleton
public class PostgresCertificateStore implements CertificateStore {
    private static final String ISSUE =
            """
            insert into certificate (id, teacher_id, granted_by, number, cycle, purpose, as_of, code,
                fingerprint, reservation)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
            """;

    private static final String REVOKE =
            """
            update certificate set ended_at = now(), ended_by = $3, reason = $4
            where id = $1 and teacher_id = $2 and ended_at is null\
            """;

    @Override
    public Uni<List<StoredCertificate>> of(LedgerTransaction ledger, int teacher) {
        return new PostgresCertificates(connection(ledger)).of(teacher);
    }

    private static SqlConnection connection(LedgerTransaction ledger) {
        return PostgresLedgerTransaction.of(ledger).connection();
    }

    @Override
    public Uni<Void> issue(LedgerTransaction ledger, ActHeader act, NewCertificate issue) {
        Certificate says = issue.certificate();
        Tuple row =
                Tuple.of(act.id(), act.teacher(), act.by())
                        .addString(says.number())
                        .addInteger(says.cycle())
                        .addString(says.purpose().name())
                        .addLocalDate(LocalDate.parse(says.asOf()))
                        .addString(issue.code().compact())
                        .addValue(issue.code().fingerprint())
                        .addUUID(issue.reservation());
        return connection(ledger).preparedQuery(ISSUE).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> revoke(LedgerTransaction ledger, ActHeader act, String reason) {
        return connection(ledger)
                .preparedQuery(REVOKE)
                .execute(Tuple.of(act.id(), act.teacher(), act.by(), ResidentId.masked(reason)))
                .map(rows -> rows.rowCount() > 0);
    }
}
