package io.credithub.apart.bench;

import io.credithub.apart.DemoFolder;
import io.credithub.app.command.ApartCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.RunningHub;
import io.credithub.demo.bench.BenchFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the whole way of a large delivery beside hand-written SQL, on the same server, in one
/// run.
@Command(
        name = "bench",
        description = {
            "Measures how fast large deliveries are posted, and what others wait meanwhile.",
            "It posts one large delivery, the whole way, beside the same records loaded by one"
                    + " hand-written INSERT … SELECT, with one session and with two; then delivers"
                    + " it again, and measures what a feed and a reader wait, also while another"
                    + " delivery is posted. Its data lies in HUB_HOME/bench and is replaced each"
                    + " time."
        })
public final class BenchCommand implements ApartCommand {
    private static final int RECORDS_MIN = 1_000;
    private static final int RECORDS_MAX = 10_000_000;
    private static final long SEED = 42;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many records (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too.")
    private Path json = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (records < RECORDS_MIN || records > RECORDS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--records must be " + RECORDS_MIN + " to " + RECORDS_MAX);
        }
        PrintWriter out = spec.commandLine().getOut();
        HubEnvironment around = HubEnvironment.ofThisProcess();
        Path home = around.home().resolve("bench");
        DemoFolder.clear(home);
        out.printf("造数 writing %,d records …%n", records);
        out.flush();
        BenchFile file = new BenchFile(records, SEED);
        BenchFile.Written written = file.writeTo(Files.createDirectories(home.resolve("files")));
        System.setProperty("hub.home", home.toString());
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.management.port", "0");
        BenchRun.prepare(new BenchRun.BenchPlan(file, written, records, json, out));
        return new RunningHub(around.at(home)).run(BenchRun.class);
    }
}
