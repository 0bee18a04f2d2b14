package io.credithub.flow.feed;

import io.credithub.domain.Text;
import java.util.regex.Pattern;

/// Something wrong with a file of the project: routes, mappings, policies. `hub check` lists them.
///
/// @param file relative to the project
/// @param path inside the file, as a JSON pointer or `line:column`; empty for the file as a whole
/// @param fix what to do about it
public record FileProblem(String file, String path, Text message, Text fix) {
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    /// A library may have said it in several lines.
    public FileProblem {
        message = new Text(oneLine(message.zh()), oneLine(message.en()));
    }

    private static String oneLine(String text) {
        return BREAK.matcher(text.strip()).replaceAll(" | ");
    }

    /// One line for a terminal.
    @Override
    public String toString() {
        return "%s %s: %s %s 处理:%s / fix: %s"
                .formatted(
                        file,
                        path.isEmpty() ? "/" : path,
                        message.zh(),
                        message.en(),
                        fix.zh(),
                        fix.en());
    }
}
