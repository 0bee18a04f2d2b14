package io.credithub.api.report;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What somebody wants to have made.
///
/// @param name as `GET /api/v1/reports` tells
/// @param division six digits of a county, city or province; absent: all of the caller's
/// @param schoolYear by its first year; absent: the one that is running
/// @param language absent: Chinese
/// @param terms what else narrows it, by the report's own names
public record ReportBody(
        @Nullable String name,
        @Nullable String division,
        @Nullable Integer schoolYear,
        @Schema(enumeration = {"html", "xlsx", "pdf", "csv", "json"}) @Nullable String format,
        @Schema(enumeration = {"zh", "en", "both"}) @Nullable String language,
        @Nullable Map<String, @Nullable String> terms) {
    private static final int TERM_LENGTH_MAX = 200;

    /// @throws ProblemException naming what is wrong, and what would be right
    public static ReportOrder order(
            @Nullable ReportBody body, ReportCatalogue all, ReportScopes scopes, String key) {
        ReportBody asked = body == null ? new ReportBody(null, null, null, null, null, null) : body;
        ReportSource source = source(asked.name, all);
        return new ReportOrder(
                source.name(),
                scopes.within(asked.division),
                scopes.year(asked.schoolYear),
                terms(asked.terms, source),
                format(asked.format),
                language(asked.language),
                key);
    }

    private static ReportSource source(@Nullable String name, ReportCatalogue all) {
        if (name != null) {
            ReportSource known = ReportName.of(name).flatMap(all::find).orElse(null);
            if (known != null) return known;
        }
        throw ProblemException.badParameter("name", name, ExpectedValue.oneOf(all.codes()));
    }

    private static ReportFormat format(@Nullable String format) {
        if (format != null) {
            ReportFormat known = ReportFormat.of(format).orElse(null);
            if (known != null) return known;
        }
        List<String> codes = Arrays.stream(ReportFormat.values()).map(ReportFormat::code).toList();
        throw ProblemException.badParameter("format", format, ExpectedValue.oneOf(codes));
    }

    private static ReportLanguage language(@Nullable String language) {
        if (language == null) return ReportLanguage.ZH;
        for (ReportLanguage one : ReportLanguage.values()) {
            if (code(one).equals(language)) return one;
        }
        List<String> codes = Arrays.stream(ReportLanguage.values()).map(ReportBody::code).toList();
        throw ProblemException.badParameter("language", language, ExpectedValue.oneOf(codes));
    }

    public static String code(ReportLanguage language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> terms(
            @Nullable Map<String, @Nullable String> asked, ReportSource source) {
        Map<String, String> terms = new TreeMap<>();
        if (asked == null) return terms;
        asked.forEach((name, value) -> {
            if (!source.terms().contains(name)) {
                throw ProblemException.badParameter(
                        "terms", name, ExpectedValue.names(new TreeSet<>(source.terms())));
            }
            if (value == null || value.isBlank() || value.length() > TERM_LENGTH_MAX) {
                throw ProblemException.badParameter(
                        "terms." + name, value, ExpectedValue.text(TERM_LENGTH_MAX));
            }
            terms.put(name, value.strip());
        });
        try {
            source.check(terms);
        } catch (ReportTermRefused refused) {
            throw ProblemException.badParameter(
                    "terms." + refused.term(),
                    refused.value(),
                    ExpectedValue.oneOf(refused.allowed()));
        }
        return terms;
    }
}
