package io.credithub.torture.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Small programs of the system: signals, mounts.
public final class Programs {
    private static final int SECONDS_MAX = 30;

    private Programs() {}

    /// What a program said.
    record ProgramResult(int status, String said) {
        boolean isGood() {
            return status == 0;
        }
    }

    /// Sends a signal to processes; those that have gone are no failure.
    ///
    /// @param signal as `STOP`, without `SIG`
    public static void signal(String signal, List<Long> processes) throws IOException {
        for (long process : processes) {
            run(List.of("sh", "-c", "kill -" + signal + " " + process + " 2>/dev/null"));
        }
    }

    /// Runs a program to its end.
    public static ProgramResult run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            if (process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                String text = new String(said, StandardCharsets.UTF_8).strip();
                return new ProgramResult(process.exitValue(), text);
            }
            process.destroyForcibly();
            return new ProgramResult(1, "no end within " + SECONDS_MAX + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + command.getFirst(), stop);
        }
    }
}
