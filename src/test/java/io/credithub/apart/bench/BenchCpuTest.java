package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Processor time as Linux writes it down, for names with brackets and spaces too.
final class BenchCpuTest {
    private static final String SESSION =
            "77 (postgres: a (b) c) S 42 77 77 0 -1 4194560 1 0 0 0 250 50 7000 900 20 0 1 0";
    private static final BenchCpu OF_42 = new BenchCpu(42);

    @Test
    void aSessionCountsWhatItDidItself() {
        assertThat(OF_42.seconds(SESSION, false)).isEqualTo(3.0);
    }

    @Test
    void theServerCountsWhatEndedSessionsDidToo() {
        assertThat(OF_42.seconds(SESSION, true)).isEqualTo(82.0);
    }

    @Test
    void othersProcessesCountNothing() {
        assertThat(new BenchCpu(43).seconds(SESSION, false)).isZero();
    }
}
