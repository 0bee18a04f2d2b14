package io.credithub.apart.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the bench writes down, and what it reads of its own process.
final class BenchFigures {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIB = 1024;

    private BenchFigures() {}

    static String json(Map<String, Object> figures) throws IOException {
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(figures)
                + "\n";
    }

    /// Whether this process was started with the cache for a quick start, without which the first
    /// runs of anything take longer.
    static boolean hasQuickStart() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    /// The most memory that this process ever had, as Linux counts it; NaN elsewhere.
    static double peakRssMib() throws IOException {
        if (!Files.exists(STATUS)) return Double.NaN;
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / KIB;
        }
        return Double.NaN;
    }
}
