package io.credithub.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RequestRateTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5 * MILLI);
    private final RequestRate rate = new RequestRate(100, 3, now::get);

    @Test
    void aBurstIsTakenAndOneMoreIsNot() {
        assertThat(takenAtOnce("key")).isEqualTo(3);
        now.addAndGet(10 * MILLI);
        assertThat(takenAtOnce("key")).as("one comes back every ten milliseconds").isEqualTo(1);
        now.addAndGet(10_000 * MILLI);
        assertThat(takenAtOnce("key")).as("no more than a burst").isEqualTo(3);
    }

    @Test
    void eachCallerHasABucketOfItsOwn() {
        assertThat(takenAtOnce("key")).isEqualTo(3);
        assertThat(takenAtOnce("other")).isEqualTo(3);
    }

    @Test
    void whoAsksTooOftenIsToldSo() {
        takenAtOnce("key");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rate.count("key"))
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(BusyCode.TOO_MANY_REQUESTS));
    }

    private int takenAtOnce(String owner) {
        int taken = 0;
        while (taken < 100) {
            try {
                rate.count(owner);
                taken++;
            } catch (ProblemException tooOften) {
                return taken;
            }
        }
        return taken;
    }
}
