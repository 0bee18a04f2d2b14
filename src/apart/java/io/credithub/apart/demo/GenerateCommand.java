package io.credithub.apart.demo;

import io.credithub.app.command.ApartCommand;
import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.WrittenFolder;
import io.credithub.demo.model.ProvinceSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes a synthetic province into a folder: no server, no database.
@Command(
        name = "generate",
        description = {
            "Writes a synthetic province into a folder.",
            "It holds rosters, what three training systems deliver, and the answer "
                    + "key of expected credits. The same seed gives the same bytes."
        })
public final class GenerateCommand implements ApartCommand {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ProvinceOptions size = new ProvinceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write into; made if it is not there.")
    private Path out = Path.of(".");

    @Option(
            names = "--today",
            paramLabel = "DATE",
            defaultValue = "2026-08-31",
            description = "Nothing happens after this day (default: ${DEFAULT-VALUE}).")
    private LocalDate today = ProvinceSettings.TODAY;

    @Option(names = "--force", description = "Write over an earlier province in that folder.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        ProvinceSettings settings = settings();
        WrittenFolder folder = new WrittenFolder(out);
        if (folder.isTaken() && !(force && folder.holdsProvince())) {
            throw refused(
                    "the folder is not empty: " + out + "; --force writes over a province only");
        }
        folder.clear();
        PrintWriter err = spec.commandLine().getErr();
        ProvinceFiles files =
                new Province(settings, size.planted())
                        .writeTo(out, (done, of) -> progress(err, done, of));
        err.println();
        spec.commandLine().getOut().println(files.readme());
        return 0;
    }

    private ProvinceSettings settings() {
        if (today.isBefore(ProvinceSettings.TODAY_MIN)) {
            throw refused("--today must not be before " + ProvinceSettings.TODAY_MIN);
        }
        return size.settings(today);
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private static void progress(PrintWriter err, int done, int of) {
        err.print("\r" + "教师 teachers: " + done + " / " + of + " (" + 100L * done / of + " %)");
        err.flush();
    }
}
