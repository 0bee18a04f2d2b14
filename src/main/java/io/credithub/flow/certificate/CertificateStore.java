package io.credithub.flow.certificate;

import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Certificates inside the ledger transaction: nobody else writes. Implemented by `hub.store`.
public interface CertificateStore {
    /// Those of a teacher, the earliest first.
    ///
    /// @param teacher the number in the registry
    Uni<List<StoredCertificate>> of(LedgerTransaction ledger, int teacher);

    /// @param act with the id that the certificate gets
    Uni<Void> issue(LedgerTransaction ledger, ActHeader act, NewCertificate issue);

    /// @param act with the id of the certificate
    /// @return false if there is no such, or it was revoked before: nothing was written
    Uni<Boolean> revoke(LedgerTransaction ledger, ActHeader act, String reason);

    /// What is issued.
    ///
    /// @param code the verification code
    /// @param reservation id of what is reserved for it; null: nothing is
    record NewCertificate(Certificate certificate, Jws code, @Nullable UUID reservation) {}
}
