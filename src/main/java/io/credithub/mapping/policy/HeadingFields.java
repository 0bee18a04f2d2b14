package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Effective;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.mapping.contract.Codes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads which policy a file is, and where and when it holds. What it extends is not read here:
/// layers are laid over one another before.
final class HeadingFields {
    private static final Map<String, Confidence> CONFIDENCES = Codes.byName(Confidence.values());
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");

    private HeadingFields() {}

    static Heading read(StrictYaml policy) {
        return new Heading(
                policy.text("id"),
                policy.bothLanguages("title"),
                policy.text("source"),
                policy.code("confidence", CONFIDENCES, () -> Confidence.SECONDARY),
                division(policy),
                effective(policy.optionalObject("effective")));
    }

    private static @Nullable String division(StrictYaml policy) {
        String division = policy.optionalText("division");
        if (division != null && !division.isEmpty() && !DIVISION.matcher(division).matches()) {
            policy.problem(
                    "division",
                    new Text("不是六位行政区划代码。", "It is not a division code of six digits."),
                    new Text("写作 \"140000\"(GB/T 2260)", "write \"140000\" (GB/T 2260)"));
        }
        return division;
    }

    private static Effective effective(@Nullable StrictYaml effective) {
        if (effective == null) return Effective.ALWAYS;
        LocalDate from = day(effective, "from", effective.text("from"), LocalDate.MIN);
        String end = effective.optionalText("to");
        LocalDate to = end == null ? LocalDate.MAX : day(effective, "to", end, LocalDate.MAX);
        if (!to.isBefore(from)) return new Effective(from, to);
        effective.problem(
                "to",
                new Text("早于开始之日。", "It is before the first day."),
                new Text("写 " + from + " 或以后的日期", "write " + from + " or a later day"));
        return Effective.ALWAYS;
    }

    private static LocalDate day(
            StrictYaml effective, String name, String text, LocalDate unknown) {
        if (text.isEmpty()) return unknown;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            effective.problem(
                    name,
                    new Text("没有这个日期。", "There is no such day."),
                    new Text("写作 2017-09-01", "write it as 2017-09-01"));
            return unknown;
        }
    }
}
