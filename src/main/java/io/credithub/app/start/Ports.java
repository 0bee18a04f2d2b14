package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;

/// Whether the hub's two ports are free: asked before the database is started, so that a second hub
/// says so in one line and leaves no traces.
final class Ports {
    private static final int PORT_MAX = 65_535;
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;
    private static final int MANAGEMENT = 9000;

    private Ports() {}

    /// @throws CannotStart for the first that is taken, or is no port
    static void require(HubEnvironment surroundings) {
        InetAddress api = host(surroundings, "HUB_HTTP_HOST");
        require(api, surroundings.number("HUB_HTTP_PORT", HTTP), "HUB_HTTP_PORT");
        if (HttpSettings.isTls(surroundings)) {
            require(api, surroundings.number("HUB_HTTPS_PORT", HTTPS), "HUB_HTTPS_PORT");
        }
        require(
                host(surroundings, "HUB_MANAGEMENT_HOST"),
                surroundings.number("HUB_MANAGEMENT_PORT", MANAGEMENT),
                "HUB_MANAGEMENT_PORT");
    }

    /// Where it listens: on this machine only, unless somebody has said otherwise.
    private static InetAddress host(HubEnvironment surroundings, String variable) {
        String host = surroundings.variable(variable);
        if (host == null) return InetAddress.getLoopbackAddress();
        try {
            InetAddress address = InetAddress.getAllByName(host)[0];
            boolean isHere =
                    address.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(address) != null;
            if (isHere) return address;
        } catch (IOException unknown) {
            // the same answer as for another machine's
        }
        throw CannotStart.becauseHost(variable, host);
    }

    private static void require(InetAddress host, int port, String variable) {
        if (port < 0 || port > PORT_MAX) {
            throw CannotStart.becausePort(port, variable, "a port is 0 to " + PORT_MAX);
        }
        if (port == 0) return;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw CannotStart.becausePort(port, variable, String.valueOf(taken.getMessage()));
        }
    }
}
