package io.credithub.torture.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.torture.count.Silence.Span;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SilenceTest {
    private static final long END = 100_000;
    private final Silence silence = new Silence();

    private void acknowledgedAt(long... times) {
        LongStream.of(times).forEach(silence::acknowledged);
    }

    @Test
    void theLongestGapCountsToTheEndToo() {
        acknowledgedAt(1_000, 20_000, 50_000);
        assertThat(silence.longest(END)).isEqualTo(new Span(50_000, END));
    }

    @Test
    void outsideOfWhatWasMeantThePartsOfAGapCount() {
        acknowledgedAt(1_000, 90_000);
        silence.down(10_000, 40_000);
        assertThat(silence.longestOutside(END)).isEqualTo(new Span(40_000, 90_000));
        assertThat(silence.longest(END)).isEqualTo(new Span(1_000, 90_000));
    }

    @Test
    void downtimesThatOverlapAreOne() {
        acknowledgedAt(1_000, 90_000);
        silence.down(1_000, 60_000);
        silence.down(20_000, 80_000);
        assertThat(silence.longestOutside(END)).isEqualTo(new Span(80_000, 90_000));
    }

    @Test
    void whoSaysThatAllIsWellWhileNothingIsTakenLies() {
        acknowledgedAt(1_000, 60_000);
        for (long at = 0; at < END; at += 2_000) silence.health(at, true);
        assertThat(silence.lies(END, 30_000))
                .containsExactly(new Span(2_000, 60_000), new Span(60_000, 98_000));
    }

    @Test
    void whoSaysThatItIsDownDoesNotLie() {
        acknowledgedAt(1_000, 60_000, 99_000);
        for (long at = 0; at < END; at += 2_000) silence.health(at, at < 10_000 || at > 50_000);
        assertThat(silence.lies(END, 30_000)).containsExactly(new Span(60_000, 98_000));
    }

    @Test
    void sinceTheLastIsCountedFromTheEndOfADowntime() {
        acknowledgedAt(1_000);
        silence.down(5_000, 9_000);
        assertThat(silence.sinceLast(10_000)).isEqualTo(1_000);
    }
}
