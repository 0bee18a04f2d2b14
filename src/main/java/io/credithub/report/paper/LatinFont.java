package io.credithub.report.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Latin letters and digits, which PDFBox brings with it. It stands in wherever PDFBox would look
/// through the machine for a font by itself, and keep what it found in a file at home.
final class LatinFont implements FontMapper {
    private static final String LIBERATION =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont latin = open();

    /// @return to be closed by whoever asked
    static TrueTypeFont open() {
        try (InputStream font = PDDocument.class.getResourceAsStream(LIBERATION)) {
            if (font == null) throw new IllegalStateException("PDFBox lacks " + LIBERATION);
            return new TTFParser().parse(new RandomAccessReadBuffer(font));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            @Nullable String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(latin, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            @Nullable String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(latin, false);
    }

    @Override
    public CIDFontMapping getCIDFont(
            @Nullable String name,
            @Nullable PDFontDescriptor like,
            @Nullable PDCIDSystemInfo letters) {
        return new CIDFontMapping(null, latin, false);
    }
}
