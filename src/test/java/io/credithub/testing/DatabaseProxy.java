package io.credithub.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands between a hub and its database, and does to their connections what networks and servers
/// do: lets them pass, cuts them, refuses them, or leaves them without an answer.
public final class DatabaseProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 14;
    private static final long NEVER = Long.MIN_VALUE;

    private final InetSocketAddress server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private final int port;
    private @Nullable ServerSocket door;
    private volatile @Nullable String refusal;
    private final AtomicInteger held = new AtomicInteger();

    /// Connections that came about until then are silent.
    private long silentUntilNanos = NEVER;

    /// Open from the beginning.
    ///
    /// @param serverPort of this machine
    public DatabaseProxy(int serverPort) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.port = listen(0);
    }

    public int port() {
        return port;
    }

    /// All works again, and what was left without an answer gets it.
    public void open() {
        refusal = null;
        synchronized (change) {
            silentUntilNanos = NEVER;
            change.notifyAll();
        }
        if (door == null) listen(port);
    }

    /// Nobody listens any more, and whoever was connected is cut off.
    public void shut() throws IOException {
        ServerSocket listening = door;
        if (listening != null) listening.close();
        door = null;
        cut();
    }

    /// Whoever is connected is cut off; who comes anew is let in.
    public void cut() {
        for (Socket socket : sockets) close(socket);
    }

    /// Connections stand and come about, and nothing passes.
    public void silence() {
        silenceUntil(Long.MAX_VALUE);
    }

    /// As [#silence], for those that there are: who comes anew is served.
    public void silenceThoseThere() {
        silenceUntil(System.nanoTime());
    }

    private void silenceUntil(long nanos) {
        synchronized (change) {
            silentUntilNanos = nanos;
        }
    }

    /// How often something was kept from passing.
    public int held() {
        return held.get();
    }

    /// Whoever comes is told why not, as a server does that takes nobody; the others are cut off.
    public void refuse(String sqlState) {
        refusal = sqlState;
        cut();
    }

    private int listen(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = listening;
            begin("accepts", () -> accept(listening));
            return listening.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void begin(String what, Thrower work) {
        Thread.ofVirtual()
                .name("database-proxy-" + what)
                .start(() -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // Its connection has gone, and that is what it was for.
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /// What a thread here does.
    private interface Thrower {
        void run() throws IOException, InterruptedException;
    }

    private void accept(ServerSocket listening) throws IOException {
        while (true) {
            Socket client = listening.accept();
            sockets.add(client);
            begin("serves", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        long since = System.nanoTime();
        try (client;
                Socket onward = new Socket()) {
            awaitSound(since);
            String why = refusal;
            if (why != null) {
                tell(client, why);
                return;
            }
            onward.connect(server);
            sockets.add(onward);
            begin(
                    "answers",
                    () -> {
                        try {
                            pass(onward, client, since);
                        } finally {
                            close(client);
                        }
                    });
            pass(client, onward, since);
        } finally {
            sockets.remove(client);
        }
    }

    private void pass(Socket from, Socket to, long since) throws IOException, InterruptedException {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitSound(since);
                out.write(buffer, 0, read);
            }
        } finally {
            sockets.remove(from);
            close(to);
        }
    }

    private void awaitSound(long sinceNanos) throws InterruptedException {
        synchronized (change) {
            if (sinceNanos < silentUntilNanos) held.incrementAndGet();
            while (sinceNanos < silentUntilNanos) change.wait();
        }
    }

    /// An `ErrorResponse` to the startup message.
    private static void tell(Socket client, String sqlState) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        in.skipNBytes(in.readInt() - Integer.BYTES);
        byte[] fields =
                ("SFATAL\0VFATAL\0C" + sqlState + "\0Mnobody is let in\0\0")
                        .getBytes(StandardCharsets.US_ASCII);
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        out.writeByte('E');
        out.writeInt(Integer.BYTES + fields.length);
        out.write(fields);
        out.flush();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        open();
        shut();
    }
}
