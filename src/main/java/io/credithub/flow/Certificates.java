package io.credithub.flow;

import io.credithub.domain.bank.Purpose;
import io.credithub.flow.Bank.Mark;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The certificates that were issued, and the keys that ever signed. Implemented by `hub.store`;
/// written by [Pen.Held#enter].
public interface Certificates {
    /// Those of a teacher, the earliest first.
    ///
    /// @param teacher the number in the registry
    Uni<List<Stored>> of(int teacher);

    /// @param fingerprint see [Jws#fingerprint]: whoever knows it has seen the certificate
    Uni<Status> status(String number, String fingerprint);

    /// Every key that ever signed here, the earliest first.
    Uni<List<VerificationKey>> keys();

    /// Doing it twice is harmless.
    Uni<Void> remember(VerificationKey key);

    /// What holds of a certificate today.
    enum Status {
        VALID,
        REVOKED,
        /// There is no such certificate.
        UNKNOWN
    }

    /// A certificate that was issued.
    ///
    /// @param cycle its first school year
    /// @param code the verification code: a [Jws]
    /// @param reservation id of what is reserved for it
    /// @param ended when it was revoked
    record Stored(
            UUID id,
            String number,
            int cycle,
            Purpose purpose,
            LocalDate asOf,
            String code,
            @Nullable UUID reservation,
            Mark granted,
            @Nullable Mark ended,
            @Nullable String reason) {
        /// The code names a person.
        @Override
        public String toString() {
            return "Stored[" + number + "]";
        }
    }
}
