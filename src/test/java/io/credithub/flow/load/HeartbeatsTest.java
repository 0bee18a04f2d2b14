package io.credithub.flow.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.load.Heartbeats.Heartbeat;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HeartbeatsTest {
    private final AtomicLong now = new AtomicLong();
    private final Heartbeats heartbeats = new Heartbeats(now::get);
    private final Heartbeat minute = heartbeats.of("minute", Duration.ofMinutes(1));
    private final Heartbeat work = heartbeats.ofWork("work", Duration.ofMinutes(1));

    @Test
    void whatNeverBeatsIsLateFromItsMostAgeOn() {
        pass(Duration.ofMinutes(1));
        assertThat(minute.isLate()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(minute.isLate()).isTrue();
    }

    @Test
    void aBeatMakesItYoung() {
        pass(Duration.ofHours(1));
        minute.beat();
        assertThat(minute.age()).isZero();
    }

    @Test
    void workThatIsNotThereDoesNotAge() {
        pass(Duration.ofHours(1));
        assertThat(work.isLate()).isFalse();
        work.begin();
        work.end();
        pass(Duration.ofHours(1));
        assertThat(work.isLate()).isFalse();
    }

    @Test
    void workOfWhichNoneEndsAges() {
        pass(Duration.ofHours(1));
        work.begin();
        pass(Duration.ofSeconds(40));
        work.begin();
        pass(Duration.ofSeconds(21));
        assertThat(work.isLate()).isTrue();
        work.end();
        assertThat(work.age()).isZero();
    }

    @Test
    void oneNameIsOneHeartbeat() {
        assertThat(heartbeats.of("minute", Duration.ZERO)).isSameAs(minute);
        assertThat(heartbeats.all()).containsExactly(minute, work);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
