package io.credithub.domain.completion;

import java.text.Normalizer;

/// The form in which names are compared. What is stored and shown keeps its characters; what is
/// matched forgets width, case, blanks and the several middle dots.
public final class NormalForm {
    /// The dot of minority and foreign names, U+00B7; other dots become it.
    private static final char MIDDLE_DOT = '·';

    private NormalForm() {}

    /// A person's name: blanks fall away, `阿依古丽・买买提` and `阿依古丽·买买提` are one.
    public static String person(String name) {
        return of(name);
    }

    /// A programme's name: `Ｗｏｒｄ 基础` and `word基础` are one.
    public static String programme(String name) {
        return of(name);
    }

    private static String of(String name) {
        return isPlain(name) ? name : fold(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    /// Unified ideographs of the basic plane, digits and lower-case letters are normal already.
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain =
                    (c >= 0x4E00 && c <= 0x9FFF)
                            || (c >= '0' && c <= '9')
                            || (c >= 'a' && c <= 'z')
                            || c == MIDDLE_DOT;
            if (!plain) return false;
        }
        return true;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) continue;
            if (Character.getType(c) == Character.FORMAT) continue;
            folded.appendCodePoint(isDot(c) ? MIDDLE_DOT : Character.toLowerCase(c));
        }
        return folded.toString();
    }

    /// Bullet, katakana middle dot, dot operator, hyphenation point, bullet operator.
    private static boolean isDot(int c) {
        return c == 0x2022 || c == 0x30FB || c == 0x22C5 || c == 0x2027 || c == 0x2219;
    }
}
