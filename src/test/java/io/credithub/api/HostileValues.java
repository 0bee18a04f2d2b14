package io.credithub.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What somebody may write in place of a right value, to see what gives. Of each list some are
/// tried in every place, and of the others a few in each place, in turn: all of them in all places
/// would take minutes and find the same.
final class HostileValues {
    /// A number of a resident's document whose check character is right: it must not come back.
    static final String ID_NUMBER = "110101199003070732";

    private static final int LONG = 3_000;

    private static final int OTHERS = 2;

    private final Map<String, Integer> turns = new HashMap<>();

    /// Some of a list, by turns.
    private List<String> some(String list, List<String> always, List<String> others) {
        List<String> some = new ArrayList<>(always);
        int from = turns.merge(list, OTHERS, Integer::sum);
        for (int no = 0; no < OTHERS; no++) some.add(others.get((from + no) % others.size()));
        return some;
    }

    /// Tried wherever there is a text.
    private static List<String> worst() {
        return List.of(
                "",
                "a\u0000b",
                "2147483648",
                "9223372036854775808",
                "-999999999-01-01",
                "+1000000000-12-31T23:59:59.999999999Z",
                ID_NUMBER);
    }

    private static List<String> odd() {
        return List.of(
                "   ",
                "\u0000",
                "\u0001\u0007\u001b[31m",
                "a\r\nX-Injected: 1",
                "\u007f\u0085",
                "😀👩‍👩‍👧‍👦",
                "\u202eabc\u200f",
                "\ufeffa\ufffe",
                "e\u0301".repeat(40),
                "'; DROP TABLE teacher; --",
                "\" OR ''='",
                "${jndi:ldap://127.0.0.1/a}${7*7}#{7*7}{{7*7}}",
                "../../../etc/passwd",
                "..",
                "<script>alert(1)</script>",
                "%s%n%x",
                "-0",
                "0",
                "0.5",
                "1e400",
                "NaN",
                "32768",
                "9223372036854775807",
                "٣",
                "1".repeat(300),
                "+999999999-12-31",
                "9999-12-31",
                "2023-02-30",
                "-1000000000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:60+18:00",
                "1-1-1-1-1",
                "𠮷".repeat(LONG / 12));
    }

    /// For a path or a query, as they stand on the wire.
    List<String> inAddresses() {
        List<String> worst = new ArrayList<>(worst().stream().map(HostileValues::percent).toList());
        worst.addAll(List.of("%zz", "%c0%af", "%ed%a0%80"));
        List<String> others = new ArrayList<>(odd().stream().map(HostileValues::percent).toList());
        others.addAll(
                List.of(
                        "%",
                        "%z",
                        "a%2",
                        "%00%",
                        "%ff%fe",
                        "%u0041",
                        "+",
                        ";a=b",
                        "%2e%2e%2f%2e%2e%2f",
                        "%2F",
                        "%5c..%5c",
                        "a|b\"<>{}^`",
                        "\u00e9\u00ff",
                        "x".repeat(LONG),
                        "x".repeat(9_000)));
        return some("addresses", worst, others);
    }

    /// For a header; a character is a byte on the wire.
    List<String> inHeaders() {
        List<String> worst =
                List.of("a\u0000b", "1e400", "+1000000000-12-31T23:59:59.999999999Z", ID_NUMBER);
        List<String> others =
                List.of(
                        "",
                        "\u00e9\u00ff",
                        wire("😀中"),
                        "${jndi:ldap://127.0.0.1/a}",
                        "-1",
                        "9223372036854775808",
                        "x".repeat(30_000));
        return some("headers", worst, others);
    }

    /// For a header that names a media type, an encoding or a language, besides [#inHeaders].
    List<String> asMediaTypes() {
        return some(
                "media",
                List.of("text"),
                List.of(
                        "a",
                        "/",
                        "a/",
                        "/b",
                        "*/b",
                        "text/csv",
                        "application/xml",
                        "image/png, text/html;q=0.1",
                        "multipart/form-data",
                        "application/x-www-form-urlencoded",
                        ";;;",
                        ",,,",
                        "application/json;",
                        "application/json;q=x",
                        "application/json;q=1e400",
                        "application/json;q=-1",
                        "application/json;charset",
                        "application/json;charset=",
                        "application/json;charset=\"",
                        "application/json;charset=nonsense",
                        "application/json;charset=utf-16",
                        "application/json; charset=\u00ff",
                        "application/json application/json",
                        "application/json, application/json",
                        "application/json/json",
                        "*/*;q=0",
                        "gzip",
                        "zh-*-x;q=z"));
    }

    /// For a field of a body, as JSON.
    List<String> inJson() {
        List<String> worst = new ArrayList<>(worst().stream().map(HostileValues::quoted).toList());
        worst.addAll(
                List.of("\"\\ud800\"", "1e99999999999", "null", "[]", "{}", "9".repeat(2_000)));
        List<String> others = new ArrayList<>(odd().stream().map(HostileValues::quoted).toList());
        others.addAll(
                List.of(
                        "\"a\\udfffb\"",
                        "\"\\u0000\"",
                        "\"\u0001\"",
                        "\"" + "x".repeat(20_000) + "\"",
                        "-0",
                        "-0.0",
                        "-1",
                        "0.1",
                        "1e400",
                        "-1e400",
                        "1e-400",
                        "1e2147483647",
                        "32768",
                        "2147483648",
                        "9223372036854775808",
                        "-9223372036854775809",
                        "NaN",
                        "true",
                        "[null]",
                        "[[[]]]",
                        "{\"a\":{\"b\":[1]}}",
                        "[".repeat(10_000)));
        return some("fields", worst, others);
    }

    /// In place of a whole body. A character is a byte on the wire.
    List<String> bodies() {
        List<String> worst =
                List.of(
                        "",
                        "null",
                        "[]",
                        "{\"a\":1,\"a\":2}",
                        "{\"" + ID_NUMBER + "\":1}",
                        "[".repeat(10_000));
        return some("bodies", worst, otherBodies());
    }

    private static List<String> otherBodies() {
        return List.of(
                " ",
                "\u0000",
                "{",
                "}",
                "[",
                "\"",
                "true",
                "0",
                "1e400",
                "\"text\"",
                "{}",
                "{}{}",
                "{} x",
                "[{}]",
                "{\"a\":".repeat(10_000),
                "{\"reason\":\"a\",\"reason\":\"b\"}",
                "{\"\":1}",
                "{\"\\u0000\":1}",
                "{\"a\\ud800\":1}",
                "{\"__proto__\":{},\"@class\":\"a.B\"}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "// note\n{}",
                "\u00ef\u00bb\u00bf{}",
                "\u00fe\u00ff\u0000{\u0000}",
                "\u00ff\u00fe{\u0000}\u0000",
                "\u00ff\u00ff\u00ff",
                "{\"a\":\"\u00c0\u00af\"}",
                "PK\u0003\u0004" + "\u0000".repeat(60),
                "\u001f\u008b\u0008\u0000",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "<a>&b;</a>",
                "x".repeat(66_000));
    }

    /// Every byte but letters and digits escaped.
    private static String percent(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            char letter = (char) (one & 0xff);
            boolean isPlain = letter < 128 && Character.isLetterOrDigit(letter);
            escaped.append(isPlain ? String.valueOf(letter) : "%%%02x".formatted(one));
        }
        return escaped.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isPlain = letter >= ' ' && letter != '"' && letter != '\\';
            quoted.append(isPlain ? String.valueOf(letter) : "\\u%04x".formatted((int) letter));
        }
        return quoted.append('"').toString();
    }

    private static String wire(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
