package io.credithub.reading.sheet;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of a workbook that somebody sent. The file lies in memory as it came, packed; its
/// rows stream by. What is unpacked is bounded, and only what is needed is.
public final class UploadedWorkbook {
    private static final byte[] MARK = {'P', 'K', 3, 4};
    private static final int FILE_BYTES_MAX = 64 << 20;
    private static final long SMALL_BYTES_MAX = 4L << 20;
    private static final long TEXTS_BYTES_MAX = 64L << 20;
    private static final long SHEET_BYTES_MAX = 256L << 20;
    private static final List<String> SMALL =
            List.of(WorkbookParts.BOOK, WorkbookParts.RELATIONS, WorkbookParts.STYLES);

    private UploadedWorkbook() {}

    /// Takes rows one after another.
    public interface RowTaker {
        /// @return false: no more of them
        boolean take(SheetRow row);
    }

    /// Whether a file may be a workbook.
    ///
    /// @param start at least its first four bytes, if it has as many
    public static boolean begins(byte[] start) {
        if (start.length < MARK.length) return false;
        for (int at = 0; at < MARK.length; at++) if (start[at] != MARK[at]) return false;
        return true;
    }

    /// @param sheet its name; absent: the first that one can see
    /// @return why nothing of it can be believed, if it cannot be read to its end
    /// @throws IOException if the content cannot be had: not the sender's fault
    public static @Nullable Finding read(Content content, @Nullable String sheet, RowTaker taker)
            throws IOException {
        byte[] file;
        try (InputStream in = content.open()) {
            file = in.readNBytes(FILE_BYTES_MAX + 1);
        }
        if (file.length > FILE_BYTES_MAX) {
            return new Finding(FindingCode.TOO_LONG, "/", "> " + FILE_BYTES_MAX + " B");
        }
        try {
            read(ZipParts.of(file), sheet, taker);
            return null;
        } catch (UnreadableWorkbook bad) {
            return bad.why();
        } catch (ZipException | EOFException broken) {
            return new Finding(FindingCode.NO_TABLE, "/", null);
        }
    }

    private static void read(ZipParts zip, @Nullable String sheet, RowTaker taker)
            throws IOException {
        Map<String, byte[]> small = new HashMap<>();
        for (String name : SMALL) {
            if (zip.has(name)) {
                zip.take(name, SMALL_BYTES_MAX, in -> small.put(name, in.readAllBytes()));
            }
        }
        WorkbookParts book = WorkbookParts.of(small);
        String read = book.sheet(sheet);
        if (zip.has(WorkbookParts.TEXTS)) {
            zip.take(WorkbookParts.TEXTS, TEXTS_BYTES_MAX, in -> book.takeTexts(new PartXml(in)));
        }
        zip.take(
                book.partOf(read),
                SHEET_BYTES_MAX,
                in -> rows(new SheetRows(new PartXml(in), read, book), taker));
    }

    private static void rows(SheetRows rows, RowTaker taker) throws IOException {
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            if (!taker.take(row)) return;
        }
    }
}
