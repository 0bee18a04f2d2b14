package io.credithub.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/// A source that speaks HTTP byte by byte, so that it can say what no decent server does.
final class HostileSource implements AutoCloseable {
    /// Writes an answer, or part of one, or no end of it. The connection is closed behind it.
    interface Script {
        void answer(OutputStream out) throws IOException;
    }

    static final Script GOOD_TOKEN = out -> text(out, json("{\"access_token\":\"t\"}"));

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final List<Long> askedAt = new CopyOnWriteArrayList<>();
    volatile Script tokens = GOOD_TOKEN;
    volatile Script pages;

    HostileSource(URI address, Script pages) {
        this.pages = pages;
        try {
            server = new ServerSocket(address.getPort(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            boolean isToken = head.contains("/oauth2/token");
            if (!isToken) askedAt.add(System.nanoTime());
            (isToken ? tokens : pages).answer(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException hungUp) {
            // The client has had enough.
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) break;
            head.append((char) next);
        }
        return head.toString();
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A whole and decent answer.
    static String json(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: "
                + length
                + "\r\n\r\n"
                + body;
    }

    static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";

    /// The same over and over.
    static Script endless(String begin, String again) {
        return out -> {
            text(out, begin);
            byte[] piece =
                    again.repeat(Math.max(1, 8192 / again.length()))
                            .getBytes(StandardCharsets.UTF_8);
            while (true) out.write(piece);
        };
    }

    /// The same over and over, a little at a time, so that no wait for a byte is ever long.
    static Script dripping(String begin, String again) {
        return out -> {
            text(out, begin);
            while (true) {
                text(out, again);
                out.flush();
                pause();
            }
        };
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static final byte[] BOMB = packed();

    /// Sixty-four MiB of blanks, packed into sixty-four KiB.
    static Script bomb() {
        return out -> {
            text(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
            out.write(BOMB);
        };
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) gzip.write(blanks);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
