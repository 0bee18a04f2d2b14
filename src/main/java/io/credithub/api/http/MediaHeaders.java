package io.credithub.api.http;

import java.util.List;
import java.util.regex.Pattern;

/// Whether `Accept` and `Content-Type` can be read at all (RFC 9110). The framework takes what
/// cannot for a fault of its own.
final class MediaHeaders {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final Pattern WEIGHT = Pattern.compile("[01]?\\.?[0-9]{1,3}|[01]\\.?");

    private final String text;
    private int at;

    private MediaHeaders(String text) {
        this.text = text;
    }

    /// @param headers each a list of types
    static boolean isAccept(List<String> headers) {
        return headers.stream().allMatch(one -> one.isBlank() || new MediaHeaders(one).isList());
    }

    /// @param headers of a request, at most one of which is right
    static boolean isContentType(List<String> headers) {
        return headers.size() <= 1
                && headers.stream().allMatch(one -> one.isBlank() || new MediaHeaders(one).isOne());
    }

    private boolean isList() {
        do {
            if (!isType()) return false;
        } while (take(','));
        return at == text.length();
    }

    private boolean isOne() {
        return isType() && at == text.length();
    }

    /// `*` alone is what old Java clients send.
    private boolean isType() {
        skipBlanks();
        int from = at;
        if (!isToken()) return false;
        boolean isAny = text.substring(from, at).equals("*");
        boolean isWhole = take('/') ? isToken() : isAny;
        skipBlanks();
        while (isWhole && take(';')) {
            skipBlanks();
            isWhole = at == text.length() || ",;".indexOf(text.charAt(at)) >= 0 || isParameter();
            skipBlanks();
        }
        return isWhole;
    }

    private boolean isParameter() {
        int from = at;
        if (!isToken()) return false;
        boolean isWeight = text.substring(from, at).equalsIgnoreCase("q");
        if (!take('=')) return false;
        int value = at;
        boolean isValue = take('"') ? isQuoted() : isToken();
        return isValue && (!isWeight || WEIGHT.matcher(text.substring(value, at)).matches());
    }

    private boolean isQuoted() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') return true;
            if (next == '\\') at++;
        }
        return false;
    }

    private boolean isToken() {
        int from = at;
        while (at < text.length() && isTokenMark(text.charAt(at))) at++;
        return at > from;
    }

    private static boolean isTokenMark(char c) {
        boolean isLetter = c < 128 && Character.isLetterOrDigit(c);
        return isLetter || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
    }

    private boolean take(char wanted) {
        boolean isThere = at < text.length() && text.charAt(at) == wanted;
        if (isThere) at++;
        return isThere;
    }
}
