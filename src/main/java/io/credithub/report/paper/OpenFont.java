package io.credithub.report.paper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/// A font file that is read, until it is closed.
///
/// @param faces one, or those of a collection
record OpenFont(List<TrueTypeFont> faces, Closeable file) implements Closeable {
    /// @throws IOException if it is no font, or one that cannot be read
    static OpenFont of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".ttc") || name.endsWith(".otc")) {
            return of(new TrueTypeCollection(file.toFile()));
        }
        TTFParser parser = name.endsWith(".otf") ? new OTFParser() : new TTFParser();
        RandomAccessRead bytes = new RandomAccessReadBufferedFile(file.toFile());
        try {
            TrueTypeFont font = parser.parse(bytes);
            return new OpenFont(List.of(font), font);
        } catch (IOException | RuntimeException broken) {
            bytes.close();
            throw broken;
        }
    }

    private static OpenFont of(TrueTypeCollection collection) throws IOException {
        List<TrueTypeFont> faces = new ArrayList<>();
        try {
            collection.processAllFonts(faces::add);
            return new OpenFont(List.copyOf(faces), collection);
        } catch (IOException | RuntimeException broken) {
            collection.close();
            throw broken;
        }
    }

    /// The first face that has all these letters and may be put into a document in part.
    ///
    /// @return its place among the faces; -1: none has
    int faceWith(String letters) throws IOException {
        for (int face = 0; face < faces.size(); face++) {
            if (isUsable(faces.get(face)) && hasAll(faces.get(face), letters)) return face;
        }
        return -1;
    }

    /// Outlines as TrueType draws them, and a maker who lets them be handed on.
    private static boolean isUsable(TrueTypeFont face) throws IOException {
        if (face instanceof OpenTypeFont drawn && drawn.isPostScript()) return false;
        if (!face.getTableMap().containsKey("glyf")) return false;
        OS2WindowsMetricsTable rights = face.getOS2Windows();
        if (rights == null) return true;
        int type = rights.getFsType();
        return (type & 0xF) != OS2WindowsMetricsTable.FSTYPE_RESTRICTED
                && (type & OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING) == 0
                && (type & OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY) == 0;
    }

    private static boolean hasAll(TrueTypeFont face, String letters) throws IOException {
        return letters.codePoints().allMatch(drawnBy(face));
    }

    /// How many of these letters a face has; 0 if it may not be put into a document.
    long countOf(String letters, int face) throws IOException {
        if (!isUsable(faces.get(face))) return 0;
        return letters.codePoints().filter(drawnBy(faces.get(face))).count();
    }

    /// Whether a face has a letter.
    static IntPredicate drawnBy(TrueTypeFont face) throws IOException {
        CmapLookup glyphs = face.getUnicodeCmapLookup(false);
        return letter -> glyphs != null && glyphs.getGlyphId(letter) != 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
