package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the theme codes of a record: `ETHICS` (师德), `ICT`, others by policy.
public final class ThemeFields {
    private static final int MOST = 20;
    private static final int LENGTH_MAX = 32;

    private ThemeFields() {}

    /// @return sorted and without repetition, so that equal sets are equal records
    static List<String> read(@Nullable JsonNode themes, Findings findings) {
        if (themes == null) return List.of();
        if (!themes.isArray()) {
            findings.add(FindingCode.WRONG_TYPE, "/themes", themes);
            return List.of();
        }
        if (themes.size() > MOST) {
            findings.add(FindingCode.OUT_OF_RANGE, "/themes", String.valueOf(themes.size()));
            return List.of();
        }
        TreeSet<String> codes = new TreeSet<>();
        for (int i = 0; i < themes.size(); i++) {
            JsonNode theme = themes.get(i);
            if (!theme.isTextual()) {
                findings.add(FindingCode.WRONG_TYPE, "/themes/" + i, theme);
            } else if (!isCode(theme.textValue())) {
                findings.add(FindingCode.UNKNOWN_CODE, "/themes/" + i, theme);
            } else {
                codes.add(theme.textValue());
            }
        }
        return List.copyOf(codes);
    }

    /// Capital letters, digits and underscores, a letter first.
    public static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            boolean rest = i > 0 && (c == '_' || (c >= '0' && c <= '9'));
            if (!letter && !rest) return false;
        }
        return true;
    }
}
