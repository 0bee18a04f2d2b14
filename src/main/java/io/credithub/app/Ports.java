package io.credithub.app;

import io.credithub.store.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the hub's two ports are free: asked before the database is started, so that a second hub
/// says so in one line and leaves no traces.
final class Ports {
    private static final int PORT_MAX = 65_535;
    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9000;

    private Ports() {}

    /// @throws CannotStart for the first that is taken, or is no port
    static void require(Surroundings surroundings) {
        require(surroundings.number("HUB_HTTP_PORT", HTTP), "HUB_HTTP_PORT");
        require(surroundings.number("HUB_MANAGEMENT_PORT", MANAGEMENT), "HUB_MANAGEMENT_PORT");
    }

    private static void require(int port, String variable) {
        if (port < 0 || port > PORT_MAX) {
            throw CannotStart.becausePort(port, variable, "a port is 0 to " + PORT_MAX);
        }
        if (port == 0) return;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw CannotStart.becausePort(port, variable, String.valueOf(taken.getMessage()));
        }
    }
}
