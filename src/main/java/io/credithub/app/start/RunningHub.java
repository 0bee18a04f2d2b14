package io.credithub.app.start;

import io.credithub.app.health.DatabaseWatch;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.credithub.store.server.ServingRole;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The whole house: the database first, then Quarkus and Camel; down again in the opposite order.
public final class RunningHub {
    private static final int STOP_SECONDS_MAX = 50;
    private static final String CODE = "HUB-";
    private static final List<String> OF_THE_OWNER =
            List.of("HUB_DB_OWNER", "HUB_DB_OWNER_PASSWORD");

    private final HubEnvironment surroundings;
    private final CountDownLatch quarkusStopped = new CountDownLatch(1);

    public RunningHub(HubEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    /// Serves until the process is told to stop.
    ///
    /// @return the exit status: 0 after an orderly end, 3 if the start was refused
    public int serve() {
        return run(null);
    }

    /// Starts the house, lets a guest do its work once everything is up, and ends with it.
    ///
    /// @param guest runs when the ports are open and the routes run; null serves until a signal
    /// @return the guest's exit status
    public int run(@Nullable Class<? extends QuarkusApplication> guest) {
        System.setProperty("hub.routes", surroundings.routes().toString());
        Ports.require(surroundings);
        KeyFileRights.requireAll(surroundings);
        CheckedTargets.requireSecrets(surroundings);
        HttpSettings.of(surroundings).forEach(System::setProperty);
        DatabaseAccess given = DatabaseSettings.given(surroundings);
        if (given != null) return serveOn(given, guest);
        try (EmbeddedPostgres postgres = startEmbedded(surroundings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(postgres), "stop"));
            postgres.watch(new DatabaseWatch());
            return boot(DatabaseSettings.properties(postgres.access()), guest);
        }
    }

    private int serveOn(
            DatabaseAccess server, @Nullable Class<? extends QuarkusApplication> guest) {
        for (String unwanted : OF_THE_OWNER) {
            if (surroundings.variable(unwanted) != null) {
                System.err.println(
                        unwanted + " is not wanted here: only ./hub migrate needs it. Unset it.");
            }
        }
        ServingRole.require(server);
        return boot(DatabaseSettings.serving(server), guest);
    }

    public static EmbeddedPostgres startEmbedded(HubEnvironment surroundings) {
        int port = surroundings.number("HUB_DB_PORT", 0);
        int sharedBuffersMib = surroundings.number("HUB_DB_SHARED_BUFFERS_MIB", 512);
        return EmbeddedPostgres.start(
                surroundings.home(), new PostgresSettings(port, sharedBuffersMib));
    }

    private int boot(
            Map<String, String> database, @Nullable Class<? extends QuarkusApplication> guest) {
        database.forEach(System::setProperty);
        AtomicInteger status = new AtomicInteger();
        try {
            Quarkus.run(guest, (code, failure) -> noteEnd(status, code, failure));
            return status.get();
        } finally {
            quarkusStopped.countDown();
        }
    }

    private static void noteEnd(AtomicInteger status, int code, @Nullable Throwable failure) {
        if (failure != null) System.err.println(inOneLine(failure));
        status.set(status(code, failure));
    }

    /// @param code the guest's
    static int status(int code, @Nullable Throwable failure) {
        if (failure == null) return code;
        return inOneLine(failure).startsWith(CODE) ? CannotStart.EXIT : Math.max(code, 1);
    }

    /// What the operator has to do, if the failure says it: a message that begins with a code, or
    /// one that the system itself gives. Else the stack, so that no start fails in silence.
    static String inOneLine(Throwable failure) {
        return StartFailure.line(failure).orElseGet(() -> StartFailure.stack(failure));
    }

    /// Runs beside Quarkus' own hook on SIGTERM: the server goes down when nobody uses it any more.
    private void stopLast(EmbeddedPostgres postgres) {
        try {
            boolean inTime = quarkusStopped.await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
            if (!inTime) System.err.println("The hub did not stop in time; stopping PostgreSQL.");
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
