package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one record. Whatever stands under `/teacher` is personal and is
/// masked here, whoever reports it. Costs nothing while nothing is wrong.
public final class Findings {
    private static final int FIELD_LENGTH_MAX = 200;

    /// So many findings of one record are told; the last says how many more there are.
    static final int RECORD_MAX = 50;

    /// Digits of any long number, written together or in groups: an ID number, a telephone.
    private static final Pattern LONG_NUMBER =
            Pattern.compile("[0-9](?:[\\p{Z}\\s-]?[0-9]){9,}[\\p{Z}\\s-]?[0-9Xx]");

    private @Nullable List<Finding> list;
    private int more;

    public void add(FindingCode code, String field, @Nullable String value) {
        if (list == null) list = new ArrayList<>(4);
        if (list.size() >= RECORD_MAX) {
            more++;
            return;
        }
        String place =
                field.length() > FIELD_LENGTH_MAX ? field.substring(0, FIELD_LENGTH_MAX) : field;
        list.add(new Finding(code, place, safe(field, value)));
    }

    public void add(FindingCode code, String field, JsonNode value) {
        add(code, field, shown(value));
    }

    public boolean isEmpty() {
        return list == null;
    }

    public List<Finding> list() {
        if (list == null) return List.of();
        if (more == 0) return List.copyOf(list);
        List<Finding> told = new ArrayList<>(list);
        told.add(new Finding(FindingCode.MORE_FINDINGS, "", "+" + more));
        return List.copyOf(told);
    }

    /// What was there instead, without what an object or array holds.
    private static @Nullable String shown(JsonNode value) {
        if (value.isMissingNode()) return null;
        if (value.isObject()) return "{…}";
        if (value.isArray()) return "[…]";
        return value.asText();
    }

    /// A column that has slipped may put an ID number into any field.
    private static @Nullable String safe(String field, @Nullable String value) {
        if (value == null) return null;
        if (field.startsWith("/teacher")) return masked(value);
        return LONG_NUMBER.matcher(value).replaceAll(found -> masked(found.group()));
    }

    /// At most four characters at each end, never more than half in all.
    private static String masked(String value) {
        int shown = Math.min(4, value.length() / 4);
        int end = value.length() - shown;
        return value.substring(0, shown) + "*".repeat(end - shown) + value.substring(end);
    }
}
