package io.credithub.apart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.reconcile.BreakCode;
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

/// The demo with nothing planted, large enough for chunks to fill, and ten provinces of other seeds
/// beside one another in one hub: what is planted is found under its code, and nothing else.
@ApartFromOthers
final class DemoIT {
    private static final Duration DEMO_MAX = Duration.ofMinutes(8);
    private static final int TEACHERS = 1_500;

    /// Kinds of planted cases that are a break, at least.
    private static final int LEAST = 57;

    private static final Pattern BREAKS =
            Pattern.compile("✓ 差异逐条与答案一致 .*: ([0-9,]+), 未发现 not found 0, 多出 invented 0");
    private static final Pattern ENTRIES = Pattern.compile("blocks, ([0-9,]+) 笔 entries");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void everyTeacherHasWhatTheAnswerKeySaysAndEveryInvariantHolds()
            throws IOException, InterruptedException {
        BuiltHub.noteQuickStart(home);
        try (BuiltHub hub = new BuiltHub(home)) {
            String[] words = ("demo --exit --planted 0 --teachers " + TEACHERS).split(" ");
            String said = hub.run(DEMO_MAX, words);
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

    @Test
    void everyBreakOfTenSeedsIsFoundUnderItsCodeAndNoneIsInvented()
            throws IOException, InterruptedException {
        BuiltHub.noteQuickStart(home);
        try (BuiltHub hub = new BuiltHub(home)) {
            String[] words = "demo --exit --seeds 1-10 --teachers 340 --planted 2".split(" ");
            String said = hub.run(DEMO_MAX, words);
            assertThat(said)
                    .contains("answer key: 3,400, 不符 wrong 0")
                    .contains("✓ 账本链完整")
                    .doesNotContain("✗");
            Matcher breaks = BREAKS.matcher(said);
            assertThat(breaks.find()).isTrue();
            int count = Integer.parseInt(breaks.group(1).replace(",", ""));
            assertThat(count).as("breaks").isGreaterThan(10 * 2 * LEAST);
            assertThat(said)
                    .contains("✓ 离线核验签署文件")
                    .contains("✓ 签署后撤回一条记录,逐项调整与答案一致")
                    .contains("SIGNED_STATEMENT: 应有 planted 1, 发现 found 1");
            for (BreakCode code : BreakCode.values()) assertThat(said).contains(code.name());
        }
    }
}
