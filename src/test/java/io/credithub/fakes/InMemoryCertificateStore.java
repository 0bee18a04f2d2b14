package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/// Certificates in memory. What they rest on is never in question here, and no key is struck off.
public final class InMemoryCertificateStore implements CertificateStore {
    private final InMemoryLedger ledger;

    public InMemoryCertificateStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<List<StoredCertificate>> of(LedgerTransaction transaction, int teacher) {
        return Uni.createFrom()
                .item(() ->
                        StoredBank.of(
                                teacher,
                                InMemoryTransaction.of(transaction).state().bank.certificates));
    }

    @Override
    public Uni<Void> issue(LedgerTransaction transaction, ActHeader act, NewCertificate issue) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    Certificate says = issue.certificate();
                    put(
                            transaction,
                            act,
                            new StoredCertificate(
                                    act.id(),
                                    says.number(),
                                    says.cycle(),
                                    says.purpose(),
                                    LocalDate.parse(says.asOf()),
                                    issue.code().compact(),
                                    issue.reservation(),
                                    stamp(act),
                                    null,
                                    null,
                                    Certificates.CertificateStatus.VALID));
                });
    }

    private Stamp stamp(ActHeader act) {
        return new Stamp(ledger.clock().instant(), act.by());
    }

    private static void put(
            LedgerTransaction transaction, ActHeader act, StoredCertificate stored) {
        InMemoryTransaction.of(transaction)
                .change()
                .bank
                .certificates
                .put(act.id(), new StoredBank.Of<>(act.teacher(), stored));
    }

    @Override
    public Uni<Boolean> revoke(LedgerTransaction transaction, ActHeader act, String reason) {
        return Uni.createFrom()
                .item(() -> {
                    var found =
                            InMemoryTransaction.of(transaction)
                                    .change()
                                    .bank
                                    .certificates
                                    .get(act.id());
                    if (found == null || found.teacher() != act.teacher()) return false;
                    StoredCertificate was = found.what();
                    if (was.ended() != null) return false;
                    put(
                            transaction,
                            act,
                            new StoredCertificate(
                                    was.id(),
                                    was.number(),
                                    was.cycle(),
                                    was.purpose(),
                                    was.asOf(),
                                    was.code(),
                                    was.reservation(),
                                    was.granted(),
                                    stamp(act),
                                    ResidentId.masked(reason),
                                    Certificates.CertificateStatus.REVOKED));
                    return true;
                });
    }
}
