package io.credithub.report.post;

/// Something is configured in a way in which nothing could be sent.
final class WrongTarget extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String key;
    private final String expected;

    /// @param key as it is written in the configuration
    /// @param expected what would be right
    WrongTarget(String code, String key, String expected) {
        super(code + ": " + key + ": " + expected);
        this.code = code;
        this.key = key;
        this.expected = expected;
    }

    String code() {
        return code;
    }

    String key() {
        return key;
    }

    String expected() {
        return expected;
    }
}
