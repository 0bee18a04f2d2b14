package io.credithub.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.hub.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FaultPlanTest {
    private static final List<FaultKind> ALL = Arrays.asList(FaultKind.values());
    private static final Duration HOUR = Duration.ofMinutes(60);
    private static final Duration GAP = Duration.ofSeconds(9);

    @Test
    void thereAreManyKinds() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void anHourHasAtLeastTwoHundredFaultsWhateverTheSeed() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(FaultPlan.of(seed, HOUR, GAP, ALL).faults())
                    .as("seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(200);
        }
    }

    @Test
    void twoMinutesHaveSevenFaultsOfAsManyKinds() {
        List<Planned> faults = FaultPlan.of(7, Duration.ofMinutes(2), GAP, ALL).faults();
        assertThat(faults).hasSizeBetween(7, 13);
        assertThat(faults.stream().map(Planned::kind)).doesNotHaveDuplicates();
    }

    @Test
    void theSeedSaysItAll() {
        assertThat(FaultPlan.of(7, HOUR, GAP, ALL)).isEqualTo(FaultPlan.of(7, HOUR, GAP, ALL));
        assertThat(FaultPlan.of(7, HOUR, GAP, ALL)).isNotEqualTo(FaultPlan.of(8, HOUR, GAP, ALL));
    }

    @Test
    void everyKindComesBeforeAnyComesAgain() {
        Set<FaultKind> first = new HashSet<>();
        FaultPlan.of(3, HOUR, GAP, ALL).faults().stream()
                .limit(ALL.size())
                .forEach(planned -> first.add(planned.kind()));
        assertThat(first).hasSize(ALL.size());
    }

    @Test
    void faultsComeInOrderAndWithinTheTime() {
        List<Planned> faults = FaultPlan.of(3, HOUR, GAP, ALL).faults();
        for (int i = 1; i < faults.size(); i++) {
            assertThat(faults.get(i).at()).isGreaterThan(faults.get(i - 1).at());
        }
        assertThat(faults.getLast().at()).isLessThan(HOUR);
    }

    @Test
    void onlyWhatWasAskedForComes() {
        List<FaultKind> one = List.of(FaultKind.of("hub-killed"));
        assertThat(FaultPlan.of(1, HOUR, GAP, one).faults())
                .extracting(Planned::kind)
                .containsOnly(FaultKind.HUB_KILLED);
    }

    @Test
    void everyTitleNamesItsKind() {
        assertThat(ALL).allMatch(kind -> FaultKind.of(kind.title()) == kind);
    }
}
