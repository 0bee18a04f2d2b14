package io.credithub.apart.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The figures of a bench, printed line by line as they come, each with its aim where there is one
/// and whether it is met; and what goes into a file at the end.
final class BenchTable {
    private final PrintWriter out;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int missed;

    BenchTable(PrintWriter out) {
        this.out = out;
    }

    void tell(String title, double figure) {
        figures.put(title, figure);
        line(title, figure, "");
    }

    /// @param aim what the figure is not to exceed
    void tell(String title, double figure, double aim) {
        boolean isMet = figure <= aim;
        if (!isMet) missed++;
        figures.put(title, figure);
        figures.put(title + ": aim", aim);
        line(title, figure, "  ≤ %,.0f  %s".formatted(aim, isMet ? "达到 met" : "未达 missed"));
    }

    /// What the JVM needed, and whether it started with the quick-start cache.
    void tellProcess() throws IOException {
        tell("peak RSS of the JVM, MiB", BenchFigures.peakRssMib());
        tell("started with the quick-start cache (1: yes)", BenchFigures.hasQuickStart() ? 1 : 0);
    }

    /// How many aims were missed.
    int missed() {
        return missed;
    }

    private void line(String title, double figure, String aim) {
        out.print("%-56s %,14.2f%s%n".formatted(title, figure, aim));
        out.flush();
    }

    /// @param file empty: nowhere
    void write(Path file) throws IOException {
        if (file.toString().isEmpty()) return;
        Files.writeString(file, BenchFigures.json(figures));
    }
}
