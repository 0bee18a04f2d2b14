package io.credithub.flow.report;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody wants to have made: a question, and how it is written. Two equal ones are one job
/// while it is open.
///
/// @param within whose teachers
/// @param schoolYear by its first year
/// @param terms what else narrows it, by the report's own names
/// @param askedBy the id of a key: the report says who asked
/// @param knownOn as known on which moment; null: on that at which it is made
public record ReportOrder(
        ReportName name,
        Jurisdiction within,
        int schoolYear,
        Map<String, String> terms,
        ReportFormat format,
        ReportLanguage language,
        String askedBy,
        @Nullable Instant knownOn) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

    public ReportOrder {
        terms = Map.copyOf(terms);
    }

    /// As known when it is made.
    public ReportOrder(
            ReportName name,
            Jurisdiction within,
            int schoolYear,
            Map<String, String> terms,
            ReportFormat format,
            ReportLanguage language,
            String askedBy) {
        this(name, within, schoolYear, terms, format, language, askedBy, null);
    }

    public ReportQuestion question(Instant asOf) {
        return new ReportQuestion(name, within, schoolYear, terms, askedBy, asOf);
    }

    /// More than a county: it may take long.
    public boolean isWide() {
        return within.divisionCode().endsWith("00");
    }

    /// Laid out as a whole: it takes memory.
    public boolean isPaper() {
        return format == ReportFormat.PDF;
    }

    /// What the file is called, without what it ends in: `学年对账表-140105-2025`, and as known
    /// `学年对账表-140105-2025-20260831T155959Z`.
    public String title() {
        String known = knownOn == null ? "" : "-" + MOMENT.format(knownOn);
        return name.title().zh() + "-" + within.divisionCode() + "-" + schoolYear + known;
    }

    public String fileName() {
        return title() + "." + format.code();
    }

    /// The same of equal orders, and of no others.
    public String line() {
        String narrowed =
                new TreeMap<>(terms)
                        .entrySet().stream()
                                .map(term -> term.getKey() + "=" + quoted(term.getValue()))
                                .collect(Collectors.joining(","));
        return String.join(
                "/",
                name.code(),
                within.divisionCode(),
                Integer.toString(schoolYear),
                format.code(),
                language.name(),
                askedBy,
                knownOn == null ? "" : knownOn.toString(),
                narrowed);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
