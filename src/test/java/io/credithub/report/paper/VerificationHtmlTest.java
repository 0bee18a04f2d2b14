package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.standing.Standing;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.verify.VerificationPage.WrittenPage;
import io.credithub.flow.report.verify.VerifiedPaper;
import io.credithub.flow.report.verify.VerifiedPaper.CertifiedFacts;
import io.credithub.flow.report.verify.VerifiedPaper.PaperOffice;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedFile;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class VerificationHtmlTest {
    private static final String HOSTILE = "<script>alert(1)</script>&\"'";
    private static final PaperOffice OFFICE =
            new PaperOffice("140105", new Text("太原市 小店区" + HOSTILE, "Xiaodian" + HOSTILE));

    private static VerifiedCertificate certificate(CertificateStatus status) {
        CertifiedFacts says =
                new CertifiedFacts(
                        "<**",
                        "1401**********0016",
                        5,
                        Standing.Verdict.NOT_YET,
                        "16.00",
                        "120.00",
                        List.of(2023),
                        OFFICE);
        LocalDate day = LocalDate.parse("2026-08-31");
        return new VerifiedCertificate(
                "2026-7F3KXM2QBW", status, Purpose.TITLE, 2022, day, day, day, says);
    }

    private static VerifiedReport report() {
        return new VerifiedReport(
                "3f9a-02bc-77de-1a40-9b21",
                ReportName.STATEMENT,
                OFFICE,
                2025,
                SampleReports.AS_OF,
                SampleReports.ZONE,
                HOSTILE,
                List.of(new VerifiedFile(ReportFormat.PDF, ReportLanguage.ZH, 7, "0a".repeat(32))));
    }

    private static WrittenPage page(VerifiedPaper paper, ReportLanguage language) {
        return new VerificationHtml().of(paper, language);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZH", "EN"})
    void nothingOnItIsObeyedButItsStyle(ReportLanguage language) {
        for (VerifiedPaper paper :
                List.of(new UnknownPaper(), certificate(CertificateStatus.VALID), report())) {
            WrittenPage written = page(paper, language);
            ReadPage read = ReadPage.of(written.html());
            assertThat(read.all("script")).isEmpty();
            assertThat(read.all("form")).isEmpty();
            assertThat(read.all("a")).isEmpty();
            assertThat(read.attributes())
                    .noneMatch(attribute -> attribute.getName().startsWith("on"))
                    .noneMatch(attribute -> attribute.getName().equals("style"));
            assertThat(written.policy())
                    .startsWith(PageStyle.policy(read.one("style").getTextContent()))
                    .endsWith("frame-ancestors 'none'");
            assertThat(read.one("html").getAttribute("lang"))
                    .isEqualTo(language == ReportLanguage.EN ? "en" : "zh-CN");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, holds, ✓ 有效",
        "IN_QUESTION, doubt, ! 存疑",
        "REVOKED, fails, ✕ 已作废",
        "STRUCK_OFF, fails, ✕ 签名密钥已注销"
    })
    void whatHoldsOfACertificateComesFirst(CertificateStatus status, String look, String says) {
        ReadPage read = ReadPage.of(page(certificate(status), ReportLanguage.ZH).html());
        assertThat(read.one("h1").getTextContent()).startsWith(says);
        assertThat(read.one("h1").getAttribute("class")).isEqualTo(look);
        assertThat(read.texts("dd"))
                .contains("2026-7F3KXM2QBW", "<**", "1401**********0016", "职称评审", "2023")
                .contains("2022–2026 学年", "周期未满,尚未修满", "16.00", "120.00", "2026-08-31");
    }

    @Test
    void aReportIsToldWithTheDigestsOfItsFiles() {
        ReadPage read = ReadPage.of(page(report(), ReportLanguage.ZH).html());
        assertThat(read.one("h1").getTextContent()).isEqualTo("✓ 本报表由学分汇生成");
        assertThat(read.texts("dd"))
                .contains("学年对账表", "0a".repeat(32), "2025–2026", HOSTILE)
                .contains("2026-10-01 00:30 (Asia/Shanghai)");
        assertThat(read.texts("dt")).contains("PDF 中文");
    }

    @Test
    void whatIsUnknownIsNoPaperOfOurs() {
        ReadPage read = ReadPage.of(page(new UnknownPaper(), ReportLanguage.EN).html());
        assertThat(read.one("h1").getTextContent()).isEqualTo("✕ Nothing is known of it");
        assertThat(read.all("dl")).isEmpty();
    }
}
