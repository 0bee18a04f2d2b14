package io.credithub.torture;

import io.credithub.torture.count.ApiView;
import io.credithub.torture.count.Count;
import io.credithub.torture.count.Expected;
import io.credithub.torture.count.FoundRecords;
import io.credithub.torture.count.Silence;
import io.credithub.torture.count.TableView;
import io.credithub.torture.fault.FaultPlan;
import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.fault.Rig;
import io.credithub.torture.load.Ack;
import io.credithub.torture.load.AckJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run: a hub under load, one fault after the other, and the count at the end.
public final class Torture {
    private static final Duration SETTLE_MAX = Duration.ofMinutes(6);
    private static final Duration SETTLE_BY_HAND_MAX = Duration.ofMinutes(4);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);

    /// So long nothing is acknowledged outside of what is meant, before a hand is lent.
    private static final long HAND_MILLIS = 150_000;

    private static final long LOOK_MILLIS = 250;

    private final TortureSettings settings;
    private final PrintWriter progress;
    private final TortureReport report;
    private final Silence silence = new Silence();
    private long beganNanos;
    private @Nullable TestBed stand;

    /// @param progress told what happens, a line each
    public Torture(TortureSettings settings, PrintWriter progress) {
        this.settings = settings;
        this.progress = progress;
        this.report = new TortureReport(settings);
    }

    /// Runs to the end and leaves nothing behind.
    ///
    /// @throws IOException if the hub cannot be started at all, or our own means fail
    public TortureReport run() throws IOException, InterruptedException {
        FaultPlan plan =
                FaultPlan.of(
                        settings.seed(), settings.length(), settings.gap(), settings.faultKinds());
        say("seed %d, %d faults planned".formatted(settings.seed(), plan.faults().size()));
        plan.faults().forEach(planned -> say("plan " + planned));
        Thread ending = new Thread(this::endNow, "torture-end");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            TestBed set = TestBed.set(settings, silence, report);
            stand = set;
            beganNanos = set.begin();
            torture(set, plan);
            settle(set);
            count(set);
            set.stopHub(STOP_MAX);
        } catch (SQLException failure) {
            throw new IOException("the count could not be taken", failure);
        } finally {
            endNow();
        }
        say(report.summary());
        return report;
    }

    private void torture(TestBed set, FaultPlan plan) throws IOException, InterruptedException {
        for (Planned planned : plan.faults()) {
            sleepUntil(set, planned.at());
            if (planned.at().compareTo(settings.length().dividedBy(2)) > 0) set.bringLateRoster();
            inject(set, planned);
        }
        sleepUntil(set, settings.length());
        set.bringLateRoster();
    }

    private void sleepUntil(TestBed set, Duration at) throws IOException, InterruptedException {
        while (millis() < at.toMillis()) {
            Thread.sleep(LOOK_MILLIS);
            lendHandIfNeeded(set);
        }
        lendHandIfNeeded(set);
    }

    private void inject(TestBed set, Planned planned) throws InterruptedException {
        long from = millis();
        @Nullable String skipped;
        try {
            skipped = set.faults().inject(planned);
        } catch (IOException | SQLException notDone) {
            skipped = String.valueOf(notDone.getMessage());
        }
        if (planned.kind().isDowntime() && skipped == null) silence.down(from, millis());
        report.fault(planned, skipped);
        say(
                "%s%s · %,d acknowledged, %d restarts"
                        .formatted(
                                planned,
                                skipped == null ? "" : " skipped: " + skipped,
                                set.acknowledged(),
                                set.restarts()));
    }

    /// A hub that is silent for minutes would spend the rest of the run so: it is started afresh,
    /// and the run has failed, whatever follows.
    private void lendHandIfNeeded(TestBed set) throws IOException, InterruptedException {
        if (silence.sinceLast(millis()) < HAND_MILLIS) return;
        String why =
                "nothing acknowledged for %d s, after fault #%d"
                        .formatted(HAND_MILLIS / 1_000, report.injected());
        report.hand(why);
        say("BY HAND: " + why);
        long from = millis();
        set.restartByHand();
        silence.down(from, millis());
    }

    private void settle(TestBed set) throws IOException, InterruptedException {
        say("the faults are over: settling");
        set.settling().wane();
        long began = System.nanoTime();
        List<String> open = set.settling().await(SETTLE_MAX);
        report.silence(silence, settings.length().toMillis());
        report.put("settledSeconds", (System.nanoTime() - began) / 1_000_000_000);
        if (open.isEmpty()) return;
        open.forEach(what -> report.hand("not settled: " + what));
        say("BY HAND: not settled: " + open);
        set.restartByHand();
        List<String> still = set.settling().await(SETTLE_BY_HAND_MAX);
        still.forEach(what -> report.wrong("not even after a restart by hand: " + what));
    }

    private void count(TestBed set) throws IOException, SQLException, InterruptedException {
        say("counting");
        set.settling().end();
        List<Ack> acks = AckJournal.read(set.journal());
        Expected expected = Expected.of(acks, set.settling().unanswered());
        List<String> complaints = new ArrayList<>();
        Count count;
        try (TableView tables = new TableView(set.rig().postgres())) {
            ApiView api = new ApiView(set.rig().api());
            FoundRecords told = api.look();
            count = Count.of(expected, tables.look(told.named())).and(Count.of(expected, told));
            complaints.addAll(api.complaints());
            complaints.addAll(tables.complaints());
        }
        report.count(expected.acknowledged(), count);
        complaints.forEach(report::wrong);
        report.answers(set.rig().pusher());
        report.put("restarts", set.restarts());
    }

    private long millis() {
        return (System.nanoTime() - beganNanos) / 1_000_000;
    }

    private void say(String what) {
        long seconds = beganNanos == 0 ? 0 : millis() / 1_000;
        progress.printf("%3d:%02d %s%n", seconds / 60, seconds % 60, what);
        progress.flush();
    }

    /// Ends every process and takes the folder away; also when somebody is tired of waiting.
    private synchronized void endNow() {
        TestBed set = stand;
        stand = null;
        try {
            if (set != null) set.close();
            if (set != null && !settings.keep()) clear(settings.folder());
        } catch (IOException failure) {
            progress.println("not all could be cleared away: " + failure.getMessage());
        }
    }

    private static void clear(Path folder) throws IOException {
        Rig.delete(folder);
        Path parent = folder.getParent();
        if (parent == null) return;
        try (var left = Files.list(parent)) {
            if (left.findAny().isPresent()) return;
        }
        Files.delete(parent);
    }
}
