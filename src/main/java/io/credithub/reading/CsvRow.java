package io.credithub.reading;

import io.credithub.reading.sheet.TableRow;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/// The values of one row, decoded and without their quotes. Used again for row after row: nothing
/// but the values is allocated.
final class CsvRow implements TableRow {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int FIRST_VALUES = 32;
    private static final int FIRST_CHARS = 1 << 10;

    private final CharsetDecoder decoder;
    private CharBuffer chars = CharBuffer.allocate(FIRST_CHARS);
    private String[] values = new String[FIRST_VALUES];
    private int size;
    private boolean isQuotedWell;
    private boolean isDecoded;

    CsvRow(Charset charset) {
        decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String value(int column) {
        return values[column];
    }

    /// Whether every quoted value is closed as it must be.
    boolean isQuotedWell() {
        return isQuotedWell;
    }

    /// Whether every byte meant a character.
    boolean isDecoded() {
        return isDecoded;
    }

    /// @param from where the row's text begins
    /// @param to where it ends, without the line end
    void read(byte[] bytes, int from, int to) {
        decode(bytes, from, to);
        char[] text = chars.array();
        int end = chars.limit();
        size = 0;
        isQuotedWell = true;
        int at = 0;
        do {
            boolean isQuoted = at < end && text[at] == '"';
            at = isQuoted ? quoted(text, at, end) : plain(text, at, end);
        } while (at <= end);
    }

    private void decode(byte[] bytes, int from, int to) {
        if (chars.capacity() < to - from) chars = CharBuffer.allocate(2 * (to - from));
        chars.clear();
        decoder.reset();
        decoder.decode(ByteBuffer.wrap(bytes, from, to - from), chars, true);
        decoder.flush(chars);
        chars.flip();
        isDecoded = true;
        char[] text = chars.array();
        for (int at = 0; at < chars.limit(); at++) {
            if (text[at] == REPLACEMENT) isDecoded = false;
        }
    }

    private int plain(char[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] != ',') at++;
        add(at == from ? "" : new String(text, from, at - from));
        return at + 1;
    }

    private int quoted(char[] text, int from, int end) {
        int close = from + 1;
        boolean hasQuotes = false;
        while (close < end) {
            if (text[close] == '"') {
                if (close + 1 >= end || text[close + 1] != '"') break;
                hasQuotes = true;
                close++;
            }
            close++;
        }
        if (close >= end || (close + 1 < end && text[close + 1] != ',')) {
            isQuotedWell = false;
            return plain(text, from, end);
        }
        String value = new String(text, from + 1, close - from - 1);
        add(hasQuotes ? value.replace("\"\"", "\"") : value);
        return close + 2;
    }

    private void add(String value) {
        if (size == values.length) values = Arrays.copyOf(values, 2 * size);
        values[size++] = value;
    }
}
