package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.credithub.domain.completion.FindingCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/// Dates and times as sources write them: only days that exist, only ASCII digits.
final class SourceDates {
    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final String PLAIN_DATE = "uuuu-M-d";
    private static final String SLASHED_DATE = "uuuu/M/d";

    /// A mapping may make its patterns of what a record says.
    private static final int FORMATTERS_MAX = 100;

    private final Cache<String, DateTimeFormatter> formatters =
            Caffeine.newBuilder().maximumSize(FORMATTERS_MAX).build();
    private final ZoneId zone;

    /// @param zone of the source's own clock
    SourceDates(ZoneId zone) {
        this.zone = zone;
    }

    /// `date(value)` reads `2023-06-20` and `2023/6/20`; `date(value, pattern, …)` what the
    /// patterns say and nothing else.
    JsonNode date(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isNull()) return value;
        String text = value.asText().strip();
        if (arguments.length == 1) {
            LocalDate date = usualDate(text);
            return date == null ? bad(value) : TextNode.valueOf(date.toString());
        }
        for (int pattern = 1; pattern < arguments.length; pattern++) {
            LocalDate date = date(text, arguments[pattern].asText());
            if (date != null) return TextNode.valueOf(date.toString());
        }
        return bad(value);
    }

    /// `instant(value)` by the source's clock, `instant(value, zone)` by another: `2023-07-01
    /// 18:20:11`, a `T` in its middle allowed.
    JsonNode instant(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isNull()) return value;
        String text = value.asText().strip();
        try {
            ZoneId clock = arguments.length > 1 ? ZoneId.of(arguments[1].asText()) : zone;
            LocalDateTime local = time(text);
            if (local == null) return bad(value);
            Instant instant = ZonedDateTime.of(local, clock).toInstant();
            return TextNode.valueOf(instant.toString());
        } catch (DateTimeException broken) {
            return bad(value);
        }
    }

    private static JsonNode bad(JsonNode value) {
        return FieldFault.node(FindingCode.BAD_DATE, value);
    }

    private @Nullable LocalDate usualDate(String text) {
        if (text.length() == DATE_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return plainDate(text);
        }
        return date(text, text.indexOf('/') >= 0 ? SLASHED_DATE : PLAIN_DATE);
    }

    private @Nullable LocalDate date(String text, String pattern) {
        try {
            return LocalDate.parse(text, formatter(pattern));
        } catch (DateTimeException | IllegalArgumentException broken) {
            return null;
        }
    }

    /// @throws IllegalArgumentException if it is no pattern: the mapping's examples show it
    private DateTimeFormatter formatter(String pattern) {
        return formatters.get(
                pattern,
                one -> DateTimeFormatter.ofPattern(one).withResolverStyle(ResolverStyle.STRICT));
    }

    private static @Nullable LocalDate plainDate(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || month < 1 || month > 12 || day < 1) return null;
        LocalDate first = LocalDate.of(year, month, 1);
        return day > first.lengthOfMonth() ? null : first.withDayOfMonth(day);
    }

    private static @Nullable LocalDateTime time(String text) {
        if (text.length() != TIME_LENGTH) return null;
        boolean isParted = text.charAt(10) == ' ' || text.charAt(10) == 'T';
        if (!isParted || text.charAt(4) != '-' || text.charAt(7) != '-') return null;
        if (text.charAt(13) != ':' || text.charAt(16) != ':') return null;
        LocalDate date = plainDate(text);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (date == null || hour < 0 || minute < 0 || second < 0) return null;
        if (hour > 23 || minute > 59 || second > 59) return null;
        return date.atTime(hour, minute, second);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
