package io.credithub.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The subscription that `hub subscriptions add` asks for.
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class SubscriptionOptions {
    @Parameters(paramLabel = "NAME", description = "Which report, as ./hub report lists them.")
    String name = "";

    @Option(
            names = {"--scope", "--division"},
            paramLabel = "C",
            description =
                    "A county, city or province by its six digits (default: all that the key"
                            + " sees).")
    @Nullable String scope;

    @Option(
            names = {"--year", "--schoolYear"},
            paramLabel = "Y",
            description =
                    "A school year by its first year (default: each time the one that is running).")
    @Nullable Integer year;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "The report's: pdf, xlsx, html, csv or json (default: pdf).")
    String format = "pdf";

    @Option(
            names = "--language",
            paramLabel = "L",
            description = "In zh, en or both (default: zh).")
    @Nullable String language;

    @Option(
            names = {"--term", "--terms"},
            paramLabel = "K=V",
            description = "What else narrows it; may be repeated.")
    Map<String, String> terms = new TreeMap<>();

    @Mixin SendOptions how;

    /// When it goes out, and where to.
    static final class SendOptions {
        @Option(
                names = "--every",
                paramLabel = "E",
                description = "Daily, weekly, monthly or once.")
        @Nullable String every;

        @Option(names = "--weekday", paramLabel = "D", description = "Of weekly: monday to sunday.")
        @Nullable String weekday;

        @Option(
                names = "--day",
                paramLabel = "N",
                description = "Of monthly: 1 to 31; 31 is the last day of every month.")
        @Nullable Integer day;

        @Option(names = "--date", paramLabel = "D", description = "Of once: as 2026-09-01.")
        @Nullable String date;

        @Option(
                names = "--time",
                paramLabel = "T",
                description = "By the province's clock, as 07:30.")
        @Nullable String time;

        @Option(names = "--target", paramLabel = "T", description = "Where to: see targets.")
        @Nullable String target;

        @Option(
                names = {"--recipient", "--recipients"},
                paramLabel = "A",
                split = ",",
                description = "Of mail: an address; may be repeated, or several with commas.")
        @Nullable List<String> recipients;

        /// Only what was said.
        void into(ObjectNode body) {
            boolean hasTime = every != null || time != null || weekday != null;
            if (hasTime || day != null || date != null) {
                ObjectNode schedule = body.putObject("schedule");
                if (every != null) schedule.put("every", every.toUpperCase(Locale.ROOT));
                if (weekday != null) schedule.put("weekday", weekday.toUpperCase(Locale.ROOT));
                if (day != null) schedule.put("day", day);
                if (date != null) schedule.put("date", date);
                if (time != null) schedule.put("time", time);
            }
            if (target != null) body.put("target", target);
            if (recipients == null) return;
            ArrayNode all = body.putArray("recipients");
            recipients.forEach(all::add);
        }
    }

    /// What the hub takes.
    ObjectNode body() {
        ObjectNode body = new ObjectMapper().createObjectNode();
        ObjectNode report = body.putObject("report").put("name", name).put("format", format);
        if (scope != null) report.put("division", scope);
        if (year != null) report.put("schoolYear", year);
        if (language != null) report.put("language", language);
        if (!terms.isEmpty()) terms.forEach(report.putObject("terms")::put);
        how.into(body);
        return body;
    }
}
