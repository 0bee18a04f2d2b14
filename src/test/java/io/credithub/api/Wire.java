package io.credithub.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection to the hub, byte by byte: for what no client library would send.
final class Wire implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)transfer-encoding: *chunked");
    private static final Pattern BODILESS = Pattern.compile("HTTP/1\\.[01] (1..|204|304) (?s:.)*");
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final String HEAD_END = "\r\n\r\n";

    private final Socket socket;
    private long sent;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A line ends with `\n` here, and with `\r\n` on the wire.
    Wire head(String lines) {
        return bytes((lines.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire chunk(byte[] bytes) {
        return text(Integer.toHexString(bytes.length) + "\r\n").bytes(bytes).text("\r\n");
    }

    /// @throws UncheckedIOException if the hub takes no more
    Wire bytes(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            sent += bytes.length;
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Sends chunks until the hub takes no more or the limit is reached.
    ///
    /// @return how much went out
    long flood(byte[] piece, long bytesMax) {
        try {
            while (sent < bytesMax) chunk(piece);
        } catch (UncheckedIOException refused) {
            return sent;
        }
        return sent;
    }

    /// @return head and body of one answer, or what came of it until the hub closed or was silent
    String answer(Duration atMost) {
        return answer(atMost, false);
    }

    /// @param isHead whether the answer has no body, whatever its length says
    String answer(Duration atMost, boolean isHead) {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            while (!isWhole(got, isHead)) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) break;
                socket.setSoTimeout(Math.toIntExact(left));
                int read = in.read(buffer);
                if (read < 0) break;
                got.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException | SocketException over) {
            // what came is the answer
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return got.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(ByteArrayOutputStream got, boolean isHead) {
        String text = got.toString(StandardCharsets.ISO_8859_1);
        int head = text.indexOf(HEAD_END);
        if (head < 0) return false;
        String headers = text.substring(0, head + HEAD_END.length());
        if (isHead || BODILESS.matcher(headers).matches()) return true;
        if (CHUNKED.matcher(headers).find()) return text.endsWith(LAST_CHUNK);
        Matcher length = LENGTH.matcher(headers);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text.length() >= headers.length() + body;
    }

    /// @return whether the hub closed its half, or all, within that time
    boolean isClosed(Duration within) {
        try {
            socket.setSoTimeout(Math.toIntExact(within.toMillis()));
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
