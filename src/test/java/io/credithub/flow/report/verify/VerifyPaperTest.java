package io.credithub.flow.report.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.report.ReportName;
import io.credithub.fakes.InMemoryReportJobs;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifyPaperTest {
    private static final Instant NOW = Instant.parse("2026-08-31T18:00:00Z");
    private static final String CODE = "3f9a-02bc-77de-1a40-9b21";
    private static final String NUMBER = "2026-7F3KXM2QBW";

    private final InMemoryReportJobs jobs = new InMemoryReportJobs();
    private final OneCertificate certificates = new OneCertificate();

    private static final class OneCertificate implements Certificates {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Uni<List<StoredCertificate>> of(int teacher) {
            throw new AssertionError("nobody asks by teacher");
        }

        /// Of an erased person the head of the code is left.
        @Override
        public Uni<Optional<StoredCertificate>> numbered(String number) {
            asked.add(number);
            StoredCertificate erased =
                    new StoredCertificate(
                            new UUID(0, 1),
                            NUMBER,
                            2022,
                            Purpose.TITLE,
                            LocalDate.parse("2026-08-31"),
                            "eyJhbGciOiJFZERTQSJ9..",
                            null,
                            new Stamp(NOW, "k"),
                            null,
                            null,
                            CertificateStatus.VALID);
            return Uni.createFrom()
                    .item(number.equals(NUMBER) ? Optional.of(erased) : Optional.empty());
        }

        @Override
        public Uni<CertificateStatus> status(String number, String fingerprint) {
            throw new AssertionError("nobody asks by fingerprint");
        }

        @Override
        public Uni<List<Published>> keys() {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Void> remember(VerificationKey key) {
            return Uni.createFrom().voidItem();
        }
    }

    private VerifiedPaper verify(String asked) {
        return new VerifyPaper(
                        certificates,
                        jobs,
                        division -> new Text("县" + division, "county " + division),
                        new OnePolicy(Policies.shanxi()))
                .verify(asked)
                .await()
                .indefinitely();
    }

    private void make(ReportFormat format, String sha256) {
        ReportOrder order =
                new ReportOrder(
                        ReportName.TEACHER_STATEMENT,
                        new Jurisdiction("140105"),
                        2025,
                        Map.of("teacher", "T-secret"),
                        format,
                        ReportLanguage.ZH,
                        "k7");
        jobs.ask(order, 9).await().indefinitely();
        TakenReport job = jobs.take(ReportLane.ANY, NOW).await().indefinitely().orElseThrow();
        jobs.finish(job, new ReportMark(7, sha256, CODE), 1).await().indefinitely();
    }

    @Test
    void aReportIsToldWithEachOfItsFilesAndNobodysName() {
        make(ReportFormat.PDF, "a".repeat(64));
        make(ReportFormat.XLSX, "b".repeat(64));
        VerifiedReport told = (VerifiedReport) verify(CODE);
        assertThat(told.files())
                .extracting("sha256")
                .containsExactly("a".repeat(64), "b".repeat(64));
        assertThat(told.about().title().zh()).isEqualTo("县140105");
        assertThat(told.asOf()).isEqualTo(NOW);
        assertThat(told.madeBy()).isEqualTo("k7");
        assertThat(told.toString()).doesNotContain("T-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3F9A-02BC-77DE-1A40-9B21",
                "3f9a02bc77de1a409b21",
                " 3f9a 02bc 77de 1a40 9b21 ",
                "3f9a–02bc–77de–1a40–9b21"
            })
    void aCodeIsReadAsSomebodyCopiesIt(String typed) {
        make(ReportFormat.PDF, "a".repeat(64));
        assertThat(verify(typed)).isInstanceOf(VerifiedReport.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-7F3KXM2QBX",
                "2026-7F3KXM2QB",
                "2026-7F3KXM2QB1",
                "3f9a-02bc-77de-1a40-9b22",
                "3f9a-02bc-77de-1a40",
                "' or 1=1 --",
                "王䶮",
                "14010519800101001X"
            })
    void whatIsNotThereIsToldLikeWhatIsNoNumber(String asked) {
        make(ReportFormat.PDF, "a".repeat(64));
        assertThat(verify(asked)).isEqualTo(new UnknownPaper());
        assertThat(verify(asked + "x".repeat(10_000))).isEqualTo(new UnknownPaper());
    }

    @Test
    void whatIsNoNumberIsNotLookedFor() {
        verify("' or 1=1 --");
        verify("14010519800101001X");
        assertThat(certificates.asked).isEmpty();
    }

    @Test
    void ofAnErasedPersonOnlyTheStateIsTold() {
        VerifiedCertificate told = (VerifiedCertificate) verify(NUMBER.toLowerCase(Locale.ROOT));
        assertThat(told.says()).isNull();
        assertThat(told.status()).isEqualTo(Certificates.CertificateStatus.VALID);
        assertThat(told.issuedOn()).as("by the province's clock").isEqualTo("2026-09-01");
    }

    @ParameterizedTest
    @CsvSource({"王䶮, 王*", "欧阳修远, 欧***", "𠮷野, 𠮷*", "王, 王*", "' ', *", "Ann Lee, A******"})
    void allButTheFirstLetterOfANameIsHidden(String name, String masked) {
        assertThat(VerifyPaper.masked(name)).isEqualTo(masked);
    }
}
