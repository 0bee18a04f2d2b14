package io.credithub.flow.explain;

import io.credithub.domain.completion.ResidentId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes out of a text what names a person too closely: a resident identity number wherever it
/// stands and however it is spaced, and the number of the document that the record itself gives.
///
/// @param idNumber of the record, in capitals and without blanks; null: it gives none
record Masking(@Nullable String idNumber) {
    /// Stands for a value that is not shown at all.
    static final String HIDDEN = "***";

    private static final int SHOWN_MAX = 4;
    private static final int ID_LENGTH_MIN = 4;
    private static final Pattern RESIDENT =
            Pattern.compile("[0-9](?:[\\s-]?[0-9]){16}[\\s-]?[0-9Xx]");

    /// What may be a mobile phone's number, or an ID number that is mistyped.
    private static final Pattern STRAY =
            Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])|[0-9]{14,17}[0-9Xx]");

    /// @param number as the mapping writes it, if it does
    static Masking of(@Nullable String number) {
        if (number == null) return new Masking(null);
        String compact = compact(number);
        return new Masking(compact.length() < ID_LENGTH_MIN ? null : compact);
    }

    /// The text without the numbers; the very same if there is none in it.
    String text(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String safe = withoutDocument(withoutResidents(plain));
        return safe.equals(plain) ? text : safe;
    }

    /// As [#text], of a value that nobody needs: without whatever looks like a person's number.
    String stray(String text) {
        return STRAY.matcher(text(text)).replaceAll(found -> masked(found.group()));
    }

    private static String withoutResidents(String text) {
        StringBuilder safe = new StringBuilder(text);
        Matcher numbers = RESIDENT.matcher(text);
        int from = 0;
        while (numbers.find(from)) {
            boolean is = ResidentId.isValid(compact(numbers.group().replace("-", "")));
            if (is) safe.replace(numbers.start(), numbers.end(), masked(numbers.group()));
            from = is ? numbers.end() : numbers.start() + 1;
        }
        return safe.toString();
    }

    private String withoutDocument(String text) {
        if (idNumber == null || !compact(text).contains(idNumber)) return text;
        String asItStands = text.toUpperCase(Locale.ROOT);
        int at = asItStands.length() == text.length() ? asItStands.indexOf(idNumber) : -1;
        if (at < 0) return masked(text);
        int end = at + idNumber.length();
        return text.substring(0, at) + masked(idNumber) + withoutDocument(text.substring(end));
    }

    /// `1401**********0016`: at most four characters at each end, never more than half in all.
    static String masked(String value) {
        int shown = Math.min(SHOWN_MAX, value.length() / 4);
        int end = value.length() - shown;
        return value.substring(0, shown) + "*".repeat(end - shown) + value.substring(end);
    }

    private static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }

    /// People are never printed.
    @Override
    public String toString() {
        return "Masking[masked]";
    }
}
