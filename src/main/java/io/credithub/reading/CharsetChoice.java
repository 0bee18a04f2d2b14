package io.credithub.reading;

import io.credithub.flow.reading.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the charset of a content, once for the whole of it: as declared, else as agreed, else by
/// its byte order mark, else UTF-8 if it is strictly that, else GB18030.
///
/// The order of the last two matters: short Chinese texts in UTF-8 nearly always pass as GB18030
/// too, but hardly ever the other way round. A table with a few names can, so [ShortText] looks at
/// what it would say.
///
/// @param charset canonical Java name
/// @param markBytes how long the byte order mark is
record CharsetChoice(String charset, int markBytes) {
    static final String UTF_8 = "UTF-8";
    static final String GB18030 = "GB18030";

    /// Where nobody but the sender can tell.
    static final String DOUBTFUL = "UTF-8/GB18030";

    private static final int BUFFER_BYTES = 1 << 16;

    /// So many characters beyond ASCII without a fault are never GB18030 by chance. From here on a
    /// fault is a damaged record, and not a reason to misread all the others.
    private static final int CERTAINLY_UTF8 = 64;

    private static final Set<String> GB_NAMES =
            Set.of("GB18030", "GBK", "GB2312", "GB_2312-80", "CP936", "MS936", "EUC-CN", "X-GBK");
    private static final byte[] MARK_UTF8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] MARK_GB18030 = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
    private static final byte[] MARK_UTF16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] MARK_UTF16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    /// Whether texts in it can be cut and read; UTF-16 and the like cannot.
    boolean isReadable() {
        return isReadable(charset);
    }

    static boolean isReadable(String charset) {
        return charset.equals(UTF_8) || charset.equals(GB18030);
    }

    /// @param isTable whether people may have written it with a spreadsheet
    static CharsetChoice of(
            @Nullable String declared, @Nullable String agreed, Content content, boolean isTable)
            throws IOException {
        byte[] start;
        try (InputStream in = content.open()) {
            start = in.readNBytes(MARK_GB18030.length);
        }
        CharsetChoice marked = marked(start);
        String named = named(declared);
        if (named == null) named = named(agreed);
        if (named != null) {
            if (marked != null && marked.charset.equals(named)) return marked;
            return new CharsetChoice(named, 0);
        }
        return marked != null ? marked : new CharsetChoice(found(content, isTable), 0);
    }

    /// The charset of a name that somebody gave; null if nobody can know what is meant.
    static @Nullable String named(@Nullable String charset) {
        if (charset == null) return null;
        String name = charset.strip().toUpperCase(Locale.ROOT);
        if (name.equals("UTF-8") || name.equals("UTF8") || name.equals("US-ASCII")) return UTF_8;
        if (GB_NAMES.contains(name)) return GB18030;
        return name.startsWith("UTF-16") || name.startsWith("UTF-32") ? name : null;
    }

    private static @Nullable CharsetChoice marked(byte[] start) {
        if (startsWith(start, MARK_UTF8)) return new CharsetChoice(UTF_8, MARK_UTF8.length);
        if (startsWith(start, MARK_GB18030)) {
            return new CharsetChoice(GB18030, MARK_GB18030.length);
        }
        if (startsWith(start, MARK_UTF16_BIG)) return new CharsetChoice("UTF-16BE", 2);
        return startsWith(start, MARK_UTF16_LITTLE) ? new CharsetChoice("UTF-16LE", 2) : null;
    }

    /// The length of a UTF-8 byte order mark, if the bytes begin with one.
    static int markIn(byte[] bytes) {
        return startsWith(bytes, MARK_UTF8) ? MARK_UTF8.length : 0;
    }

    private static boolean startsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length
                && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    private static String found(Content content, boolean isTable) throws IOException {
        Utf8 check = new Utf8();
        ShortText text = new ShortText();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!check.accepts(buffer, 0, read)) {
                    return check.beyondAscii() >= CERTAINLY_UTF8 ? UTF_8 : GB18030;
                }
                if (check.beyondAscii() >= CERTAINLY_UTF8) return UTF_8;
                text.take(buffer, read);
            }
        }
        if (!check.isComplete()) return GB18030;
        return isTable ? text.charset() : UTF_8;
    }
}
