package io.credithub.flow.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A signed text as it is found in what somebody kept of it. It is one line of some thousand
/// characters; mail, terminals and papers break it, quote it and put invisible characters into it.
/// None of these belongs to its alphabet, so taking them out restores what was sent.
///
/// @param text its three parts with their points; null if they are not all there
/// @param isInOnePiece whether it stands there unbroken: then what it says is what somebody wrote
record MailedCode(@Nullable String text, boolean isInOnePiece) {
    /// How every one begins: `{"alg":"EdDSA"` in base64.
    private static final String HEAD = "eyJhbGciOiJFZERTQSI";

    /// A signature by Ed25519 is always that long, so that what follows it is not taken for a part.
    private static final Pattern WHOLE =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

    private static final Pattern SOFT_BREAK = Pattern.compile("=[ \\t]*\\R");
    private static final Pattern QUOTE = Pattern.compile("(?m)^[\\s>|\u00A0]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    static List<MailedCode> in(String text) {
        List<MailedCode> found = new ArrayList<>();
        String unbroken = SOFT_BREAK.matcher(text).replaceAll("");
        String unquoted = QUOTE.matcher(unbroken.replace('\r', '\n')).replaceAll("");
        String joined = INVISIBLE.matcher(unquoted).replaceAll("");
        for (int at = joined.indexOf(HEAD); at >= 0; at = joined.indexOf(HEAD, at + 1)) {
            Matcher whole = WHOLE.matcher(joined).region(at, joined.length());
            if (whole.lookingAt()) {
                found.add(new MailedCode(whole.group(), standsIn(text, whole.group())));
            } else {
                found.add(new MailedCode(null, false));
            }
        }
        return found;
    }

    /// Alone: a further character of its alphabet at its end would belong to it.
    private static boolean standsIn(String text, String code) {
        int at = text.indexOf(code);
        if (at < 0) return false;
        int end = at + code.length();
        return end == text.length()
                || !Character.toString(text.charAt(end)).matches("[A-Za-z0-9_-]");
    }
}
