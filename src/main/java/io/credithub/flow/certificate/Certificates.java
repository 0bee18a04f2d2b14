package io.credithub.flow.certificate;

import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.flow.access.Stamp;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The certificates that were issued, and the keys that ever signed. Implemented by `hub.store`;
/// written by [CertificateStore].
public interface Certificates {
    /// Those of a teacher, the earliest first.
    ///
    /// @param teacher the number in the registry
    Uni<List<StoredCertificate>> of(int teacher);

    /// @return empty if there is none of that number
    Uni<Optional<StoredCertificate>> numbered(String number);

    /// @param fingerprint see [Jws#fingerprint]: whoever knows it has seen the certificate
    Uni<CertificateStatus> status(String number, String fingerprint);

    /// Every key that ever signed here, the earliest first; those that were struck off too.
    Uni<List<Published>> keys();

    /// Doing it twice is harmless.
    Uni<Void> remember(VerificationKey key);

    /// A key as anybody may know it.
    ///
    /// @param struck null: it was not
    record Published(VerificationKey key, @Nullable Struck struck) {}

    /// A key is not believed any more, since others may sign with it.
    ///
    /// @param since from when on what it signed does not hold
    record Struck(Instant since, String reason) {}

    /// What holds of a certificate today.
    enum CertificateStatus {
        VALID("有效", "it holds"),
        /// A decided school year that it rests on is in question, or was decided anew otherwise.
        IN_QUESTION(
                "存疑:所依据的学年审定结果与账本不一致,待审定部门处理",
                "in question: a decided school year that it rests on is not what the ledger says;"
                        + " the deciding authority has yet to settle it"),
        REVOKED("已作废", "it was revoked"),
        /// Others may have signed with the same key.
        STRUCK_OFF(
                "签名密钥已注销,此证明无效,请向签发机构换发",
                "the key that signed it was struck off: ask the office for another one"),
        /// There is no such certificate.
        UNKNOWN("查无此证明", "there is no such certificate");

        private final Text meaning;

        CertificateStatus(String zh, String en) {
            this.meaning = new Text(zh, en);
        }

        public Text meaning() {
            return meaning;
        }
    }

    /// A certificate that was issued.
    ///
    /// @param cycle its first school year
    /// @param code the verification code: a [Jws]
    /// @param reservation id of what is reserved for it
    /// @param ended when it was revoked
    /// @param status what holds of it today
    record StoredCertificate(
            UUID id,
            String number,
            int cycle,
            Purpose purpose,
            LocalDate asOf,
            String code,
            @Nullable UUID reservation,
            Stamp granted,
            @Nullable Stamp ended,
            @Nullable String reason,
            CertificateStatus status) {
        /// The code names a person.
        @Override
        public String toString() {
            return "Stored[" + number + "]";
        }
    }
}
