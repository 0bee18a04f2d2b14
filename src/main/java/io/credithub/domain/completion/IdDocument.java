package io.credithub.domain.completion;

/// An identity document. `toString` is masked; the number in clear is for hashing and encryption
/// only.
///
/// @param type `RESIDENT` (GB 11643, 18 characters), `PASSPORT`, `HKMO`, `TAIWAN` or `FOREIGN_PR`
/// @param number in upper case, without blanks
public record IdDocument(Type type, String number) {
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
