package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each figure stands beside its aim, and a missed one is told as missed.
final class BenchTableTest {
    private final StringWriter said = new StringWriter();
    private final BenchTable table = new BenchTable(new PrintWriter(said));

    @TempDir Path folder;

    @Test
    void whatReachesTheAimMeetsIt() {
        table.tell("a page, ms", 100, 100);
        assertThat(said.toString()).contains("a page, ms", "100.00", "≤ 100", "met");
        assertThat(table.missed()).isZero();
    }

    @Test
    void whatExceedsTheAimIsMissed() {
        table.tell("a page, ms", 100.01, 100);
        assertThat(said.toString()).contains("missed");
        assertThat(table.missed()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMeasuredIsNotMet() {
        table.tell("heap, MiB", Double.NaN, 512);
        assertThat(table.missed()).isEqualTo(1);
    }

    @Test
    void aFigureWithoutAnAimIsToldAlone() {
        table.tell("rows", 7);
        assertThat(said.toString()).contains("7.00").doesNotContain("≤");
    }

    @Test
    void figuresAndAimsGoIntoTheFile() throws IOException {
        table.tell("rows", 7);
        table.tell("a page, ms", 40, 100);
        Path file = folder.resolve("figures.json");
        table.write(file);
        assertThat(Files.readString(file))
                .contains("\"rows\" : 7.0", "\"a page, ms\" : 40.0", "\"a page, ms: aim\" : 100.0");
    }

    @Test
    void withoutAFileNothingIsWritten() throws IOException {
        table.write(Path.of(""));
        assertThat(folder).isEmptyDirectory();
    }
}
