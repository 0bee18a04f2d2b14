package io.credithub.flow.report.verify;

import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of a paper to whoever asks with its number.
public sealed interface VerifiedPaper {
    /// Nothing has such a number, or it is none: which of both nobody can tell.
    record UnknownPaper() implements VerifiedPaper {}

    /// A certificate of credits.
    ///
    /// @param status what holds of it today
    /// @param endedOn the day on which it was revoked; null: it was not
    /// @param says as much of it as may be said; null: its teacher's data were erased
    record VerifiedCertificate(
            String number,
            CertificateStatus status,
            Purpose purpose,
            int cycle,
            LocalDate asOf,
            LocalDate issuedOn,
            @Nullable LocalDate endedOn,
            @Nullable CertifiedFacts says)
            implements VerifiedPaper {}

    /// What a certificate says, with the person masked.
    ///
    /// @param name its first letter, and a `*` for each other
    /// @param idMasked as `1401**********0016`; null: no document is known
    /// @param inQuestion school years that were in question when it was issued
    /// @param office that issued it
    record CertifiedFacts(
            String name,
            @Nullable String idMasked,
            int cycleYears,
            Standing.Verdict verdict,
            String recognised,
            String required,
            List<Integer> inQuestion,
            PaperOffice office) {
        public CertifiedFacts {
            inQuestion = List.copyOf(inQuestion);
        }
    }

    /// A division by code and name.
    record PaperOffice(String division, Text title) {}

    /// A report that this hub made.
    ///
    /// @param zone of the calendar by which `asOf` is read
    /// @param madeBy the id of the key that asked for it
    /// @param files what was made of it
    record VerifiedReport(
            String code,
            ReportName name,
            PaperOffice about,
            int schoolYear,
            Instant asOf,
            ZoneId zone,
            String madeBy,
            List<VerifiedFile> files)
            implements VerifiedPaper {
        public VerifiedReport {
            files = List.copyOf(files);
        }
    }

    /// A file of a report.
    ///
    /// @param sha256 64 hex digits
    record VerifiedFile(ReportFormat format, ReportLanguage language, long bytes, String sha256) {}
}
