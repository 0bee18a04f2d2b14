package io.credithub.torture.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests that no honest client sends, written byte by byte.
///
/// @param hub where it listens
record RawFlood(URI hub) {
    private static final int MILLIS = 5_000;
    private static final int BLOCK = 64 << 10;
    private static final int LENGTH = 100_000;

    /// Begins a body and lets it drip until a moment, then goes away in the middle.
    void drip(String path, String key, long untilNanos) throws InterruptedException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            head(out, path, key, "application/x-ndjson", "Content-Length: " + LENGTH);
            while (System.nanoTime() - untilNanos < 0) {
                out.write(' ');
                out.flush();
                Thread.sleep(1_000);
            }
        } catch (IOException cutOff) {
            // which is what a hub should do
        }
    }

    /// Sends a body in chunks, without saying how long it is, until it is cut off or all is sent.
    void oversized(String path, String key, int mebibytes) throws InterruptedException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            head(out, path, key, "application/json", "Transfer-Encoding: chunked");
            byte[] block = "x".repeat(BLOCK).getBytes(StandardCharsets.ISO_8859_1);
            byte[] size = (Integer.toHexString(BLOCK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < mebibytes * 16; i++) {
                out.write(size);
                out.write(block);
                out.write('\r');
                out.write('\n');
                if (i % 64 == 0) Thread.sleep(10);
            }
            out.flush();
            Thread.sleep(500);
        } catch (IOException cutOff) {
            // which is what a hub should do
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(hub.getHost(), hub.getPort()), MILLIS);
        socket.setSoTimeout(MILLIS);
        return socket;
    }

    private static void head(OutputStream out, String path, String key, String type, String length)
            throws IOException {
        String head =
                "POST %s HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                        .formatted(path, key, type, length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
