package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.credithub.report.paper.QrCode.DarkBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The boxes that are drawn are the dark modules, each once, and a phone reads them.
final class QrCodeTest {
    private static final String LINK = "https://xuefen.example.gov.cn/verify/2026-7F3KXM2QBW";
    private static final int QUIET = 4;
    private static final int SCALE = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINK,
                "https://xuefen.example.gov.cn/verify/3f9a-02bc-77de-1a40-9b21",
                "http://h/verify/2026-222222222A",
                "https://a-very-long-name-of-a-host.and-its-domain.example.gov.cn/teachers/training/"
                    + "credits/verify/3f9a-02bc-77de-1a40-9b21"
            })
    void aPhoneReadsWhatIsDrawn(String text) {
        assertThat(QrReadBack.read(drawn(QrCode.of(text))).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void theBoxesAreTheDarkModulesEachOnce() throws WriterException {
        ByteMatrix modules = Encoder.encode(LINK, ErrorCorrectionLevel.Q).getMatrix();
        QrCode code = QrCode.of(LINK);
        int[][] dark = new int[code.size()][code.size()];
        for (DarkBox box : code.boxes()) {
            for (int y = 0; y < box.height(); y++) {
                for (int x = 0; x < box.width(); x++) dark[box.top() + y][box.left() + x]++;
            }
        }
        assertThat(code.size()).isEqualTo(modules.getWidth() + 2 * QUIET);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                boolean isInside =
                        x >= QUIET
                                && y >= QUIET
                                && x < QUIET + modules.getWidth()
                                && y < QUIET + modules.getHeight();
                int wanted = isInside ? modules.get(x - QUIET, y - QUIET) : 0;
                assertThat(dark[y][x]).as(x + " " + y).isEqualTo(wanted);
            }
        }
    }

    /// Level Q mends about a quarter.
    @Test
    void aStainDoesNotMatter() {
        BufferedImage picture = drawn(QrCode.of(LINK));
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        int side = picture.getWidth() / 6;
        pen.fillOval(picture.getWidth() / 2, picture.getHeight() / 2, side, side);
        pen.dispose();
        assertThat(QrReadBack.read(picture).orElseThrow().text()).isEqualTo(LINK);
    }

    private static BufferedImage drawn(QrCode code) {
        int side = code.size() * SCALE;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (DarkBox box : code.boxes()) {
            pen.fillRect(
                    box.left() * SCALE,
                    box.top() * SCALE,
                    box.width() * SCALE,
                    box.height() * SCALE);
        }
        pen.dispose();
        return picture;
    }
}
