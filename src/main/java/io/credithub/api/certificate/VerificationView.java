package io.credithub.api.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.report.verify.VerifiedPaper;
import io.credithub.flow.report.verify.VerifiedPaper.CertifiedFacts;
import io.credithub.flow.report.verify.VerifiedPaper.PaperOffice;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedFile;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is said of a paper: of a certificate what holds today, of a report that it is the hub's.
///
/// @param status of a report `VALID`
/// @param certificate absent: it is none, or its teacher's data were erased
/// @param report absent: it is none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        CertificateStatus status,
        Text meaning,
        @Nullable CertificateOnPaper certificate,
        @Nullable ReportOnPaper report) {
    private static final Text OURS = new Text("本报表由学分汇生成", "this report is the hub's");
    private static final Text UNKNOWN = new Text("查无此件", "nothing is known of it");

    static VerificationView of(VerifiedPaper paper) {
        return switch (paper) {
            case UnknownPaper _ ->
                    new VerificationView(CertificateStatus.UNKNOWN, UNKNOWN, null, null);
            case VerifiedCertificate one ->
                    new VerificationView(
                            one.status(), one.status().meaning(), CertificateOnPaper.of(one), null);
            case VerifiedReport one ->
                    new VerificationView(
                            CertificateStatus.VALID, OURS, null, ReportOnPaper.of(one));
        };
    }

    /// What must stand on a certificate.
    ///
    /// @param teacher with all but the first letter hidden
    /// @param cycle its first school year
    /// @param inQuestion school years that were in question when it was issued
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertificateOnPaper(
            String number,
            @Nullable String teacher,
            @Nullable String idMasked,
            Purpose purpose,
            int cycle,
            @Nullable Integer cycleYears,
            Standing.@Nullable Verdict verdict,
            @Nullable String recognised,
            @Nullable String required,
            @Nullable List<Integer> inQuestion,
            LocalDate asOf,
            LocalDate issuedOn,
            @Nullable OfficeOnPaper issuedBy,
            @Nullable LocalDate revokedOn) {
        static CertificateOnPaper of(VerifiedCertificate one) {
            CertifiedFacts says = one.says();
            return new CertificateOnPaper(
                    one.number(),
                    says == null ? null : says.name(),
                    says == null ? null : says.idMasked(),
                    one.purpose(),
                    one.cycle(),
                    says == null ? null : says.cycleYears(),
                    says == null ? null : says.verdict(),
                    says == null ? null : says.recognised(),
                    says == null ? null : says.required(),
                    says == null ? null : says.inQuestion(),
                    one.asOf(),
                    one.issuedOn(),
                    says == null ? null : OfficeOnPaper.of(says.office()),
                    one.endedOn());
        }
    }

    /// A division by code and name.
    public record OfficeOnPaper(String division, Text title) {
        static OfficeOnPaper of(PaperOffice office) {
            return new OfficeOnPaper(office.division(), office.title());
        }
    }

    /// What must stand on a report.
    ///
    /// @param madeBy the id of a key
    public record ReportOnPaper(
            String code,
            String name,
            Text title,
            OfficeOnPaper division,
            int schoolYear,
            Instant asOf,
            String madeBy,
            List<FileOnPaper> files) {
        static ReportOnPaper of(VerifiedReport one) {
            return new ReportOnPaper(
                    one.code(),
                    one.name().code(),
                    one.name().title(),
                    OfficeOnPaper.of(one.about()),
                    one.schoolYear(),
                    one.asOf(),
                    one.madeBy(),
                    one.files().stream().map(FileOnPaper::of).toList());
        }
    }

    /// A file of a report.
    ///
    /// @param sha256 64 hex digits
    public record FileOnPaper(String format, String language, long bytes, String sha256) {
        static FileOnPaper of(VerifiedFile file) {
            return new FileOnPaper(
                    file.format().code(),
                    file.language().name().toLowerCase(Locale.ROOT),
                    file.bytes(),
                    file.sha256());
        }
    }
}
