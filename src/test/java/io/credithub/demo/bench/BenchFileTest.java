package io.credithub.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.bench.BenchFile.Written;
import io.credithub.demo.source.CsvDrop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFileTest {
    private static final int RECORDS = 3_990;
    @TempDir private Path folder = Path.of(".");

    @Test
    void bothWaysAreFedTheSameFacts() throws IOException {
        Written written = new BenchFile(RECORDS, 42).writeTo(folder);
        List<String> rows = Files.readAllLines(written.csv(), CsvDrop.GB18030);
        List<String> lines = Files.readAllLines(written.copyLines());
        assertThat(rows).hasSize(RECORDS + 1);
        assertThat(lines).hasSize(RECORDS);
        for (int i = 0; i < RECORDS; i++) {
            String[] row = rows.get(i + 1).split(",", -1);
            String[] line = lines.get(i).split("\t", -1);
            assertThat(line).hasSize(13);
            assertThat(List.of(row[0], row[2], row[5], row[6], row[10].replace("学时", "")))
                    .containsExactly(line[1], line[2], line[3], line[5], line[8]);
        }
    }

    @Test
    void everyTeacherHasTwentyAndIsMetAtRandom() throws IOException {
        Written written = new BenchFile(RECORDS, 42).writeTo(folder);
        List<String> met = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (String line : Files.readAllLines(written.copyLines())) {
            met.add(line.split("\t", -1)[2]);
            dates.add(line.split("\t", -1)[11]);
        }
        assertThat(dates).isSorted();
        assertThat(written.teachers()).isEqualTo(200);
        for (int round = 0; round < 19; round++) {
            Set<String> once = new HashSet<>(met.subList(200 * round, 200 * round + 200));
            assertThat(once).as("round %d", round).hasSize(200);
        }
        assertThat(met.subList(0, 200)).isNotEqualTo(met.subList(200, 400));
        assertThat(Files.readAllLines(written.roster())).hasSize(201);
    }

    @Test
    void itIsTheSameEveryTime() throws IOException {
        Written first = new BenchFile(500, 1).writeTo(folder.resolve("a"));
        Written second = new BenchFile(500, 1).writeTo(folder.resolve("b"));
        assertThat(second.csv()).hasSameBinaryContentAs(first.csv());
        assertThat(second.copyLines()).hasSameBinaryContentAs(first.copyLines());
        assertThat(second.creditHundredths()).isEqualTo(first.creditHundredths()).isPositive();
    }
}
