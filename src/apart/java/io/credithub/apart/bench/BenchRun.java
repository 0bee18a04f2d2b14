package io.credithub.apart.bench;

import io.credithub.apart.bench.PostgresBench.State;
import io.credithub.demo.bench.BenchFile;
import io.credithub.demo.bench.SqlBaseline;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.recompute.Recomputation;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// The bench's part inside the running hub. Made by Quarkus, hence public.
public final class BenchRun implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(BenchRun.class);
    private static final AtomicReference<BenchPlan> PREPARED = new AtomicReference<>();
    private static final int LOAD_PART = 2;

    private final BenchWork work;
    private final BenchVisitors visitors;
    private final BenchRules rules;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /// @param json where the figures go too; empty for nowhere
    record BenchPlan(
            BenchFile file, BenchFile.Written written, int records, Path json, PrintWriter out) {}

    public BenchRun() {
        this.work = new BenchWork();
        this.visitors = new BenchVisitors();
        this.rules = new BenchRules();
    }

    static void prepare(BenchPlan plan) {
        PREPARED.set(plan);
    }

    @Override
    public int run(String... args) throws IOException {
        BenchPlan plan =
                Objects.requireNonNull(PREPARED.get(), "the bench command prepares a plan");
        try {
            measure(plan);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException | SQLException failure) {
            LOG.error("The bench ended early", failure);
            return 1;
        }
        if (!plan.json().toString().isEmpty()) {
            Files.writeString(plan.json(), BenchFigures.json(figures));
        }
        return 0;
    }

    private void measure(BenchPlan plan) throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        work.enrol(plan.written().roster());
        tell(plan, "roster seconds", seconds(began));
        work.awaitFollowed();
        tell(plan, "roster: in lists after, seconds", seconds(began));
        double one = baseline(plan, 1);
        double two = baseline(plan, 2);
        double first = deliver(plan, "hub", plan.written().csv());
        long posted = System.nanoTime();
        tell(plan, "ratio to one session", first / one);
        tell(plan, "ratio to two sessions", first / two);
        State state = work.state();
        if (state.earned() != plan.written().creditHundredths()) {
            throw new IllegalStateException(
                    "credits are " + state.earned() + ", not " + plan.written().creditHundredths());
        }
        tell(plan, "bytes per record", (double) state.bytes() / plan.records());
        work.awaitFollowed();
        tell(plan, "hub: matched and in lists after, seconds", seconds(posted));
        double again = deliver(plan, "hub again, other bytes", withLastRowTwice(plan));
        if (work.state().entries() != state.entries()) {
            throw new IllegalStateException("the second delivery posted something");
        }
        tell(plan, "again, times as fast", again / first);
        tell(plan, "province summary seconds", visitors.summary());
        latencies(plan);
        work.awaitIdle(); // the flood has left more than was posted
        changeRules(plan);
        tell(plan, "peak RSS of the JVM, MiB", BenchFigures.peakRssMib());
    }

    private void latencies(BenchPlan plan) throws IOException, InterruptedException {
        try (BenchClients clients = visitors.withKeys()) {
            BenchLatency latency = new BenchLatency(plan.file(), clients, work.registry());
            tell(plan, "a statement", latency.statements());
            Path more =
                    plan.file()
                            .writeMore(
                                    plan.written().csv().resolveSibling("more"),
                                    plan.records() / LOAD_PART);
            BenchLatency.UnderLoad waits = latency.beside(() -> work.land(more));
            tell(plan, "under load: 1 000 pushed, answered", waits.pushed());
            tell(plan, "under load: 1 000 pushed, posted", waits.posted());
            tell(plan, "under load: a statement", waits.statements());
            fairness(plan, clients);
        }
    }

    private void fairness(BenchPlan plan, BenchClients clients) throws IOException {
        Path folder = plan.written().csv().resolveSibling("few");
        BenchFairness.Beside beside =
                new BenchFairness(plan.file(), clients, work, folder).measure();
        tell(plan, "a quiet feed: 10 posted", beside.alone());
        tell(plan, "beside a flood: 10 posted", beside.flooded());
        tell(plan, "beside a flood: pushes meanwhile", beside.pushes());
        tell(plan, "beside a flood: times the quiet p99", beside.ratio());
    }

    /// Every award comes out otherwise.
    private void changeRules(BenchPlan plan) {
        long began = System.nanoTime();
        Recomputation told = rules.tell();
        tell(plan, "other rules: told, seconds", seconds(began));
        tell(plan, "other rules: awards that change", (double) BenchRules.awards(told));
        began = System.nanoTime();
        rules.apply(told);
        tell(plan, "other rules: applied, seconds", seconds(began));
        if (work.state().earned() != BenchRules.earned(told)) {
            throw new IllegalStateException("applying led to something else than was told");
        }
    }

    private void tell(BenchPlan plan, String title, BenchLatency.Waits waits) {
        tell(plan, title + ", count", waits.millis().length);
        tell(plan, title + ", median, ms", waits.within(50));
        tell(plan, title + ", p99, ms", waits.within(99));
    }

    private double baseline(BenchPlan plan, int sessions) throws IOException, SQLException {
        Properties login = new Properties();
        login.setProperty("user", System.getProperty("quarkus.flyway.username"));
        login.setProperty("password", System.getProperty("quarkus.flyway.password"));
        SqlBaseline baseline =
                new SqlBaseline(System.getProperty("quarkus.flyway.jdbc-url"), login);
        SqlBaseline.Run run = baseline.run(plan.written().copyLines(), sessions);
        baseline.drop();
        double rate = run.records() / (run.took().toMillis() / 1000.0);
        tell(plan, "baseline records/s, sessions " + sessions, rate);
        return rate;
    }

    /// From the first byte read to standings and counters current.
    private double deliver(BenchPlan plan, String title, Path csv) {
        long began = System.nanoTime();
        Receipt receipt = work.land(csv);
        tell(plan, title + ": landed, seconds", seconds(began));
        work.awaitPosted(receipt);
        double rate = receipt.records() / seconds(began);
        tell(plan, title + ": records/s", rate);
        return rate;
    }

    /// The same records, yet not the same bytes.
    private static Path withLastRowTwice(BenchPlan plan) throws IOException {
        Path csv = plan.written().csv();
        Path again = csv.resolveSibling("again.csv");
        Files.copy(csv, again, StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile file = new RandomAccessFile(again.toFile(), "rw")) {
            long end = file.length();
            long start = end - 2;
            for (file.seek(start); file.read() != '\n'; file.seek(start)) start--;
            byte[] row = new byte[Math.toIntExact(end - start - 1)];
            file.seek(start + 1);
            file.readFully(row);
            file.write(row);
        }
        return again;
    }

    private void tell(BenchPlan plan, String title, double figure) {
        figures.put(title, figure);
        plan.out().printf("%-40s %,14.2f%n", title, figure);
        plan.out().flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
