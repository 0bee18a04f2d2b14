package io.credithub.torture.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// The source that the hub pulls from, on the loopback: well, or broken in one of many ways. It
/// writes its answers byte by byte itself, since no server would let it be so broken.
public final class PullSource implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int SOCKET_MILLIS = 30_000;
    private static final int HEADERS = 20_000;
    private static final int BOMB_BLOCKS = 1_024;
    private static final int BLOCK = 1 << 20;
    private static final long DRIP_MILLIS = 300;
    private static final int HALVES = 2;

    private final SourcePages pages;
    private final ServerSocket server;
    private volatile SourceMood mood = SourceMood.WELL;

    public PullSource(SourcePages pages) throws IOException {
        this.pages = pages;
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    public void begin() {
        Thread.ofVirtual().name("source").start(this::serve);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/completions");
    }

    public void mood(SourceMood next) {
        mood = next;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            socket.setSoTimeout(SOCKET_MILLIS);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            for (String line = request; line != null && !line.isEmpty(); ) line = in.readLine();
            if (request == null) return;
            String target = request.split(" ")[1];
            answer(socket, target.substring(target.indexOf('?') + 1));
        } catch (IOException gone) {
            // the hub went away, or we did: it asks again
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket socket, String query) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        switch (mood) {
            case WELL -> send(out, "200 OK", "application/json", pages.page(query));
            case ERRORS -> send(out, "500 Internal Server Error", "text/plain", "out of order");
            case RESETS -> reset(socket);
            case TRUNCATES -> truncate(out, pages.page(query));
            case RETRY_AFTER -> head(out, "503 Busy", "Retry-After: 31536000\r\nContent-Length: 0");
            case ENDLESS -> endless(out);
            case CIRCLES -> send(out, "200 OK", "application/json", pages.circle(query));
            case GZIP_BOMB -> bomb(out);
            case HEADERS -> {
                head(out, "200 OK", "X-Torture: 0123456789\r\n".repeat(HEADERS) + "X-End: 1");
                out.write(pages.page(query).getBytes(StandardCharsets.UTF_8));
            }
            case DRIPS -> drip(out, pages.page(query));
            case TALKS -> send(out, "200 OK", "text/html", "<html>系统维护中</html>");
        }
        out.flush();
    }

    private static void head(OutputStream out, String status, String headers) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void send(OutputStream out, String status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        head(out, status, "Content-Type: " + type + "\r\nContent-Length: " + body.length);
        out.write(body);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
    }

    private static void truncate(OutputStream out, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        head(out, "200 OK", "Content-Type: application/json\r\nContent-Length: " + body.length);
        out.write(body, 0, body.length / HALVES);
    }

    /// Until the hub has had enough, or the mood has passed.
    private void endless(OutputStream out) throws IOException {
        head(out, "200 OK", "Content-Type: application/json");
        out.write("{\"code\":0,\"data\":{\"items\":[".getBytes(StandardCharsets.UTF_8));
        byte[] records = "{\"id\":\"endless\"},".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        while (mood == SourceMood.ENDLESS && !server.isClosed()) out.write(records);
    }

    private static void bomb(OutputStream out) throws IOException {
        head(out, "200 OK", "Content-Type: application/json\r\nContent-Encoding: gzip");
        GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
        packed.write("{\"code\":0,\"data\":{\"items\":[".getBytes(StandardCharsets.UTF_8));
        byte[] blanks = " ".repeat(BLOCK).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < BOMB_BLOCKS; i++) packed.write(blanks);
        packed.finish();
    }

    private void drip(OutputStream out, String page) throws IOException, InterruptedException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        head(out, "200 OK", "Content-Type: application/json\r\nContent-Length: " + body.length);
        for (byte one : body) {
            out.write(one);
            out.flush();
            Thread.sleep(DRIP_MILLIS);
            if (mood != SourceMood.DRIPS || server.isClosed()) return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
