package io.credithub.demo.model;

/// Writes hours held in hundredths the short way: `40`, `7.5`, `-8`.
public final class HoursText {
    private HoursText() {}

    public static String of(int hundredths) {
        int whole = Math.abs(hundredths) / 100;
        int rest = Math.abs(hundredths) % 100;
        String text =
                rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : "." + rest / 10 + rest % 10;
        return (hundredths < 0 ? "-" : "") + whole + text;
    }
}
