package io.credithub.report.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import io.credithub.report.paper.QrReadBack.FoundCode;
import io.credithub.report.writers.FormatWriters;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A paper that somebody holds says by what it is verified, to the eye and to a phone.
final class VerifiedPaperTest {
    private static final PublicAddress ADDRESS = PublicAddress.of("https://xuefen.example.gov.cn");
    private static final Pattern BOX = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");
    private static final int SCALE = 5;
    private static final double SMALLEST_MILLIMETRES = 20;

    private static PaperFonts fonts = new PaperFonts(null, List.of());

    @BeforeAll
    static void drawAFont() throws IOException {
        fonts = DrawnFont.named();
    }

    private record Written(String code, byte[] file) {}

    private static Written written(
            ReportDocument report,
            ReportFormat format,
            ReportLanguage language,
            PublicAddress address) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String code =
                new WriteReport(Runnable::run)
                        .write(
                                report,
                                new FormatWriters(fonts, address).open(format, language, out),
                                _ -> {})
                        .await()
                        .indefinitely();
        return new Written(code, out.toByteArray());
    }

    @ParameterizedTest
    @EnumSource
    void theCodeOnTheLastSheetLeadsToItsPage(ReportLanguage language) throws IOException {
        Written pdf = written(SampleReports.statement(), ReportFormat.PDF, language, ADDRESS);
        int sheets = PdfReadBack.sheets(pdf.file()).size();
        FoundCode found = QrReadBack.of(pdf.file(), sheets - 1).orElseThrow();
        assertThat(found.text()).isEqualTo("https://xuefen.example.gov.cn/verify/" + pdf.code());
        assertThat(found.millimetres()).isGreaterThan(SMALLEST_MILLIMETRES);
        assertThat(PdfReadBack.sheets(pdf.file()).getLast()).contains(found.text());
    }

    @Test
    void everySheetSaysItAtItsFoot() throws IOException {
        Written pdf =
                written(
                        SampleReports.teachers(150),
                        ReportFormat.PDF,
                        ReportLanguage.ZH,
                        PublicAddress.UNKNOWN);
        assertThat(PdfReadBack.sheets(pdf.file()))
                .hasSizeGreaterThan(2)
                .allSatisfy(sheet -> assertThat(sheet).contains("验证码 " + pdf.code()));
    }

    @Test
    void aPageOnAScreenHasTheSame() {
        Written html =
                written(SampleReports.statement(), ReportFormat.HTML, ReportLanguage.ZH, ADDRESS);
        ReadPage page = ReadPage.of(new String(html.file(), UTF_8));
        String drawing =
                page.all("path").stream()
                        .map(path -> path.getAttribute("d"))
                        .filter(d -> BOX.matcher(d).lookingAt())
                        .findFirst()
                        .orElseThrow();
        String link = "https://xuefen.example.gov.cn/verify/" + html.code();
        assertThat(QrReadBack.read(drawn(drawing)).orElseThrow().text()).isEqualTo(link);
        assertThat(page.texts("p")).contains("验证码 " + html.code(), link);
    }

    private static BufferedImage drawn(String path) {
        List<MatchResult> boxes = BOX.matcher(path).results().toList();
        int side =
                SCALE
                        * (8
                                + boxes.stream()
                                        .mapToInt(box -> place(box, 1) + place(box, 3))
                                        .max()
                                        .orElseThrow());
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (MatchResult box : boxes) {
            pen.fillRect(
                    SCALE * place(box, 1),
                    SCALE * place(box, 2),
                    SCALE * place(box, 3),
                    SCALE * place(box, 4));
        }
        pen.dispose();
        return picture;
    }

    private static int place(MatchResult box, int group) {
        return Integer.parseInt(box.group(group));
    }

    /// A hub that nobody outside reaches prints no address that leads nowhere.
    @Test
    void withoutAnAddressThereIsTheCodeAlone() throws IOException {
        Written pdf =
                written(
                        SampleReports.teachers(1),
                        ReportFormat.PDF,
                        ReportLanguage.ZH,
                        PublicAddress.UNKNOWN);
        assertThat(QrReadBack.of(pdf.file(), 0)).isEmpty();
        assertThat(String.join("\n", PdfReadBack.sheets(pdf.file())))
                .contains(pdf.code())
                .doesNotContain("http");
    }

    @Test
    void whatHasANumberIsVerifiedByIt() throws IOException {
        ReportDocument plain = SampleReports.teachers(1);
        ReportDocument numbered =
                new ReportDocument(plain.head(), plain.parts(), "2026-7F3KXM2QBW");
        Written pdf = written(numbered, ReportFormat.PDF, ReportLanguage.ZH, ADDRESS);
        assertThat(pdf.code()).isEqualTo("2026-7F3KXM2QBW");
        int last = PdfReadBack.sheets(pdf.file()).size() - 1;
        assertThat(QrReadBack.of(pdf.file(), last).orElseThrow().text())
                .endsWith("/verify/2026-7F3KXM2QBW");
    }
}
