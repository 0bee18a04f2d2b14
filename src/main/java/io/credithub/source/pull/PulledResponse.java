package io.credithub.source.pull;

import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.Busy;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/// What a source answered.
record PulledResponse(int status, Message message) {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int WISH_LENGTH_MAX = 100;
    private static final int DIGITS_MAX = 9;
    private static final Duration WISH_MAX = Duration.ofDays(365);

    static PulledResponse of(Message message) {
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return new PulledResponse(status == null ? 0 : status, message);
    }

    /// @param bytesMax a page beyond it is not taken
    /// @throws Unavailable if this is not a page
    /// @throws SignInAgain if the source refuses the access token
    byte[] page(long bytesMax, Instant now) {
        if (status == UNAUTHORIZED) throw new SignInAgain();
        if (status != OK) throw new Busy(status, retryAfter(now));
        requireJson(message.getHeader(Exchange.CONTENT_TYPE, String.class));
        try (InputStream in = message.getBody(InputStream.class)) {
            if (in == null) throw new Unavailable("an answer without a body");
            byte[] bytes = in.readNBytes(Math.clamp(bytesMax + 1, 0, Integer.MAX_VALUE));
            if (bytes.length == 0) throw new Unavailable("an answer without a body");
            if (bytes.length > bytesMax) throw new Unavailable("a page beyond page-bytes-max");
            return bytes;
        } catch (IOException broken) {
            throw new Unavailable("an answer that breaks off", broken);
        }
    }

    /// A source that says nothing about its answer is believed; a page of words is no page.
    private static void requireJson(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) return;
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        if (!parts[0].contains("json")) throw new Unavailable("an answer that is not JSON");
        for (String part : parts) {
            String charset = part.replaceAll("[\\s\"']", "");
            boolean isOther =
                    charset.startsWith("charset=") && !charset.matches(".*=(utf-?8|us-ascii)");
            if (isOther) throw new Unavailable("an answer that is not in UTF-8");
        }
    }

    /// Seconds, or the time of day at which to come again. What is no wish, lies in the past or is
    /// less than nothing counts as none; what is beyond all measure, as very long: the feed's own
    /// longest pause is the bound of both.
    private Duration retryAfter(Instant now) {
        String wish = message.getHeader("Retry-After", String.class);
        if (wish == null || wish.length() > WISH_LENGTH_MAX) return Duration.ZERO;
        String text = wish.strip();
        if (text.matches("[0-9]+")) {
            boolean isAbsurd = text.length() > DIGITS_MAX;
            return isAbsurd ? WISH_MAX : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeException | ArithmeticException notATime) {
            return Duration.ZERO;
        }
    }
}
