package io.credithub.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.KillFeed.Expected;
import io.credithub.app.StubbornSender.Given;
import io.credithub.app.StubbornSender.Kept;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.BuiltHub;
import io.credithub.testing.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The kill law: whatever moment the hub is killed at, once it is started again nothing is lost,
/// nothing is there twice, and nobody had to lend a hand.
@ApartFromOthers
final class KillLawIT {
    private static final Logger LOG = Logger.getLogger(KillLawIT.class);
    private static final long SEED = 20_221_001;

    /// Every kind of moment that the numbers below make, by itself and with the others.
    private static final int KILLS = 12;

    private static final int WITH_POSTGRES_EVERY = 4;
    private static final int COLD_EVERY = 3;
    private static final int LONG_EVERY = 5;
    private static final int LATE_ROSTER_AT = 8;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KillFeed feed = new KillFeed(SEED);
    private final List<Death> deaths = new ArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /// One moment of death.
    ///
    /// @param whenWarm counted from the first receipt of this life, else from the open port
    /// @param inFlight pushes that then got no answer
    /// @param openChunks landed and not posted; not known, and 0, where PostgreSQL died too
    private record Death(
            boolean whenWarm,
            int afterMillis,
            boolean withPostgres,
            int inFlight,
            long openChunks) {}

    @Test
    @Timeout(600)
    void twelveKillsLoseNothingAndRepeatNothing() throws Exception {
        BuiltHub.noteQuickStart(Files.createDirectories(folder.resolve("quick")));
        try (BuiltHub hub = new BuiltHub(folder.resolve("home"))) {
            hub.start();
            assertThat(takesRoster(hub, feed.roster())).as("roster taken").isTrue();
            try (StubbornSender sender =
                    new StubbornSender(hub.address(), vendorKey(hub), feed::batch)) {
                sender.start();
                CompletableFuture<Void> late = killAgainAndAgain(hub, sender);
                int batches = sender.finish(PATIENCE);
                late.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                LOG.infof("%d batches; %s", batches, deaths);
                assertThat(deaths).as("kills that cut pushes off").anyMatch(d -> d.inFlight > 0);
                assertThat(deaths).as("kills that left work").anyMatch(d -> d.openChunks > 0);
                assertThat(sender.surprises()).isEmpty();
                prove(hub, sender.receipts(), feed.expected(batches));
            }
            hub.stop();
            assertThat(hub.postgresPort()).as("PostgreSQL stops with the hub").isEmpty();
        }
    }

    private CompletableFuture<Void> killAgainAndAgain(BuiltHub hub, StubbornSender sender)
            throws Exception {
        Random random = new Random(SEED);
        CompletableFuture<Void> late = new CompletableFuture<>();
        for (int kill = 0; kill < KILLS; kill++) {
            boolean whenWarm = kill % COLD_EVERY != 0;
            int afterMillis = 50 + random.nextInt(kill % LONG_EVERY == 1 ? 2_500 : 850);
            boolean withPostgres = kill % WITH_POSTGRES_EVERY == 1;
            if (kill == LATE_ROSTER_AT) late = takesLateRoster(hub);
            if (whenWarm) awaitReceipt(sender);
            Thread.sleep(afterMillis);
            int inFlight = sender.inFlight();
            boolean isPostgresFirst = withPostgres && kill % (2 * WITH_POSTGRES_EVERY) == 1;
            if (isPostgresFirst) hub.killPostgres();
            hub.kill();
            if (withPostgres) hub.killPostgres();
            long open = withPostgres ? 0 : openChunks(hub);
            deaths.add(new Death(whenWarm, afterMillis, withPostgres, inFlight, open));
            hub.start();
        }
        return late;
    }

    private static void awaitReceipt(StubbornSender sender) {
        int before = sender.receipts().size();
        Eventually.until("a receipt", PATIENCE, () -> sender.receipts().size() > before);
    }

    /// As the operator's script does it: again, until the hub says that it has it.
    private CompletableFuture<Void> takesLateRoster(BuiltHub hub) {
        return CompletableFuture.runAsync(
                () -> {
                    while (!takesRoster(hub, feed.lateRoster())) LockSupport.parkNanos(PAUSE_NANOS);
                },
                Thread::startVirtualThread);
    }

    private static boolean takesRoster(BuiltHub hub, String roster) {
        try {
            int status =
                    operator(hub)
                            .contentType("text/csv; charset=utf-8")
                            .body(roster.getBytes(StandardCharsets.UTF_8))
                            .post("/api/v1/roster")
                            .statusCode();
            return status == 200;
        } catch (Exception cutOff) {
            return false;
        }
    }

    private static String vendorKey(BuiltHub hub) {
        return operator(hub)
                .contentType("application/json")
                .body(Map.of("role", "FEED", "feed", "vendor-push", "label", "feed"))
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static RequestSpecification operator(BuiltHub hub) {
        Path file = hub.home().resolve("operator.key");
        Eventually.until("a first key", () -> Files.exists(file));
        try {
            return given().baseUri(hub.address().toString())
                    .header("Authorization", "Bearer " + Files.readString(file).strip());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long openChunks(BuiltHub hub) throws IOException {
        try (KillWitness witness = new KillWitness(hub)) {
            return witness.openChunks();
        }
    }

    private static void prove(BuiltHub hub, Map<Integer, Given> receipts, Expected expected)
            throws IOException {
        Eventually.until("no chunk is open", PATIENCE, () -> openChunksOf(hub) == 0);
        JsonPath proof = operator(hub).get("/api/v1/reconciliation?recount=true").jsonPath();
        assertThat(proof.getList("invariants.findAll { !it.holds }")).isEmpty();
        assertThat(proof.getBoolean("holds")).isTrue();
        assertThat(operator(hub).get("/api/v1/ledger/proof").jsonPath().getBoolean("whole"))
                .isTrue();
        Map<Integer, Kept> told = new TreeMap<>();
        receipts.forEach((number, given) -> told.put(number, given.kept()));
        try (KillWitness witness = new KillWitness(hub)) {
            assertThat(witness.deliveries()).isEqualTo(told);
            assertThat(witness.counts()).isEqualTo(expected.counts());
            assertThat(witness.ledger()).as("the ledger").isEqualTo(expected.credits());
            assertThat(witness.earned()).as("earned").isEqualTo(expected.credits());
            assertThat(witness.recognised()).as("recognised").isEqualTo(expected.credits());
        }
    }

    private static long openChunksOf(BuiltHub hub) {
        try {
            return openChunks(hub);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
