package io.credithub.api.report;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import java.time.Instant;
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
/// @param asOf as known on this day's end or at this time; absent: when it is made
/// @param terms what else narrows it, by the report's own names
public record ReportBody(
        @Nullable String name,
        @Nullable String division,
        @Nullable Integer schoolYear,
        @Schema(enumeration = {"html", "xlsx", "pdf", "csv", "json"}) @Nullable String format,
        @Schema(enumeration = {"zh", "en", "both"}) @Nullable String language,
        @Schema(
                        description =
                                "截至:已结束的日期(该日终)或带时区的时刻;未填为生成之时 · As known on: a day that is"
                                        + " over, or a time with its zone; absent: when it is made",
                        examples = "2026-08-31")
                @Nullable String asOf,
        @Nullable Map<String, @Nullable String> terms) {
    private static final int TERM_LENGTH_MAX = 200;
    private static final Text OF_NOW =
            new Text("不填:每次都是生成之时的", "leave it out: each is of the time when it is made");
    private static final ReportBody NOTHING =
            new ReportBody(null, null, null, null, null, null, null);

    /// @throws ProblemException naming what is wrong, and what would be right
    static ReportOrder order(
            @Nullable ReportBody body,
            ReportCatalogue all,
            ReportScopes scopes,
            KnownOn known,
            String key) {
        ReportBody asked = body == null ? NOTHING : body;
        return asked.order(all, scopes, known.moment(asked.asOf), key);
    }

    /// What is asked for again and again, each time as it is when it is made.
    ///
    /// @throws ProblemException naming what is wrong, and what would be right
    public static ReportOrder orderOfNow(
            @Nullable ReportBody body, ReportCatalogue all, ReportScopes scopes, String key) {
        ReportBody asked = body == null ? NOTHING : body;
        if (asked.asOf != null) throw ProblemException.badParameter("asOf", asked.asOf, OF_NOW);
        return asked.order(all, scopes, null, key);
    }

    private ReportOrder order(
            ReportCatalogue all, ReportScopes scopes, @Nullable Instant knownOn, String key) {
        ReportSource source = source(name, all);
        return new ReportOrder(
                source.name(),
                scopes.within(division),
                scopes.year(schoolYear),
                terms(terms, source),
                format(format),
                language(language),
                key,
                knownOn);
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
