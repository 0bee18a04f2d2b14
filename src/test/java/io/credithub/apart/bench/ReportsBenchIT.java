package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.BuiltHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The bench of lists and reports, in small: each figure is measured, and what is made is right.
@ApartFromOthers
final class ReportsBenchIT {
    private static final Duration BENCH_MAX = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void aSmallProvinceIsMeasuredWhole() throws IOException, InterruptedException {
        BuiltHub.noteQuickStart(home);
        Path file = home.resolve("figures.json");
        try (BuiltHub hub = new BuiltHub(home)) {
            String words = "bench --reports --records 8000 --teachers 1500 --json " + file;
            assertThat(hub.run(BENCH_MAX, words.split(" "))).contains("aims missed");
        }
        JsonNode figures = JsonMapper.builder().build().readTree(file.toFile());
        for (String one :
                new String[] {
                    "statement of a county-year, html, first, seconds",
                    "a county's page, missing, longest, ms",
                    "the province's counts, longest, ms",
                    "province-year of teachers, xlsx, seconds",
                    "first byte of a stored province-year, longest, ms"
                }) {
            assertThat(figures.path(one).asDouble()).as(one).isPositive();
            assertThat(figures.path(one + ": aim").asDouble()).as(one).isPositive();
        }
        assertThat(figures.path("its rows").asInt()).isGreaterThanOrEqualTo(1_500);
    }
}
