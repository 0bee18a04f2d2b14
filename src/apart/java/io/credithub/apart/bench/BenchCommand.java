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
import org.jspecify.annotations.Nullable;
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
            "Measures how fast large deliveries are posted, and what others wait meanwhile; or how"
                    + " fast differences are found, or lists and reports are made.",
            "It posts one large delivery, the whole way, beside the same records loaded by one"
                    + " hand-written INSERT … SELECT, with one session and with two; then delivers"
                    + " it again, and measures what a feed and a reader wait, also while another"
                    + " delivery is posted. Its data lies in HUB_HOME/bench and is replaced each"
                    + " time."
        })
public final class BenchCommand implements ApartCommand {
    private static final int RECORDS_MIN = 1_000;
    private static final int RECORDS_MAX = 10_000_000;
    private static final int POSTED = 1_000_000;
    private static final int RECONCILED = 2_000_000;
    private static final int TEACHERS = 400_000;
    private static final int TEACHERS_MAX = 2_000_000;
    private static final long SEED = 42;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--records",
            paramLabel = "N",
            description =
                    "How many records (default: 1000000; with --reconcile and --reports 2000000).")
    private @Nullable Integer records;

    @Option(
            names = "--reconcile",
            description = {
                "Measure runs of reconciliation instead: a county's year and a province's, for the"
                        + " first time and again, beside hand-written SQL that joins the same"
                        + " records, and pages of breaks. Its records, of four systems, are written"
                        + " into the tables directly, in steps of 8000; what must be found of each"
                        + " code is counted while they are made, and the run is compared with it."
            })
    private boolean isReconciled;

    @Option(
            names = "--reports",
            description = {
                "Measure lists and reports instead: a county's statement, pages and counts of"
                        + " lists, a province's list of teachers as a workbook, and the first byte"
                        + " of a kept file, each beside SQL by hand or a bare workbook. Its records"
                        + " are those of --reconcile."
            })
    private boolean isReported;

    @Option(
            names = "--teachers",
            paramLabel = "N",
            description =
                    "With --reports: how many teachers; one for each eight records has some"
                            + " (default: 400000, fewer for fewer records).")
    private @Nullable Integer teachers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "Where chance begins (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too.")
    private Path json = Path.of("");

    @Override
    public Integer call() throws IOException {
        int asked = records == null ? isReconciled || isReported ? RECONCILED : POSTED : records;
        if (asked < RECORDS_MIN || asked > RECORDS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--records must be " + RECORDS_MIN + " to " + RECORDS_MAX);
        }
        if (isReported && isReconciled) {
            throw new ParameterException(spec.commandLine(), "--reports or --reconcile, not both");
        }
        int everybody = everybody(rounded(asked));
        HubEnvironment around = HubEnvironment.ofThisProcess();
        Path home = around.home().resolve("bench");
        DemoFolder.clear(home);
        Files.createDirectories(home);
        System.setProperty("hub.home", home.toString());
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.management.port", "0");
        RunningHub hub = new RunningHub(around.at(home));
        if (isReported) return report(hub, rounded(asked), everybody);
        return isReconciled ? reconcile(hub, home, rounded(asked)) : post(hub, home, asked);
    }

    private static int rounded(int asked) {
        int steps = Math.max(1, Math.round((float) asked / ReconcileProvince.RECORDS_STEP));
        return steps * ReconcileProvince.RECORDS_STEP;
    }

    /// Who has records, and who has none.
    private int everybody(int records) {
        int least = records / ReconcileProvince.RECORDS_EACH;
        if (teachers == null) {
            return Math.max(least, Math.round((float) TEACHERS * records / RECONCILED));
        }
        if (!isReported || teachers < least || teachers > TEACHERS_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--teachers goes with --reports, and must be "
                            + least
                            + " to "
                            + TEACHERS_MAX
                            + " for so many records");
        }
        return teachers;
    }

    private int post(RunningHub hub, Path home, int asked) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("造数 writing %,d records …%n", asked);
        out.flush();
        BenchFile file = new BenchFile(asked, seed);
        BenchFile.Written written = file.writeTo(Files.createDirectories(home.resolve("files")));
        BenchRun.prepare(new BenchRun.BenchPlan(file, written, asked, json, out));
        return hub.run(BenchRun.class);
    }

    private int reconcile(RunningHub hub, Path home, int asked) {
        PrintWriter out = filling(asked);
        ReconcileProvince province = new ReconcileProvince(asked, seed);
        ReconcileRun.prepare(new ReconcileRun.ReconcilePlan(province, home, json, out));
        return hub.run(ReconcileRun.class);
    }

    private int report(RunningHub hub, int asked, int everybody) {
        PrintWriter out = filling(asked);
        int without = everybody - asked / ReconcileProvince.RECORDS_EACH;
        ReconcileProvince province = new ReconcileProvince(asked, without, seed);
        ReportsRun.prepare(new ReportsRun.ReportsPlan(province, json, out));
        return hub.run(ReportsRun.class);
    }

    private PrintWriter filling(int records) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("造数 filling the registry with %,d records …%n", records);
        out.flush();
        return out;
    }
}
