package io.credithub.flow.report.verify;

import io.credithub.domain.Article;
import io.credithub.domain.report.VerificationCode;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.verify.VerifiedPaper.CertifiedFacts;
import io.credithub.flow.report.verify.VerifiedPaper.PaperOffice;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedFile;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells whoever holds a paper whether it is the hub's, and what it must say. Numbers of
/// certificates have fifty random bits and codes of reports eighty of a digest, so that nobody
/// comes upon one; what is not there and what is badly written get one and the same answer.
@Article({"四(五)", "五(三)"})
@Singleton
public final class VerifyPaper {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}-[2-9A-HJ-NP-Z]{10}");
    private static final int LENGTH_MAX = 64;
    private static final UnknownPaper UNKNOWN = new UnknownPaper();

    private final Certificates certificates;
    private final ReportJobs reports;
    private final PlaceNames places;
    private final Policies policies;

    public VerifyPaper(
            Certificates certificates, ReportJobs reports, PlaceNames places, Policies policies) {
        this.certificates = certificates;
        this.reports = reports;
        this.places = places;
        this.policies = policies;
    }

    /// @param asked a certificate's number or a report's code, as it stands on the paper
    public Uni<VerifiedPaper> verify(String asked) {
        String typed = asked.strip();
        if (typed.length() > LENGTH_MAX) return Uni.createFrom().item(UNKNOWN);
        String number = typed.toUpperCase(Locale.ROOT);
        if (NUMBER.matcher(number).matches()) {
            return certificates
                    .numbered(number)
                    .map(found -> found.<VerifiedPaper>map(this::certificate).orElse(UNKNOWN));
        }
        Optional<VerificationCode> code = VerificationCode.read(typed);
        return code.isEmpty()
                ? Uni.createFrom().item(UNKNOWN)
                : reports.verified(code.get().text()).map(found -> report(code.get(), found));
    }

    private VerifiedPaper certificate(StoredCertificate stored) {
        Instant ended = stored.ended() == null ? null : stored.ended().at();
        return new VerifiedCertificate(
                stored.number(),
                stored.status(),
                stored.purpose(),
                stored.cycle(),
                stored.asOf(),
                policies.dayOf(stored.granted().at()),
                ended == null ? null : policies.dayOf(ended),
                facts(stored));
    }

    private @Nullable CertifiedFacts facts(StoredCertificate stored) {
        Certificate says = says(stored);
        if (says == null) return null;
        return new CertifiedFacts(
                masked(says.teacher().name()),
                says.teacher().idMasked(),
                says.cycleYears(),
                says.verdict(),
                says.recognised(),
                says.required(),
                Objects.requireNonNullElse(says.inQuestion(), List.of()),
                office(says.issuedBy().division()));
    }

    /// Of an erased person nothing but the head of the code is left.
    private static @Nullable Certificate says(StoredCertificate stored) {
        try {
            return Certificate.read(Jws.payloadOf(stored.code()));
        } catch (IllegalArgumentException erased) {
            return null;
        }
    }

    /// All but the first letter of a name is hidden.
    static String masked(String name) {
        int[] letters = name.strip().codePoints().toArray();
        if (letters.length == 0) return "*";
        return Character.toString(letters[0]) + "*".repeat(Math.max(1, letters.length - 1));
    }

    private VerifiedPaper report(VerificationCode code, List<ReportJob> found) {
        if (found.isEmpty()) return UNKNOWN;
        ReportJob first = found.getFirst();
        ReportOrder order = first.order();
        return new VerifiedReport(
                code.text(),
                order.name(),
                office(order.within().divisionCode()),
                order.schoolYear(),
                Objects.requireNonNullElse(first.asOf(), first.askedAt()),
                policies.zone(),
                order.askedBy(),
                found.stream().flatMap(VerifyPaper::file).toList());
    }

    private static Stream<VerifiedFile> file(ReportJob job) {
        ReportMark mark = job.mark();
        if (mark == null) return Stream.empty();
        ReportOrder order = job.order();
        return Stream.of(
                new VerifiedFile(order.format(), order.language(), mark.bytes(), mark.sha256()));
    }

    private PaperOffice office(String division) {
        return new PaperOffice(division, places.titleOf(division));
    }
}
