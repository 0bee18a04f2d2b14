package io.credithub.flow.certificate;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/// Certificates as they were known at a moment: one that was revoked later held then. Implemented
/// by `hub.store`.
public interface KnownCertificates {
    /// @param within where the teacher belonged or worked then
    /// @param asOf a settled moment
    /// @return empty if no teacher there had one of that number yet; without what it says if the
    ///   teacher was erased since
    Uni<Optional<StoredCertificate>> numbered(String number, Jurisdiction within, Instant asOf);
}
