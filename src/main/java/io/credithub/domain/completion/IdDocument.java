package io.credithub.domain.completion;

import java.util.Locale;

/// An identity document. `toString` is masked; the number in clear is for hashing and encryption
/// only.
///
/// @param type `RESIDENT` (GB 11643, 18 characters), `PASSPORT`, `HKMO`, `TAIWAN` or `FOREIGN_PR`
/// @param number in upper case, without blanks
public record IdDocument(Type type, String number) {
    private static final int LENGTH_MIN = 4;
    private static final int LENGTH_MAX = 32;

    public enum Type {
        RESIDENT(1),
        PASSPORT(2),
        HKMO(3),
        TAIWAN(4),
        FOREIGN_PR(5);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /// @throws IllegalArgumentException if no type has it
        public static Type of(int code) {
            for (Type type : values()) if (type.code == code) return type;
            throw new IllegalArgumentException("no type has the code " + code);
        }
    }

    /// Whether a number is one of its type: GB 11643 for residents, plain characters for the
    /// others.
    ///
    /// @param number in upper case, without blanks
    public static boolean isValid(Type type, String number) {
        return switch (type) {
            case RESIDENT -> ResidentId.isValid(number);
            case PASSPORT, HKMO, TAIWAN, FOREIGN_PR -> isPlain(number);
        };
    }

    /// A number as somebody wrote it, in capitals and without blanks: without those of any kind,
    /// and without marks that nobody sees.
    public static String written(String text) {
        StringBuilder number = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isUnseen =
                    Character.isWhitespace(c)
                            || Character.isSpaceChar(c)
                            || Character.getType(c) == Character.FORMAT;
            if (!isUnseen) number.append(c);
        }
        return number.toString().toUpperCase(Locale.ROOT);
    }

    /// Capital letters, digits, and what stands between them on such documents.
    private static boolean isPlain(String number) {
        if (number.length() < LENGTH_MIN || number.length() > LENGTH_MAX) return false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean known =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || "()-/".indexOf(c) >= 0;
            if (!known) return false;
        }
        return true;
    }

    /// `1401**********0016`: four characters at each end at most, never more than half in all.
    public String masked() {
        int shown = Math.min(4, number.length() / 4);
        return number.substring(0, shown)
                + "*".repeat(number.length() - 2 * shown)
                + number.substring(number.length() - shown);
    }

    @Override
    public String toString() {
        return masked();
    }
}
