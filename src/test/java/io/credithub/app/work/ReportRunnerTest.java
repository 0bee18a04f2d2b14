package io.credithub.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.FixedMoments;
import io.credithub.fakes.InMemoryReportJobs;
import io.credithub.flow.report.MakeReport;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportDesk;
import io.credithub.flow.report.ReportDesk.ReportPlaces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// History goes in steps, and is kept for as long as the operator says.
final class ReportRunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofMillis(1);
    private static final Duration REST_SEEN = Duration.ofMillis(50);
    private static final Duration KEPT = Duration.ofDays(777);

    private final List<Step> steps = new ArrayList<>();

    private record Step(Duration kept, int most) {}

    private ReportRunner runner() {
        InMemoryReportJobs jobs = new InMemoryReportJobs();
        MakeReport making =
                new MakeReport(
                        jobs,
                        new FixedMoments(Instant.EPOCH),
                        new ReportCatalogue(List.of()),
                        (_, _, _) -> {
                            throw new IllegalStateException("no report is made here");
                        },
                        Runnable::run,
                        (_, _) -> {});
        ReportConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(ReportConfig.class)
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("hub.report.history-kept", KEPT.toString()),
                                        "test",
                                        100))
                        .build()
                        .getConfigMapping(ReportConfig.class);
        return new ReportRunner(
                new ReportDesk(jobs, making, new ReportPlaces(1, 1), InstantSource.system()),
                jobs,
                (kept, most) -> {
                    steps.add(new Step(kept, most));
                    return Uni.createFrom().item(0);
                },
                config,
                new SimpleMeterRegistry());
    }

    private static long gone(Iterator<Integer> steps) {
        return ReportRunner.inSteps(() -> Uni.createFrom().item(steps.next()), REST)
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void itIsKeptAsLongAsTheOperatorSays() {
        runner().prune().await().atMost(PATIENCE);
        assertThat(steps).containsExactly(new Step(KEPT, ReportRunner.PRUNED_MAX));
    }

    @Test
    void aFullStepIsFollowedByAnotherAndTheFirstThatIsNotIsTheLast() {
        int full = ReportRunner.PRUNED_MAX;
        Iterator<Integer> found = List.of(full, full, full - 1, full).iterator();
        gone(found);
        assertThat(found.next()).as("left").isEqualTo(full);
        assertThat(found).isExhausted();
    }

    @Test
    void whatIsLeftAfterManyStepsWaitsForTheNextRun() {
        List<Integer> taken = new ArrayList<>();
        ReportRunner.inSteps(
                        () -> {
                            taken.add(ReportRunner.PRUNED_MAX);
                            return Uni.createFrom().item(ReportRunner.PRUNED_MAX);
                        },
                        REST)
                .await()
                .atMost(PATIENCE);
        assertThat(taken).hasSize(ReportRunner.PRUNING_STEPS_MAX);
    }

    @Test
    void betweenTwoStepsThereIsARest() {
        List<Long> began = new ArrayList<>();
        Iterator<Integer> found = List.of(ReportRunner.PRUNED_MAX, 0).iterator();
        ReportRunner.inSteps(
                        () -> {
                            began.add(System.nanoTime());
                            return Uni.createFrom().item(found.next());
                        },
                        REST_SEEN)
                .await()
                .atMost(PATIENCE);
        assertThat(began.get(1) - began.get(0)).isGreaterThanOrEqualTo(REST_SEEN.toNanos());
    }
}
