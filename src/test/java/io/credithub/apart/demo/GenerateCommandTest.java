package io.credithub.apart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder = Path.of(".");

    @Test
    void aProvinceIsWrittenWithItsProgress() {
        Path province = folder.resolve("new");
        assertThat(generate("--teachers", "30", "--out", province.toString())).isZero();
        assertThat(province.resolve("answer-key.csv")).isRegularFile();
        assertThat(err.toString()).contains("30 / 30 (100 %)");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        Files.createDirectories(folder.resolve("vendor"));
        Path contract = Files.writeString(folder.resolve("vendor/contract.txt"), "signed");
        assertThat(generate("--out", folder.toString())).isEqualTo(2);
        assertThat(generate("--force", "--out", folder.toString())).isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(contract).hasContent("signed");
        assertThat(err.toString()).contains("--force writes over a province only");
    }

    @Test
    void anEarlierProvinceIsWrittenOverOnlyByForce() throws IOException {
        assertThat(generate("--teachers", "400", "--out", folder.toString())).isZero();
        assertThat(generate("--teachers", "20", "--out", folder.toString())).isEqualTo(2);
        assertThat(generate("--teachers", "20", "--force", "--out", folder.toString())).isZero();
        assertThat(Files.readAllLines(folder.resolve("answer-key.csv"))).hasSize(21);
    }

    @Test
    void anImpossibleProvinceIsRefusedInOneLine() {
        String province = folder.resolve("new").toString();
        assertThat(generate("--teachers", "0", "--out", province)).isEqualTo(2);
        assertThat(generate("--today", "2020-01-01", "--out", province)).isEqualTo(2);
        assertThat(generate("--sed", "1", "--out", province)).isEqualTo(2);
        assertThat(generate()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private int generate(String... options) {
        CommandLine line = new CommandLine(new GenerateCommand());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(options);
    }
}
