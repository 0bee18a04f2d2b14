package io.credithub.apart.bench;

import io.credithub.app.command.ApartCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.RunningHub;
import io.credithub.demo.bench.BenchFile;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the whole house, posts a small province, has its differences found and its reports made,
/// so that the JDK can note what a start needs and what is done often.
@Command(
        name = "warm-up",
        description = "Starts, works a little and stops; the launcher uses it.",
        hidden = true)
public final class WarmUpCommand implements ApartCommand {
    private static final long SEED = 7;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "40000",
            description = "How large the province is (default: ${DEFAULT-VALUE} records).")
    private int records;

    @Override
    public Integer call() throws IOException {
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.management.port", "0");
        HubEnvironment around = HubEnvironment.ofThisProcess();
        Path files = Files.createDirectories(around.home().resolve("files"));
        Worker.PREPARED.set(new Worker.Plan(files, records));
        return new RunningHub(around).run(Worker.class);
    }

    /// Posts the province, and asks as feeds and readers do. Made by Quarkus, hence public.
    public static final class Worker implements QuarkusApplication {
        private static final AtomicReference<Plan> PREPARED = new AtomicReference<>();

        private record Plan(Path files, int records) {}

        private final BenchWork work;
        private final BenchVisitors visitors;

        public Worker() {
            this.work = new BenchWork();
            this.visitors = new BenchVisitors();
        }

        @Override
        public int run(String... args) throws IOException, InterruptedException {
            Plan plan = Objects.requireNonNull(PREPARED.get(), "the command prepares a plan");
            BenchFile file = new BenchFile(plan.records(), SEED);
            BenchFile.Written written = file.writeTo(plan.files());
            work.enrol(written.roster());
            work.awaitPosted(work.land(written.csv()));
            try (BenchClients clients = visitors.withKeys()) {
                new BenchLatency(file, clients, work.registry()).warmUp();
                work.awaitIdle();
                new WarmUpReader(clients).read();
            }
            return 0;
        }
    }
}
