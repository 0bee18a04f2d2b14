package io.credithub.source;

import io.credithub.flow.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/// What a source answered.
record Answer(int status, Message message) {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    static Answer of(Message message) {
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return new Answer(status == null ? 0 : status, message);
    }

    boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }

    /// @param bytesMax a page beyond it is not taken
    /// @throws Unavailable if this is not a page
    byte[] page(long bytesMax) {
        if (status != OK) throw new Busy(status, retryAfter());
        try (InputStream in = message.getBody(InputStream.class)) {
            if (in == null) throw new Unavailable("an answer without a body");
            byte[] bytes = in.readNBytes((int) Math.min(bytesMax + 1, Integer.MAX_VALUE));
            if (bytes.length > bytesMax) throw new Unavailable("a page beyond page-bytes-max");
            return bytes;
        } catch (IOException broken) {
            throw new Unavailable("an answer that breaks off", broken);
        }
    }

    private Duration retryAfter() {
        String seconds = message.getHeader("Retry-After", String.class);
        boolean isPlain = seconds != null && seconds.matches("[0-9]{1,6}");
        return isPlain ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
