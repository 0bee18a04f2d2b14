package io.credithub.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Laws that hold for everybody: 3 000 lives, seed 11.
class TrainingHistoriesTest {
    private static final ProvinceSettings SETTINGS =
            new ProvinceSettings(3_000, 11, ProvinceSettings.TODAY);
    private final TrainingHistories lives = new TrainingHistories(SETTINGS);

    @Test
    void copiesOfOneTrainingAgreeOnNormalNameAndDateAndNoOtherTrainingDoes() {
        for (int i = 0; i < lives.size(); i++) {
            Set<String> trainings = new HashSet<>();
            for (Attended attended : lives.life(i).attended()) {
                Set<String> keys = new TreeSet<>();
                for (SimulatedCopy copy : attended.copies()) {
                    Details details = copy.inForce();
                    if (details != null) keys.add(key(attended.programme(), details));
                }
                assertThat(keys).as("teacher %d", i).hasSizeLessThanOrEqualTo(1);
                for (String key : keys) assertThat(trainings.add(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void nothingHappensAfterTodayOrBeforeTheCycle() {
        LocalDateTime end = SETTINGS.today().plusDays(1).atStartOfDay();
        for (int i = 0; i < lives.size(); i++) {
            for (Attended attended : lives.life(i).attended()) {
                for (SimulatedCopy copy : attended.copies()) {
                    for (ReportedVersion sighting : copy.sightings()) {
                        LocalDateTime told = sighting.updatedAt();
                        if (told != null) assertThat(told).isBefore(end);
                        assertThat(sighting.details().completedOn())
                                .isBetween(SimulatedYears.CYCLE_START, SETTINGS.today());
                    }
                }
            }
        }
    }

    @Test
    void everyFaultAndEveryFateOccurs() {
        Set<SimulatedFault> faults = new TreeSet<>();
        boolean staleSeen = false;
        boolean reinstated = false;
        for (int i = 0; i < lives.size(); i++) {
            for (Attended attended : lives.life(i).attended()) {
                for (SimulatedCopy copy : attended.copies()) {
                    ReportedVersion first = copy.sightings().getFirst();
                    ReportedVersion last = copy.sightings().getLast();
                    staleSeen |= first.wave() > last.wave();
                    reinstated |=
                            copy.sightings().size() == 3 && copy.sightings().get(1).isWithdrawal();
                    for (ReportedVersion sighting : copy.sightings()) {
                        SimulatedFault fault = sighting.fault();
                        if (fault != null) faults.add(fault);
                    }
                }
            }
        }
        assertThat(faults).containsExactly(SimulatedFault.values());
        assertThat(staleSeen).isTrue();
        assertThat(reinstated).isTrue();
    }

    private static String key(Programme programme, Details details) {
        String name = Normalizer.normalize(details.name(), Normalizer.Form.NFKC);
        String normal = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        return programme.level() + "|" + normal + "|" + details.completedOn();
    }
}
