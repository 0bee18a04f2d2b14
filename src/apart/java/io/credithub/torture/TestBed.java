package io.credithub.torture;

import io.credithub.torture.count.HealthWatch;
import io.credithub.torture.count.Silence;
import io.credithub.torture.fault.Rig;
import io.credithub.torture.hub.HubApi;
import io.credithub.torture.hub.HubProcess;
import io.credithub.torture.hub.PostgresServer;
import io.credithub.torture.hub.SmallDisk;
import io.credithub.torture.hub.Supervisor;
import io.credithub.torture.load.AckJournal;
import io.credithub.torture.load.DropLoad;
import io.credithub.torture.load.PullSource;
import io.credithub.torture.load.PushLoad;
import io.credithub.torture.load.Pusher;
import io.credithub.torture.load.RecordMaker;
import io.credithub.torture.load.SourcePages;
import io.credithub.torture.load.TortureWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The hub, its load and whoever watches it, set up and taken down.
final class TestBed implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 200;
    private static final int LOG_LINES = 5;
    private static final String JOURNAL = "acknowledged.tsv";

    private final Rig rig;
    private final Path journalFile;
    private final AckJournal journal;
    private final Silence silence;
    private final SourcePages pages;
    private final PushLoad pushes;
    private final Supervisor supervisor;
    private final Faults faults;
    private final AtomicBoolean isLateRosterIn = new AtomicBoolean();
    private final AtomicBoolean isReady = new AtomicBoolean();
    private @Nullable HealthWatch watch;
    private @Nullable Thread roster;
    private long beganNanos;

    private TestBed(TortureSettings settings, Silence silence, TortureReport report, Parts parts)
            throws IOException, InterruptedException {
        this.silence = silence;
        this.journalFile = settings.folder().resolve(JOURNAL);
        this.journal = parts.journal;
        this.pages = parts.pages;
        this.supervisor = new Supervisor(parts.hub);
        String operatorKey = Files.readString(operatorKeyFile(parts.postgres.home())).strip();
        HubApi api = new HubApi(parts.hub.address(), operatorKey);
        String feedKey = api.feedKey(PushLoad.FEED);
        Pusher pusher = new Pusher(parts.hub.address(), feedKey, journal);
        this.rig =
                new Rig(
                        settings.folder(),
                        settings.java(),
                        parts.hub,
                        parts.postgres,
                        parts.disk,
                        parts.source,
                        new DropLoad(settings.seed(), parts.drop, journal),
                        pusher,
                        api,
                        operatorKey,
                        feedKey);
        this.pushes =
                new PushLoad(
                        settings.seed(),
                        settings.rate(),
                        pusher,
                        () -> silence.acknowledged(millis()));
        this.faults = new Faults(rig, settings.seed(), parts.sources(), report);
    }

    /// What is there before the hub has a key.
    private record Parts(
            HubProcess hub,
            PostgresServer postgres,
            SmallDisk disk,
            Path drop,
            AckJournal journal,
            SourcePages pages,
            PullSource source) {
        Map<String, String> sources() {
            return Rig.sources(source, drop);
        }
    }

    /// Starts a hub on an empty home and hands it its roster.
    ///
    /// @throws IOException if the hub does not come up
    static TestBed set(TortureSettings settings, Silence silence, TortureReport report)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(settings.folder());
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Path home = Files.createDirectories(folder.resolve("home"));
        SmallDisk disk = SmallDisk.at(home);
        AckJournal journal = new AckJournal(folder.resolve(JOURNAL));
        SourcePages pages = new SourcePages(settings.seed(), journal);
        PullSource source = new PullSource(pages);
        Map<String, String> environment = new HashMap<>(Rig.environment(home));
        environment.putAll(Rig.sources(source, drop));
        HubProcess hub = new HubProcess(settings.java(), environment, folder.resolve("hub.log"));
        PostgresServer postgres = new PostgresServer(home);
        try {
            source.begin();
            hub.start();
            awaitStart(hub, home);
            Parts parts = new Parts(hub, postgres, disk, drop, journal, pages, source);
            return new TestBed(settings, silence, report, parts);
        } catch (IOException | InterruptedException failure) {
            hub.kill();
            postgres.end();
            disk.close();
            if (!settings.keep()) Rig.delete(folder);
            throw failure;
        }
    }

    private static Path operatorKeyFile(Path home) {
        return home.resolve("operator.key");
    }

    private static void awaitStart(HubProcess hub, Path home)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!hub.isOpen() || !Files.exists(operatorKeyFile(home))) {
            if (!hub.isAlive() || System.nanoTime() - deadline > 0) {
                List<String> log = Files.readAllLines(hub.log());
                String last =
                        String.join(
                                " | ",
                                log.subList(Math.max(0, log.size() - LOG_LINES), log.size()));
                throw new IOException("the hub does not start: " + last);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Takes the roster in, then begins the load.
    ///
    /// @return when the load began
    long begin() throws IOException, InterruptedException {
        if (!rig.api().takesRoster(TortureWire.roster(0, RecordMaker.KNOWN))) {
            throw new IOException("the hub does not take its roster");
        }
        beganNanos = System.nanoTime();
        pages.begin();
        watch = new HealthWatch(rig.hub().managementAddress(), this::note);
        supervisor.begin();
        pushes.begin();
        rig.drops().begin();
        return beganNanos;
    }

    private void note(long atNanos, boolean ready) {
        isReady.set(ready);
        silence.health((atNanos - beganNanos) / 1_000_000, ready);
    }

    private long millis() {
        return (System.nanoTime() - beganNanos) / 1_000_000;
    }

    /// Records of some teachers wait until now. Asked for again until the hub has it; the first
    /// call counts.
    void bringLateRoster() {
        if (roster != null) return;
        byte[] late = TortureWire.roster(RecordMaker.KNOWN, RecordMaker.KNOWN + RecordMaker.LATE);
        roster =
                Thread.startVirtualThread(() -> {
                    try {
                        while (!rig.api().takesRoster(late)) Thread.sleep(LOOK_MILLIS);
                        isLateRosterIn.set(true);
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    SettledRegistry settling() {
        return new SettledRegistry(rig, pushes, pages, isLateRosterIn::get, isReady::get);
    }

    Faults faults() {
        return faults;
    }

    Rig rig() {
        return rig;
    }

    Path journal() {
        return journalFile;
    }

    long acknowledged() {
        return journal.records();
    }

    int restarts() {
        return supervisor.restarts();
    }

    /// Kills the hub and its PostgreSQL, and waits until the supervisor has started them again.
    void restartByHand() throws IOException, InterruptedException {
        rig.hub().kill();
        rig.postgres().end();
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!rig.hub().isOpen() && System.nanoTime() - deadline < 0) Thread.sleep(LOOK_MILLIS);
    }

    /// At the end the hub goes as it would for an upgrade, and its PostgreSQL with it.
    void stopHub(Duration most) throws InterruptedException {
        supervisor.close();
        if (!rig.hub().stop(most)) faults.wrong("the hub did not end when it was asked to");
        if (rig.postgres().pid().isPresent()) {
            faults.wrong("PostgreSQL went on after the hub had ended");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            supervisor.close();
            settling().end();
            if (roster != null) roster.interrupt();
            if (watch != null) watch.close();
            rig.hub().signal("CONT");
            rig.hub().kill();
            faults.close();
            rig.postgres().end();
            rig.source().close();
            rig.pusher().close();
            rig.api().close();
            journal.close();
            rig.disk().makeRoom();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            rig.disk().close();
        }
    }
}
