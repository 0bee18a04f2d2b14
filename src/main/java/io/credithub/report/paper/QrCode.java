package io.credithub.report.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/// A QR code (ISO/IEC 18004) before anybody draws it: which of its modules are dark. A quarter of
/// them may be lost under a seal or a fold. The same text has the same modules.
final class QrCode {
    /// Modules that must stay light around it.
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    /// Dark modules side by side, in modules from the upper left corner.
    record DarkBox(int left, int top, int width, int height) {}

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// @param text in ASCII, short enough to be printed
    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /// Modules in a row, those around it too.
    int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    private boolean isDark(int left, int top) {
        int x = left - QUIET;
        int y = top - QUIET;
        boolean isInside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
        return isInside && modules.get(x, y) == 1;
    }

    /// All dark modules in as few boxes as need be, none over another, row by row.
    List<DarkBox> boxes() {
        List<DarkBox> boxes = new ArrayList<>();
        boolean[][] isTaken = new boolean[size()][size()];
        for (int top = 0; top < size(); top++) {
            for (int left = 0; left < size(); left++) {
                if (isTaken[top][left] || !isDark(left, top)) continue;
                DarkBox box = box(left, top, isTaken);
                for (int y = top; y < top + box.height(); y++) {
                    for (int x = left; x < left + box.width(); x++) isTaken[y][x] = true;
                }
                boxes.add(box);
            }
        }
        return boxes;
    }

    private DarkBox box(int left, int top, boolean[][] isTaken) {
        int width = 0;
        while (isDark(left + width, top) && !isTaken[top][left + width]) width++;
        int height = 1;
        while (isDarkRow(left, top + height, width, isTaken)) height++;
        return new DarkBox(left, top, width, height);
    }

    private boolean isDarkRow(int left, int top, int width, boolean[][] isTaken) {
        for (int x = left; x < left + width; x++) {
            if (!isDark(x, top) || isTaken[top][x]) return false;
        }
        return true;
    }
}
