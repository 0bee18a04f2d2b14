package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.hub.FaultKind;
import io.credithub.torture.hub.HubProcess;
import io.credithub.torture.hub.PostgresServer;
import io.credithub.torture.hub.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Other hubs: one that works on the same database, and one that starts on a copy of the home.
public final class NeighbourFaults implements Fault {
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final Rig rig;
    private final Map<String, String> sources;
    private final Consumer<String> wrong;
    private volatile @Nullable HubProcess neighbour;

    /// @param sources what the second hub is told of the feeds; the copy is told of none
    /// @param wrong told of what a hub must not do
    public NeighbourFaults(Rig rig, Map<String, String> sources, Consumer<String> wrong) {
        this.rig = rig;
        this.sources = Map.copyOf(sources);
        this.wrong = wrong;
    }

    @Override
    public @Nullable String inject(Planned planned)
            throws IOException, SQLException, InterruptedException {
        return planned.kind() == FaultKind.TWO_HUBS ? workTogether(planned) : startCopy(planned);
    }

    /// Kills what may still run.
    public void close() throws IOException, InterruptedException {
        HubProcess running = neighbour;
        if (running != null) running.kill();
        endServerOf(copy());
    }

    private @Nullable String workTogether(Planned planned)
            throws IOException, SQLException, InterruptedException {
        Path home = Files.createDirectories(rig.folder().resolve("second"));
        Map<String, String> environment = new HashMap<>(Rig.environment(home));
        environment.putAll(sources);
        environment.putAll(database());
        HubProcess second =
                new HubProcess(rig.java(), environment, rig.folder().resolve("second.log"));
        neighbour = second;
        try {
            second.start();
            if (!opens(second)) return "the second hub did not start: " + lastLine(second.log());
            rig.pusher().hubs(List.of(rig.hub().address(), second.address()));
            Thread.sleep(planned.lasts());
        } finally {
            second.kill();
            rig.pusher().hubs(List.of(rig.hub().address()));
        }
        return null;
    }

    private Map<String, String> database() throws SQLException {
        long port = rig.postgres().port().orElseThrow(() -> new SQLException("no server"));
        PostgresServer server = rig.postgres();
        return Map.of(
                "HUB_DB_URL", "postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE,
                "HUB_DB_USER", PostgresServer.APP,
                "HUB_DB_PASSWORD", server.password(PostgresServer.APP),
                "HUB_ID_KEY_FILE", rig.home().resolve("id.key").toString(),
                "HUB_SIGN_KEY_FILE", rig.home().resolve("sign.key").toString());
    }

    /// Whether its port is open in time.
    private static boolean opens(HubProcess hub) throws InterruptedException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!hub.isOpen()) {
            if (!hub.isAlive() || System.nanoTime() - deadline > 0) return false;
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    private Path copy() {
        return rig.folder().resolve("copy");
    }

    /// What it does to its own copy is its own affair; the original's server must live on.
    private @Nullable String startCopy(Planned planned) throws IOException, InterruptedException {
        Optional<Long> server = rig.postgres().pid();
        if (server.isEmpty()) return "no PostgreSQL ran at that moment";
        Programs.run(List.of("cp", "-a", rig.home().toString(), copy().toString()));
        HubProcess twin =
                new HubProcess(
                        rig.java(), Rig.environment(copy()), rig.folder().resolve("copy.log"));
        neighbour = twin;
        try {
            twin.start();
            if (opens(twin)) Thread.sleep(planned.lasts());
            twin.stop(STOP_MAX);
        } finally {
            twin.kill();
            if (!rig.postgres().pid().equals(server)) {
                wrong.accept("a hub on a copy of HUB_HOME stopped the original's PostgreSQL");
            }
            endServerOf(copy());
            Rig.delete(copy());
        }
        return null;
    }

    /// The file in a copy may name the original's process, which is none of the copy's.
    private void endServerOf(Path home) throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer(home);
        if (server.pid().isPresent() && !server.pid().equals(rig.postgres().pid())) server.end();
    }
}
