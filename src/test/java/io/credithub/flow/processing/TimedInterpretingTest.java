package io.credithub.flow.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.fakes.NoIds;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.result.OverTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The bounds in time only tell what ends from what does not.
final class TimedInterpretingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    void aChunkInTimeIsInterpreted() {
        TimedInterpreting timed = timed(() -> false);
        assertThat(timed.interpret(chunk()).await().atMost(PATIENCE).records()).hasSize(1);
        assertThat(timed.runaways()).isZero();
    }

    @Test
    void aChunkThatTakesTooLongFailsForWhatTimeDoesNotMend() {
        TimedInterpreting timed = timed(() -> !Thread.currentThread().isInterrupted());
        OverTime late = late(timed);
        assertThat(FailureKind.of(late)).isEqualTo(FailureKind.BAD_DATA);
        assertThat(FailureWords.of(late))
                .startsWith("OverTime: not interpreted in 100 ms of processor time at ");
        await(() -> timed.runaways() == 0);
    }

    @Test
    void aThreadThatNothingStopsIsLeftToItselfAndCounted() {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        TimedInterpreting timed = timed(goesOn::get);
        late(timed);
        assertThat(timed.runaways()).isEqualTo(1);
        goesOn.set(false);
        await(() -> timed.runaways() == 0);
    }

    @Test
    void waitingTakesNoTimeOfTheProcessor() {
        CountDownLatch wakes = new CountDownLatch(1);
        TimedInterpreting timed = timed(() -> waitsFor(wakes));
        var done = timed.interpret(chunk()).subscribeAsCompletionStage();
        long until = System.nanoTime() + LIMIT.multipliedBy(4).toNanos();
        await(() -> System.nanoTime() > until);
        assertThat(done).isNotDone();
        wakes.countDown();
        assertThat(done.toCompletableFuture().join().records()).hasSize(1);
    }

    private static boolean waitsFor(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void await(BooleanSupplier what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static OverTime late(TimedInterpreting timed) {
        OverTime late =
                catchThrowableOfType(
                        OverTime.class, () -> timed.interpret(chunk()).await().atMost(PATIENCE));
        assertThat(late).isNotNull();
        return late;
    }

    /// @param goesOn asked by the mapper again and again
    private static TimedInterpreting timed(BooleanSupplier goesOn) {
        Mapping.Mapper mapper =
                new Mapping.Mapper() {
                    @Override
                    public Mapped map(RawRecord raw, LocalDate today) {
                        while (goesOn.getAsBoolean()) Thread.onSpinWait();
                        return new Mapped.MappedRecord(
                                new Withdrawal("r", SourceVersion.NONE), List.of());
                    }
                };
        return new TimedInterpreting(
                new ChunkInterpreter(
                        new OneRecord(),
                        _ -> mapper,
                        new NoIds(),
                        new OnePolicy(Policies.shanxi())),
                LIMIT);
    }

    private static LandedChunk chunk() {
        return new LandedChunk(
                new ChunkRef("vendor-push", 1, 0, 1),
                1,
                "vendor-push",
                new Reading.Source(new Format(Syntax.JSON, null, null), "UTF-8", new byte[0]),
                new Reading.Slice(0, 0, 1, new byte[0]),
                null,
                Instant.EPOCH,
                null,
                null);
    }

    private static final class OneRecord implements Reading {
        @Override
        public Cuts cut(Format format, @Nullable String charset, Content content, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RawRecord> read(Source source, Slice slice) {
            return List.of(RawRecord.of(0, TextNode.valueOf("r")));
        }
    }
}
