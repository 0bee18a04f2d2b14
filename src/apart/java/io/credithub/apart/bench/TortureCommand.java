package io.credithub.apart.bench;

import io.credithub.app.command.ApartCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.torture.Torture;
import io.credithub.torture.TortureReport;
import io.credithub.torture.TortureSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Tortures a hub of its own and counts what became of every acknowledged record.
@Command(
        name = "torture",
        description = {
            "Tortures a hub of its own under load, and counts every acknowledged record.",
            "Hubs run as processes of their own, as `./hub serve` runs them, each with a home,"
                + " ports and an embedded PostgreSQL below HUB_HOME/torture. Feeds push, drop and"
                + " are pulled; about four faults a minute come in an order that the seed gives."
                + " Then everything must settle by itself, and every record that was acknowledged"
                + " must be there exactly once, by the API and by the tables.",
            "What happens goes to standard error, the figures as JSON to standard output.",
            "Status 0: nothing lost, nothing doubled, nobody lent a hand; 1: not so; 2: the call"
                    + " is wrong; 3: the hub cannot be started."
        })
public final class TortureCommand implements ApartCommand {
    private static final double MINUTES_MAX = 24 * 60;
    private static final int RATE_MAX = 1_000;
    private static final int GAP_SECONDS_MAX = 600;
    private static final int CANNOT_START = 3;
    private static final String RUNNER = "quarkus-run.jar";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "Gives the order of the faults and the records (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "10",
            description = "How long faults come, in minutes (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--gap",
            paramLabel = "S",
            defaultValue = "9",
            description =
                    "Seconds from one fault to the next, at least; at most twice as many"
                            + " (default: ${DEFAULT-VALUE}).")
    private int gap;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "How many records a second are pushed, about (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "Only these faults, separated by commas (see --faults).")
    private List<String> only = new ArrayList<>();

    @Option(names = "--faults", description = "Lists the kinds of faults, and does nothing else.")
    private boolean faults;

    @Option(
            names = "--keep",
            description = "Leaves homes, logs and the journal of acknowledgements behind.")
    private boolean keep;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (faults) {
            TortureSettings.legend().forEach(out::println);
            return 0;
        }
        Path folder =
                HubEnvironment.ofThisProcess()
                        .home()
                        .resolve("torture")
                        .resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            TortureReport report = new Torture(settings(folder), err).run();
            out.println(report.json());
            out.flush();
            return report.isGood() ? 0 : 1;
        } catch (IOException failure) {
            err.println("HUB-4241: " + failure.getMessage() + " (see --keep for the logs)");
            return CANNOT_START;
        }
    }

    private TortureSettings settings(Path folder) {
        if (!(minutes > 0) || minutes > MINUTES_MAX) {
            throw wrong("--minutes must be more than 0 and at most " + (int) MINUTES_MAX);
        }
        if (gap < 1 || gap > GAP_SECONDS_MAX) throw wrong("--gap must be 1 to " + GAP_SECONDS_MAX);
        if (rate < 1 || rate > RATE_MAX) throw wrong("--rate must be 1 to " + RATE_MAX);
        for (String kind : only) {
            if (!TortureSettings.allKinds().contains(kind)) {
                throw wrong("--only: no fault is called " + kind + ", see --faults");
            }
        }
        Duration length = Duration.ofMillis(Math.round(minutes * 60_000));
        return new TortureSettings(
                seed, length, Duration.ofSeconds(gap), rate, only, keep, hub(), folder);
    }

    /// The very Java that runs this command, with the same options: so the launcher alone says how
    /// a hub is run. What stands apart from the server is not handed on.
    private List<String> hub() {
        Path runner = Path.of(System.getProperty("java.class.path", ""));
        if (!runner.endsWith(RUNNER) || !Files.isRegularFile(runner)) {
            throw wrong("the torture needs the built hub: call it by ./hub");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-Dhub.apart=")) command.add(option);
        }
        command.add("-jar");
        command.add(runner.toAbsolutePath().toString());
        return command;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
