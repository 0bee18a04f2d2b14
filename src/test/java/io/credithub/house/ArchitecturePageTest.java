package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The way of one record, as `docs/architecture.md` tells it, is the way that the code goes.
final class ArchitecturePageTest {
    private static final int FILES_MAX = 30;

    /// From the roof down.
    private static final List<String> FLOORS = List.of("roof", "floor 2", "floor 1", "ground");

    private static final Map<String, String> GROUND_FLOORS =
            Map.of("app", "roof", "flow", "floor 1", "domain", "ground");

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([a-z0-9 ]+) \\| `([\\w.]+)`(?: \\[`(\\w+)`])? \\|.*");

    private record Step(int number, String floor, String file, String port) {
        Path path() {
            return Path.of("src/main/java/io/credithub", file.replace('.', '/') + ".java");
        }
    }

    private static List<Step> steps() throws IOException {
        return Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row ->
                        new Step(
                                Integer.parseInt(row.group(1)),
                                row.group(2),
                                row.group(3),
                                row.group(4) == null ? "" : row.group(4)))
                .toList();
    }

    @Test
    void atMostThirtyFilesLeadDownwards() throws IOException {
        List<Step> steps = steps();
        assertThat(steps).hasSizeBetween(2, FILES_MAX);
        assertThat(steps).extracting(step -> FLOORS.indexOf(step.floor())).isSorted();
        assertThat(steps)
                .allSatisfy(step -> {
                    String floor = step.file().substring(0, step.file().indexOf('.'));
                    assertThat(step.floor())
                            .isEqualTo(GROUND_FLOORS.getOrDefault(floor, "floor 2"));
                });
    }

    @Test
    void everyStepHasItsPlaceInTime() throws IOException {
        List<Step> steps = steps();
        assertThat(steps)
                .extracting(Step::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, steps.size()).boxed().toList());
    }

    @Test
    void everyFileIsThereAndBehindThePortThatItNames() throws IOException {
        for (Step step : steps()) {
            assertThat(step.path()).exists();
            String text = Files.readString(step.path());
            if (!step.port().isEmpty()) {
                assertThat(text).as(step.file()).containsPattern("implements[^{]*" + step.port());
            }
        }
    }
}
