package io.credithub.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Probation.ProbationState;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.domain.standing.words.StandingWords;
import io.credithub.fixtures.Policies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which year is a new teacher's first, and what of it is told.
final class ProbationTest {
    private static final Policy SHANXI = Policies.shanxi();

    @ParameterizedTest(name = "confirmed {0}, as of {2}: from {3} to {4}, {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    2024-09-01 | false | 2026-01-01 | 2023-09-01 | 2024-08-31 | SHORT   | a school year
                    2024-10-15 | false | 2026-01-01 | 2023-09-01 | 2024-10-14 | SHORT   | confirmed late
                    2024-07-15 | false | 2026-01-01 | 2022-09-01 | 2024-07-14 | SHORT   | confirmed early
                    2022-09-01 | false | 2026-01-01 | 2021-09-01 | 2022-08-31 | SHORT   | in the cycle before
                    2010-09-01 | false | 2026-01-01 | -          | -          | -       | long ago
                    -          | false | 2026-01-01 | -          | -          | -       | as far as anybody knows
                    -          | true  | 2026-01-10 | 2024-09-01 | 2026-01-10 | RUNNING | not yet
                    2026-02-01 | true  | 2026-01-10 | 2024-09-01 | 2026-01-10 | RUNNING | soon
                    """)
    void theFirstYearLiesBeforeTheConfirmation(
            @Nullable LocalDate confirmedOn,
            boolean isNew,
            LocalDate asOf,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable ProbationState state,
            String why) {
        TeacherFacts teacher = new TeacherFacts(confirmedOn, null, isNew);
        Probation probation = Probation.of(SHANXI, teacher, 2022, asOf, List.of());
        if (probation == null) {
            assertThat(state).as(why).isNull();
            return;
        }
        assertThat(probation.period().from()).as(why).isEqualTo(from);
        assertThat(probation.period().until()).isEqualTo(until);
        assertThat(probation.state()).isEqualTo(state);
    }

    @Test
    void hoursOfTheFirstYearCountThoughTheyEarnNoCredits() {
        Facts central = course(Form.CENTRALISED, 6_000, LocalDate.of(2023, 10, 1));
        Facts online = course(Form.ONLINE, 6_000, LocalDate.of(2024, 8, 31));
        Facts later = course(Form.ONLINE, 100, LocalDate.of(2024, 9, 1));
        List<Earned> earned =
                List.of(central, online, later).stream()
                        .map(facts -> new Earned(facts, credits(SHANXI, facts), null, "r"))
                        .toList();
        TeacherFacts confirmed = new TeacherFacts(LocalDate.of(2024, 9, 1), null, false);
        Standing standing =
                Standing.of(SHANXI, new Entries(2022, earned), confirmed, LocalDate.of(2025, 1, 1));
        assertThat(standing.probation())
                .extracting(
                        Probation::state,
                        Probation::hourHundredths,
                        Probation::centralised,
                        Probation::schoolOrOnline)
                .containsExactly(ProbationState.MET, 12_000, 6_000, 6_000);
        assertThat(standing.recognised()).hasToString("0.20");
        assertThat(StandingWords.of(SHANXI, standing))
                .filteredOn(reason -> reason.topic() == StandingReason.Topic.PROBATION)
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.paragraph()).isEqualTo("三(二)、五(三)");
                    assertThat(reason.text().zh()).contains("120.00 学时", "已达到");
                    assertThat(reason.text().en()).contains("120.00 training hours", "it is met");
                });
    }

    private static Credits credits(Policy policy, Facts facts) {
        return ((Judgement.Awarded) policy.judge(facts)).award().credits();
    }

    private static Facts course(Form form, int hours, LocalDate day) {
        Training training = new Training.Course(form, hours, Grade.PASS, null);
        return new Facts(Level.COUNTY, training, List.of(), day);
    }
}
