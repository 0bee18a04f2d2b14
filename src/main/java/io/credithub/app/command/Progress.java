package io.credithub.app.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// A bar on a terminal; on anything else a line for every tenth.
public final class Progress {
    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final String title;
    private final boolean isTerminal = isTerminal();
    private long told = -1;

    public Progress(PrintWriter out, String title) {
        this.out = out;
        this.title = title;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    public void show(long done, long of) {
        long share = of == 0 ? 100 : Math.min(100, 100 * done / of);
        if (isTerminal) {
            int full = Math.toIntExact(share * WIDTH / 100);
            out.printf(
                    "\r%-28s [%s%s] %,d / %,d",
                    title, "█".repeat(full), "·".repeat(WIDTH - full), done, of);
            out.flush();
        } else if (share / TENTHS > told) {
            told = share / TENTHS;
            out.printf("%s %,d / %,d (%d %%)%n", title, done, of, share);
            out.flush();
        }
    }

    /// Of something whose end nobody knows: a number that grows on a terminal, and on anything else
    /// a line each time it has doubled.
    public void count(long done) {
        if (isTerminal) {
            out.printf("\r%-28s %,d", title, done);
            out.flush();
        } else if (done >= 2 * Math.max(1, told)) {
            told = done;
            out.printf("%s %,d%n", title, done);
            out.flush();
        }
    }

    public void end() {
        if (isTerminal) out.println();
        out.flush();
    }
}
