package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.result.Unavailable;
import io.credithub.report.paper.PaperFonts.PaperFace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaperFontsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aMachineWithoutAFontIsToldTheWayOut() throws IOException {
        put("latin.ttf", DrawnFont.withoutHan().bytes());
        put("broken.ttf", "no font".getBytes(StandardCharsets.US_ASCII));
        put("empty.ttc", new byte[0]);
        assertThatThrownBy(() -> found(folder))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("HUB-4431: ")
                .hasMessageContainingAll("apt install fonts-wqy-microhei", "HUB_REPORT_FONT");
        assertThatThrownBy(() -> found(folder.resolve("nowhere"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void theNamedFontMustBeOne() throws IOException {
        Path latin = put("latin.ttf", DrawnFont.withoutHan().bytes());
        put("good.ttf", DrawnFont.whole().bytes());
        assertThatThrownBy(() -> new PaperFonts(latin, List.of(folder)).face())
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("HUB-4432: ")
                .hasMessageContaining(latin.toString());
    }

    @Test
    void whatTheMachineHasIsFoundAndTheBetterKnownFirst() throws IOException {
        put("sub/a.ttf", DrawnFont.whole().bytes());
        assertThat(found(folder)).isEqualTo(new PaperFace(folder.resolve("sub/a.ttf"), 0, true));
        Path better = put("sub/deep/WQY-MicroHei.ttc", DrawnFont.whole().collection());
        assertThat(found(folder)).isEqualTo(new PaperFace(better, 0, true));
    }

    @Test
    void aFontWithoutLatinIsHalfOfOne() throws IOException {
        Path han = put("han.ttf", DrawnFont.withoutLatin().bytes());
        assertThat(found(folder)).isEqualTo(new PaperFace(han, 0, false));
    }

    @Test
    void aMakersWordIsKept() throws IOException {
        put("restricted.ttf", DrawnFont.whole().restricted().bytes());
        assertThatThrownBy(() -> found(folder)).hasMessageStartingWith("HUB-4431: ");
    }

    /// Installing one is enough; nothing needs to be started again.
    @Test
    void aFontThatComesLaterIsFound() throws IOException {
        PaperFonts fonts = new PaperFonts(null, List.of(folder));
        assertThatThrownBy(fonts::face).isInstanceOf(Unavailable.class);
        Path file = put("late.ttf", DrawnFont.whole().bytes());
        assertThat(fonts.face().file()).isEqualTo(file);
    }

    private static PaperFace found(Path in) {
        return new PaperFonts(null, List.of(in)).face();
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
