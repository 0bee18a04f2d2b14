package io.credithub.api.certificate;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Purpose;
import io.credithub.flow.access.Role;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.CertificatePaper;
import io.credithub.flow.certificate.IssueCertificates;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Certificates of credits (应用): issued, listed, given as JSON or text, revoked.
@Path("/api/v1/teachers/{teacherNo}/certificates")
@Tag(name = "bank")
public final class CertificateResource {
    private final IssueCertificates certificates;
    private final CertificatePaper paper;
    private final Callers callers;
    private final BankRequests requests;

    CertificateResource(
            IssueCertificates certificates,
            CertificatePaper paper,
            Callers callers,
            BankRequests requests) {
        this.certificates = certificates;
        this.paper = paper;
        this.callers = callers;
        this.requests = requests;
    }

    /// The body of the request.
    ///
    /// @param cycle its first school year; absent: the current one
    /// @param asOf not after today; absent: today
    /// @param reserve credits to reserve for the purpose
    public record CertificateBody(
            @Schema(examples = "2022") @Nullable Integer cycle,
            @Schema(implementation = Purpose.class) @Nullable String purpose,
            @Schema(implementation = LocalDate.class) @Nullable String asOf,
            @Schema(implementation = String.class, examples = "12.50")
                    @Nullable BigDecimal reserve) {}

    /// What was issued.
    ///
    /// @param code the verification code: whoever has it can check the certificate offline
    public record IssuedView(String number, String code, Certificate certificate) {
        @Override
        public String toString() {
            return "Issued[" + number + "]";
        }
    }

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            summary = "签发学分证明,附可离线验证的签名 · Issues a signed certificate of credits",
            description = "可同时为该用途预留学分 · May reserve credits for the purpose too")
    public Uni<IssuedView> issue(
            @PathParam("teacherNo") String teacherNo, @Nullable CertificateBody body) {
        if (body == null)
            throw ProblemException.badParameter("purpose", ExpectedValue.oneOf(Purpose.values()));
        Credits reserve = null;
        if (body.reserve() != null) reserve = BankRequests.credits(body.reserve(), "reserve");
        IssueCertificates.CertificateRequest checked =
                new IssueCertificates.CertificateRequest(
                        requests.cycle(body.cycle()),
                        BankRequests.purpose(body.purpose()),
                        requests.day(body.asOf()),
                        reserve);
        return certificates
                .issue(requests.of(teacherNo), checked)
                .map(BankRequests::done)
                .map(made ->
                        new IssuedView(
                                made.certificate().number(), made.code(), made.certificate()));
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "列出学分证明,含已作废的 · Lists the certificates, those revoked too")
    public Uni<List<CertificateView>> all(@PathParam("teacherNo") String teacherNo) {
        return certificates
                .all(teacherNo, callers.view())
                .map(found -> BankRequests.known(found).stream().map(CertificateView::of).toList());
    }

    @GET
    @Path("/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一份学分证明 · One certificate")
    public Uni<CertificateView> one(
            @PathParam("teacherNo") String teacherNo, @PathParam("number") String number) {
        return find(teacherNo, number);
    }

    @GET
    @Path("/{number}")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "学分证明文本,附验证码 · The certificate as text, with its code")
    public Uni<String> text(
            @PathParam("teacherNo") String teacherNo, @PathParam("number") String number) {
        return find(teacherNo, number).map(view -> view.text(paper, requests::local));
    }

    private Uni<CertificateView> find(String teacherNo, String number) {
        return all(teacherNo)
                .map(all ->
                        BankRequests.known(
                                all.stream()
                                        .filter(view -> view.number().equals(number))
                                        .findFirst()));
    }

    /// Why a certificate is revoked.
    public record Revoking(@Schema(examples = "签发有误") @Nullable String reason) {}

    @DELETE
    @Path("/{number}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "作废证明,释放为其预留的学分 · Revokes it, and releases what is reserved for it")
    public Uni<Void> revoke(
            @PathParam("teacherNo") String teacherNo,
            @PathParam("number") String number,
            @Nullable Revoking why) {
        String reason = BankRequests.text(why == null ? null : why.reason(), "reason");
        return certificates
                .revoke(requests.of(teacherNo), number, reason)
                .map(BankRequests::done)
                .replaceWithVoid();
    }
}
