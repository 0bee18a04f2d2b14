package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names have letters that few fonts have: on paper they are what they are, or are spelled.
final class RareLettersTest {
    private static final String NAME = "王䶮";

    @TempDir private Path folder;
    private Path common;

    @BeforeEach
    void aFontWithoutThem() throws IOException {
        common = folder.resolve("common.ttf");
        Files.write(common, DrawnFont.whole().bytes());
    }

    private static String printed(PaperFonts fonts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument report = SampleReports.named(NAME);
        new WriteReport(Runnable::run)
                .write(report, new PdfReport(out, ReportLanguage.ZH, fonts), _ -> {})
                .await()
                .indefinitely();
        return String.join("\n", PdfReadBack.sheets(out.toByteArray()));
    }

    @Test
    void aLetterThatNoFontHasIsSpelled() throws IOException {
        assertThat(printed(new PaperFonts(common, List.of())))
                .contains("王[U+4DAE]")
                .doesNotContain("#");
    }

    @Test
    void anotherFontOfTheMachineHasIt() throws IOException {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.write(
                more.resolve("rare.ttf"),
                new DrawnFont(List.of(new int[] {0x3400, 0x4DFF}), 0).bytes());
        assertThat(printed(new PaperFonts(common, List.of(more)))).contains(NAME);
    }

    @Test
    void aFontThatMayNotBeHandedOnIsNoHelp() throws IOException {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.write(
                more.resolve("rare.ttf"),
                new DrawnFont(List.of(new int[] {0x3400, 0x4DFF}), 0).restricted().bytes());
        assertThat(printed(new PaperFonts(common, List.of(more)))).contains("王[U+4DAE]");
    }

    @Test
    void marksBehindALetterAreLeftOut() {
        assertThat(RareLetters.spelled("葛\uDB40\uDD00\u200D 𠮷", letter -> letter == '葛'))
                .isEqualTo("葛 [U+20BB7]");
        assertThat(RareLetters.of("葛\uDB40\uDD00 𠮷𠮷", letter -> letter == '葛')).isEqualTo("𠮷");
    }
}
