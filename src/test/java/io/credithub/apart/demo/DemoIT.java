package io.credithub.apart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.BuiltHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a newcomer runs it, in its full size.
@ApartFromOthers
final class DemoIT {
    private static final Duration DEMO_MAX = Duration.ofMinutes(6);
    private static final int TEACHERS = 20_000;
    private static final Pattern ENTRIES = Pattern.compile("blocks, ([0-9,]+) 笔 entries");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void everyTeacherHasWhatTheAnswerKeySaysAndEveryInvariantHolds()
            throws IOException, InterruptedException {
        BuiltHub.noteQuickStart(home);
        try (BuiltHub hub = new BuiltHub(home)) {
            String said = hub.run(DEMO_MAX, "demo", "--exit");
            assertThat(said)
                    .contains("answer key: %,d, 不符 wrong 0".formatted(TEACHERS))
                    .contains("✓ 账本链完整")
                    .doesNotContain("✗");
            Matcher entries = ENTRIES.matcher(said);
            assertThat(entries.find()).isTrue();
            int count = Integer.parseInt(entries.group(1).replace(",", ""));
            assertThat(count).as("entries of the ledger").isGreaterThan(10 * TEACHERS);
        }
    }
}
