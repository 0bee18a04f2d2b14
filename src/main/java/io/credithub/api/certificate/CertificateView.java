package io.credithub.api.certificate;

import io.credithub.domain.Text;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.CertificatePaper;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.certificate.Jws;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A certificate that was issued.
///
/// @param reservation id of what is reserved for it
/// @param revoked when; absent: it was not
/// @param status what holds of it today
/// @param code the verification code
public record CertificateView(
        String number,
        @Nullable UUID reservation,
        CertificateStatus status,
        Stamp issued,
        @Nullable Stamp revoked,
        @Nullable String reason,
        String code,
        Certificate certificate) {
    static CertificateView of(StoredCertificate stored) {
        return new CertificateView(
                stored.number(),
                stored.reservation(),
                stored.status(),
                stored.granted(),
                stored.ended(),
                stored.reason(),
                stored.code(),
                Certificate.read(Jws.payloadOf(stored.code())));
    }

    /// @param local how people read a moment
    String text(CertificatePaper paper, Function<Instant, String> local) {
        String ended =
                revoked == null
                        ? ""
                        : "\n已作废 Revoked: " + local.apply(revoked.at()) + "," + reason + "\n";
        Text meaning = status.meaning();
        String doubt =
                status == CertificateStatus.IN_QUESTION
                        ? "\n" + meaning.zh() + " · " + meaning.en() + "\n"
                        : "";
        return paper.text(certificate) + ended + doubt + "\n验证码 Verification code:\n" + code + "\n";
    }

    /// The code names a person.
    @Override
    public String toString() {
        return "CertificateView[" + number + "]";
    }
}
