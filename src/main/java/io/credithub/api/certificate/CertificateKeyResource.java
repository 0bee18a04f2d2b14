package io.credithub.api.certificate;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemAnswers;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.certificate.Jwks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What anybody may ask about certificates, without a key: how to check one, and whether one that
/// they hold was revoked. Names nobody.
@Path("/api/v1/certificates")
@Tag(name = ProblemAnswers.OPEN)
public final class CertificateKeyResource {
    private final Certificates certificates;

    CertificateKeyResource(Certificates certificates) {
        this.certificates = certificates;
    }

    /// The state of a certificate today.
    public record Today(CertificateStatus status, Text meaning) {
        static Today of(CertificateStatus status) {
            return new Today(status, status.meaning());
        }
    }

    @GET
    @Unaudited("public keys, for anybody")
    @Path("/keys")
    @PermitAll
    @Operation(
            summary =
                    "验证学分证明的公钥(JWKS) · The public keys that certificates are checked with (RFC"
                            + " 7517)")
    public Uni<Jwks> keys() {
        return certificates.keys().map(Jwks::of);
    }

    @GET
    @Unaudited("one word about a certificate that the asker has: nobody is named")
    @Path("/{number}/status")
    @PermitAll
    @Operation(
            summary = "证明今日是否有效 · Whether a certificate holds today",
            description = "持证人凭验证码的指纹查询 · Whoever has seen it knows the fingerprint of its code")
    public Uni<Today> status(
            @PathParam("number") String number,
            @QueryParam("fingerprint")
                    @Parameter(
                            description =
                                    "验证码签名的 SHA-256(十六进制) · SHA-256 of the code's signature, hex")
                    @Nullable String fingerprint) {
        if (fingerprint == null) {
            throw ProblemException.badParameter("fingerprint", ExpectedValue.NEEDED);
        }
        return certificates.status(number, fingerprint.toLowerCase(Locale.ROOT)).map(Today::of);
    }
}
