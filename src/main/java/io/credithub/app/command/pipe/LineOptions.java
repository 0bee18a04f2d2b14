package io.credithub.app.command.pipe;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the commands have in common that answer each record with a line.
final class LineOptions {
    static final int WRONG_CALL = 2;
    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Completion dates after it are findings (default: today).")
    private @Nullable LocalDate date;

    static OutputStream standardOutput() {
        return PipeOutput.standard();
    }

    /// The exit status once every record has its line.
    static int status(boolean anyFindings) {
        return anyFindings ? FINDINGS : CLEAN;
    }

    LocalDate today(ZoneId zone) {
        return date == null ? LocalDate.now(zone) : date;
    }
}
