package io.credithub.demo;

/// Writes one flat JSON object after another into one buffer. Empty values are left out, as the
/// agreements with the sources want it.
final class JsonText {
    private final StringBuilder out;
    private boolean first = true;

    private JsonText(StringBuilder out) {
        this.out = out;
    }

    static JsonText object(StringBuilder out) {
        out.append('{');
        return new JsonText(out);
    }

    JsonText text(String key, String value) {
        if (value.isEmpty()) return this;
        key(key);
        quoted(value);
        return this;
    }

    /// @param literal a number, a boolean, or a value that is JSON already; left out if empty
    JsonText raw(String key, String literal) {
        if (literal.isEmpty()) return this;
        key(key);
        out.append(literal);
        return this;
    }

    JsonText inner(String key) {
        key(key);
        return object(out);
    }

    void end() {
        out.append('}');
    }

    private void key(String key) {
        if (!first) out.append(',');
        first = false;
        out.append('"').append(key).append("\":");
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') out.append('\\');
            out.append(c);
        }
        out.append('"');
    }
}
