package io.credithub.demo.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.Province;
import io.credithub.demo.model.ProvinceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropWriterTest {
    @TempDir private Path folder = Path.of(".");

    @Test
    void everyExportIsDroppedWholeAndNothingIsLeftOver() throws IOException {
        Path from = exports();
        Path drop = folder.resolve("drop");
        DropWriter writer = new DropWriter(from, drop, 1);
        for (String name : writer.order()) writer.drop(name);
        assertThat(names(drop)).containsExactlyInAnyOrderElementsOf(names(from));
    }

    @Test
    void theOrderIsTheSeedsAndTheLateComeLast() throws IOException {
        Path from = exports();
        List<String> order = new DropWriter(from, folder, 1).order();
        assertThat(new DropWriter(from, folder, 1).order()).isEqualTo(order);
        assertThat(new DropWriter(from, folder, 2).order()).isNotEqualTo(order);
        int firstLate =
                order.indexOf(
                        order.stream().filter(DropWriterTest::isLate).findFirst().orElseThrow());
        assertThat(order.subList(firstLate, order.size())).allMatch(DropWriterTest::isLate);
    }

    private static boolean isLate(String name) {
        return name.endsWith("-03.csv") || name.endsWith("-again.csv");
    }

    private Path exports() throws IOException {
        ProvinceSettings settings = new ProvinceSettings(300, 3, ProvinceSettings.TODAY);
        Path written = folder.resolve("written");
        return new Province(settings)
                .writeTo(written, Province.ProvinceProgress.silent())
                .provinceDrop();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }
}
