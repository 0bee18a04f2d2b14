package io.credithub.flow.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody narrows a report by what there is not. Nothing was counted.
public final class ReportTermRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final String term;
    private final String value;
    private final transient List<String> allowed;

    /// @param allowed what would be right, by name or in words
    public ReportTermRefused(String term, String value, List<String> allowed) {
        super("a report is narrowed by " + term + ", and not so");
        this.term = term;
        this.value = value;
        this.allowed = List.copyOf(allowed);
    }

    public String term() {
        return term;
    }

    /// As it was given.
    public String value() {
        return value;
    }

    public List<String> allowed() {
        return allowed;
    }

    /// A whole number that has to be given.
    ///
    /// @throws ReportTermRefused if it is not, or is none
    public static long number(Map<String, String> terms, String term) {
        String number = terms.getOrDefault(term, "");
        if (!NUMBER.matcher(number).matches()) {
            throw new ReportTermRefused(term, number, List.of("整数 a whole number"));
        }
        return Long.parseLong(number);
    }

    /// One of an enum, by its name.
    ///
    /// @return null: nothing is said of it
    /// @throws ReportTermRefused if there is none of that name
    public static <E extends Enum<E>> @Nullable E one(
            Map<String, String> terms, String term, E[] values) {
        String name = terms.get(term);
        if (name == null) return null;
        for (E value : values) if (value.name().equals(name)) return value;
        throw new ReportTermRefused(term, name, Arrays.stream(values).map(Enum::name).toList());
    }
}
