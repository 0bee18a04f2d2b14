package io.credithub.demo.model;

/// Writes one flat JSON object after another into one buffer. Empty values are left out, as the
/// agreements with the sources want it.
public final class JsonText {
    private final StringBuilder out;
    private boolean first = true;

    private JsonText(StringBuilder out) {
        this.out = out;
    }

    public static JsonText object(StringBuilder out) {
        out.append('{');
        return new JsonText(out);
    }

    public JsonText text(String key, String value) {
        if (value.isEmpty()) return this;
        key(key);
        quoted(value);
        return this;
    }

    /// @param literal a number, a boolean, or a value that is JSON already; left out if empty
    public JsonText raw(String key, String literal) {
        if (literal.isEmpty()) return this;
        key(key);
        out.append(literal);
        return this;
    }

    public JsonText inner(String key) {
        key(key);
        return object(out);
    }

    public void end() {
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
