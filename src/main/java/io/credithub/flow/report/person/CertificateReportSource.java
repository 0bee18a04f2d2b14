package io.credithub.flow.report.person;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.KnownCertificates;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A certificate that was issued, to be printed, sealed and handed over. It is verified by its own
/// number, so that the paper and the signed text are one.
@Singleton
public class CertificateReportSource implements ReportSource {
    private static final String NUMBER = "number";
    private static final Text NONE =
            new Text("辖区内没有该编号的证明", "no certificate of that number in your division");

    private static final Text ERASED =
            new Text(
                    "该教师的个人信息已依法删除,其证明不再出具;持证人手中的证明仍可凭编号核验:/verify/{编号}",
                    "the teacher was erased, and their certificates are printed no more. The one in"
                            + " the holder's hand is verified by its number still:"
                            + " /verify/{number}");

    private final KnownCertificates certificates;
    private final Policies policies;
    private final PlaceNames places;

    public CertificateReportSource(
            KnownCertificates certificates, Policies policies, PlaceNames places) {
        this.certificates = certificates;
        this.policies = policies;
        this.places = places;
    }

    @Override
    public ReportName name() {
        return ReportName.CERTIFICATE;
    }

    @Override
    public Set<String> terms() {
        return Set.of(NUMBER);
    }

    @Override
    public void check(Map<String, String> terms) {
        number(terms);
    }

    private static String number(Map<String, String> terms) {
        String wanted = "证明编号 a certificate's number";
        return PersonTerms.number(terms, NUMBER, wanted).toUpperCase(Locale.ROOT);
    }

    /// @return fails with [ReportRefused] if there is no such certificate of a teacher within the
    ///   jurisdiction, or the teacher was erased since
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> number(question.terms()))
                .chain(number -> certificates.numbered(number, question.within(), question.asOf()))
                .map(found -> {
                    StoredCertificate stored = found.orElseThrow(() -> new ReportRefused(NONE));
                    Certificate says = says(stored).orElseThrow(() -> new ReportRefused(ERASED));
                    return document(question, stored, says);
                });
    }

    /// Of an erased person nothing is left to print.
    private static Optional<Certificate> says(StoredCertificate stored) {
        try {
            return Optional.of(Certificate.read(Jws.payloadOf(stored.code())));
        } catch (IllegalArgumentException erased) {
            return Optional.empty();
        }
    }

    private ReportDocument document(
            ReportQuestion question, StoredCertificate stored, Certificate says) {
        PlaceNames names = places.at(question.asOf());
        CertificateTables tables = new CertificateTables(stored, says, policies, names);
        return new ReportDocument(head(question, tables), tables.parts(), stored.number());
    }

    /// Of the office that issued it: whoever asks may be another.
    static ReportHead head(ReportQuestion question, CertificateTables tables) {
        String office = tables.says().issuedBy().division();
        return new ReportHead(
                question.name(),
                new Text("教师培训学分证明", "Certificate of teachers' training credits"),
                tables.headline(),
                new ReportPlace(office, tables.places().titleOf(office)),
                tables.cycle(),
                new ReportMoment(question.asOf(), tables.policies().zone()),
                question.askedBy(),
                List.of(),
                List.of());
    }
}
