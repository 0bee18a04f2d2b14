package io.credithub.domain.report;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// By which a printed report is known again: the first digits of the SHA-256 of what it says
/// ([ReportDigest]), in groups, as `3f9a-02bc-77de-1a40-9b21`.
public record VerificationCode(String text) {
    private static final Pattern GROUPS = Pattern.compile("[0-9a-f]{4}(-[0-9a-f]{4}){4}");
    private static final Pattern PARTING = Pattern.compile("[\\s·–-]+");
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    /// @throws IllegalArgumentException if it is not written so
    public VerificationCode {
        if (!GROUPS.matcher(text).matches()) throw new IllegalArgumentException(text);
    }

    static VerificationCode of(byte[] sha256) {
        return grouped(HexFormat.of().formatHex(sha256, 0, BYTES));
    }

    private static VerificationCode grouped(String digits) {
        return new VerificationCode(digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
    }

    /// As somebody copies it from paper: in capitals, with other partings or none.
    ///
    /// @return empty if it is none
    public static Optional<VerificationCode> read(String typed) {
        String digits = PARTING.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        boolean isOne = digits.length() == 2 * BYTES && digits.matches("[0-9a-f]+");
        return isOne ? Optional.of(grouped(digits)) : Optional.empty();
    }
}
