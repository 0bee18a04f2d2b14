package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailedAttemptsTest {
    private static final String HERE = "10.0.0.1";
    private static final String ELSEWHERE = "10.0.0.2";

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final FailedAttempts attempts = new FailedAttempts(nanoTime::get);

    @Test
    void theWaitGrowsToAMinuteAndNoFurther() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < FailedAttempts.FREE + 8; i++) {
            waits.add(attempts.failed("a%011d".formatted(i), HERE).toSeconds());
        }
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < FailedAttempts.FREE; i++) expected.add(0L);
        expected.addAll(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L));
        assertThat(waits).isEqualTo(expected);
    }

    @Test
    void whoFailsFromElsewhereIsNotSlowed() {
        fail(FailedAttempts.FREE + 8, HERE);
        assertThat(attempts.failed("000000000000", ELSEWHERE)).isZero();
    }

    @Test
    void anIdThatIsTriedFromManyAddressesIsSlowed() {
        Duration wait = Duration.ZERO;
        for (int i = 0; i <= FailedAttempts.FREE; i++) {
            wait = attempts.failed("0123456789ab", "10.0.1." + i);
        }
        assertThat(wait).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempts.turnedAway("0123456789ab", ELSEWHERE))
                .as("the right holder is looked up all the same")
                .isZero();
    }

    @Test
    void whatIsTriedNowAndThenIsForgiven() {
        for (int i = 0; i < 10 * FailedAttempts.FREE; i++) {
            assertThat(attempts.failed("0123456789ab", HERE)).isZero();
            pass(Duration.ofSeconds(6));
        }
    }

    @Test
    void aFloodFromOneAddressIsNotEvenLookedUp() {
        fail(FailedAttempts.FREE + 8, HERE);
        int lookedUp = 0;
        for (int i = 0; i < 1000; i++) {
            if (attempts.turnedAway("b%011d".formatted(i), HERE).isZero()) lookedUp++;
        }
        assertThat(lookedUp).isEqualTo(FailedAttempts.LOOKED_UP_MAX);
        assertThat(attempts.turnedAway("0123456789ab", ELSEWHERE)).isZero();
    }

    @Test
    void whoWorkedFromThereBeforeIsLookedUpInTheFloodToo() {
        attempts.opened("0123456789ab", HERE);
        fail(FailedAttempts.FREE + 8, HERE);
        for (int i = 0; i < 1000; i++) {
            attempts.turnedAway("b%011d".formatted(i), HERE);
            assertThat(attempts.turnedAway("0123456789ab", HERE)).isZero();
        }
    }

    @Test
    void aNewHolderBehindTheSameProxyIsLookedUpWithinASecond() {
        fail(FailedAttempts.FREE + 8, HERE);
        for (int i = 0; i < 1000; i++) attempts.turnedAway("b%011d".formatted(i), HERE);
        pass(Duration.ofSeconds(1));
        assertThat(attempts.turnedAway("0123456789ab", HERE)).isZero();
    }

    @Test
    void aMillionMadeUpIdsAndAddressesTakeNoMoreRoom() {
        for (int i = 0; i < 1_000_000; i++) {
            attempts.failed(
                    "%012x".formatted(i), "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
        }
        assertThat(attempts.remembered()).isLessThanOrEqualTo(3 * FailedAttempts.REMEMBERED_MAX);
    }

    @ParameterizedTest(name = "{0} and {1} are one: {2}")
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "10.0.0.1, 10.0.0.2, false",
        "unknown, unknown, true",
        "::1, 0:0:0:0:0:0:0:1, true",
    })
    void aBlockOfTheNewAddressesIsOne(String one, String other, boolean isSame) {
        fail(FailedAttempts.FREE, one);
        assertThat(attempts.failed(null, other).isZero()).isEqualTo(!isSame);
    }

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) attempts.failed("a%011d".formatted(i), address);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
