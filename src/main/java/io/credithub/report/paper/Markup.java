package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.flow.report.ReportLanguage;
import java.io.IOException;
import java.io.Writer;

/// Writes XHTML that a browser reads as HTML too. Whatever is said is escaped here, and nowhere
/// else: tags and names of attributes are the code's own, all other text may mean harm.
final class Markup {
    /// Stands for what XML cannot hold, and for what would turn the text around it.
    private static final char REPLACED = '\uFFFD';

    private final Writer out;
    private final ReportLanguage language;

    Markup(Writer out, ReportLanguage language) {
        this.out = out;
        this.language = language;
    }

    ReportLanguage language() {
        return language;
    }

    /// @param attributes names and values by turns
    Markup open(String tag, String... attributes) throws IOException {
        start(tag, attributes);
        out.write('>');
        return this;
    }

    Markup close(String tag) throws IOException {
        out.write("</");
        out.write(tag);
        out.write('>');
        return this;
    }

    /// An element that holds nothing by its nature.
    Markup empty(String tag, String... attributes) throws IOException {
        start(tag, attributes);
        out.write("/>");
        return this;
    }

    Markup element(String tag, String text, String... attributes) throws IOException {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup element(String tag, Text text, String... attributes) throws IOException {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup text(String text) throws IOException {
        escape(text);
        return this;
    }

    /// In the language of the report; English beside Chinese says that it is English.
    Markup text(Text text) throws IOException {
        if (language != ReportLanguage.BOTH || text.zh().equals(text.en())) {
            return text(language.of(text));
        }
        return text(text.zh() + " ").element("span", text.en(), "lang", "en", "class", "en");
    }

    /// The code's own, as it is.
    Markup own(String own) throws IOException {
        out.write(own);
        return this;
    }

    Markup line(String own) throws IOException {
        return own(own).own("\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    private void start(String tag, String... attributes) throws IOException {
        out.write('<');
        out.write(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            escape(attributes[i + 1]);
            out.write('"');
        }
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> {
                    if (!isSayable(character)) out.write(REPLACED);
                    else if (Character.isBmpCodePoint(character)) out.write(character);
                    else out.write(Character.toString(character));
                }
            }
        }
    }

    /// With [#REPLACED] in the place of what cannot be said.
    static String sayable(String text) {
        StringBuilder said = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isSayable(character) ? character : REPLACED)
                .forEach(said::appendCodePoint);
        return said.toString();
    }

    /// Whether XML may hold it and it leaves the direction of what follows alone.
    private static boolean isSayable(int character) {
        if (character == '\t' || character == '\n' || character == '\r') return true;
        if (Character.isISOControl(character)) return false;
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            return false;
        }
        if (character >= 0x202A && character <= 0x202E) return false;
        if (character >= 0x2066 && character <= 0x2069) return false;
        return (character & 0xFFFE) != 0xFFFE;
    }
}
