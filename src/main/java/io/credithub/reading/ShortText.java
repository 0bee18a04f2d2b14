package io.credithub.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A text of few characters beyond ASCII that is strict UTF-8, and may be GB18030 by chance: 谢伟 in
/// GB18030 is лΰ in UTF-8. What it says decides: Chinese text has Chinese characters.
///
/// Nearly all characters of names are of level 1 of GB 2312, and every name that can be mistaken is
/// of GB 2312 altogether; UTF-8 that is read as GB18030 hardly ever is.
final class ShortText {
    private static final Charset GB18030 = Charset.forName(CharsetChoice.GB18030);
    private static final int GB2312_FIRST = 0xA1;
    private static final int LEVEL_ONE_FIRST = 0xB0;
    private static final int LEVEL_ONE_LAST = 0xD7;
    private static final int LEVEL_TWO_LAST = 0xF7;
    private static final char MIDDLE_DOT = '·';

    /// The characters beyond ASCII with one of ASCII at each side of every run.
    private final ByteArrayOutputStream runs = new ByteArrayOutputStream();

    private byte before = '\n';
    private boolean inRun;

    void take(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            byte b = bytes[at];
            if (b < 0 && !inRun) runs.write(before);
            if (b < 0 || inRun) runs.write(b);
            inRun = b < 0;
            before = b;
        }
    }

    /// What it is: UTF-8 or GB18030, or doubtful.
    String charset() {
        byte[] bytes = runs.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Pairs pairs = Pairs.of(bytes);
        if (!pairs.isGb2312) return CharsetChoice.UTF_8;
        boolean isUsual = 2 * pairs.levelOne >= pairs.hanzi;
        if (isChinese(text)) {
            return isUsual && !isCommon(text) ? CharsetChoice.DOUBTFUL : CharsetChoice.UTF_8;
        }
        return isUsual ? CharsetChoice.GB18030 : CharsetChoice.DOUBTFUL;
    }

    /// The same bytes as GB 2312 has them.
    ///
    /// @param isGb2312 whether there is nothing in it but ASCII and GB 2312
    private record Pairs(boolean isGb2312, int hanzi, int levelOne) {
        private static final Pairs NONE = new Pairs(false, 0, 0);

        static Pairs of(byte[] bytes) {
            int hanzi = 0;
            int levelOne = 0;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] >= 0) continue;
                int lead = bytes[at] & 0xFF;
                int trail = at + 1 < bytes.length ? bytes[++at] & 0xFF : 0;
                if (lead < GB2312_FIRST || lead > LEVEL_TWO_LAST || trail < GB2312_FIRST) {
                    return NONE;
                }
                if (lead < LEVEL_ONE_FIRST) continue;
                hanzi++;
                if (lead <= LEVEL_ONE_LAST) levelOne++;
            }
            return decodes(bytes) ? new Pairs(true, hanzi, levelOne) : NONE;
        }

        private static boolean decodes(byte[] bytes) {
            try {
                return GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining()
                        || bytes.length == 0;
            } catch (CharacterCodingException bad) {
                return false;
            }
        }
    }

    /// Whether it is what stands in Chinese tables: Chinese characters and punctuation, and letters
    /// with marks in words of Latin letters.
    private static boolean isChinese(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80 || isHan(c) || isPunctuation(c)) continue;
            boolean isNamed = c == MIDDLE_DOT || isLatin(c);
            if (!isNamed || !isInWord(text, at)) return false;
        }
        return true;
    }

    /// A dot or a letter with a mark goes with what is at its sides.
    private static boolean isInWord(String text, int at) {
        char before = text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        boolean isDot = text.charAt(at) == MIDDLE_DOT;
        return isDot ? isWord(before) && isWord(after) : isLetter(before) || isLetter(after);
    }

    private static boolean isWord(char c) {
        return isLetter(c) || isHan(c) || isLatin(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLatin(char c) {
        return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    }

    private static boolean isHan(char c) {
        return (c >= 0x2E80 && c <= 0x2FDF)
                || (c >= 0x3400 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || Character.isSurrogate(c);
    }

    private static boolean isPunctuation(char c) {
        return (c >= 0x2010 && c <= 0x205E)
                || (c >= 0x2100 && c <= 0x26FF)
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0x3200 && c <= 0x33FF)
                || (c >= 0xFE30 && c <= 0xFFEF);
    }

    /// Whether every Chinese character of it is one of GB 2312.
    private static boolean isCommon(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isHan(c)) continue;
            byte[] bytes = String.valueOf(c).getBytes(GB18030);
            if (bytes.length != 2) return false;
            int lead = bytes[0] & 0xFF;
            int trail = bytes[1] & 0xFF;
            boolean isOfLevel = lead >= LEVEL_ONE_FIRST && lead <= LEVEL_TWO_LAST;
            if (!isOfLevel || trail < GB2312_FIRST) return false;
        }
        return true;
    }
}
