package io.credithub.report.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Reads QR codes as a phone does: out of a picture.
final class QrReadBack {
    static final int DPI = 150;

    private static final double INCH_MILLIMETRES = 25.4;

    private QrReadBack() {}

    /// @param millimetres from the middle of one corner's square to the next one's
    record FoundCode(String text, double millimetres) {}

    /// The code on one sheet.
    ///
    /// @param sheet from 0 on
    static Optional<FoundCode> of(byte[] pdf, int sheet) throws IOException {
        return read(picture(pdf, sheet));
    }

    static BufferedImage picture(byte[] pdf, int sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(sheet, DPI);
        }
    }

    static Optional<FoundCode> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            Result found =
                    new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
            ResultPoint[] corners = found.getResultPoints();
            double pixelsApart = ResultPoint.distance(corners[0], corners[1]);
            return Optional.of(
                    new FoundCode(found.getText(), pixelsApart * INCH_MILLIMETRES / DPI));
        } catch (NotFoundException none) {
            return Optional.empty();
        } catch (ReaderException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
