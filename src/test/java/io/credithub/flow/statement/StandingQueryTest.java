package io.credithub.flow.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.fakes.OnePolicy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.Kept;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAmounts;
import io.credithub.flow.teacher.Registry.LineReason;
import io.credithub.flow.teacher.Registry.Profile;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingQueryTest {
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-08-01T00:00:00Z"));

    private final List<LedgerLine> ledger = new ArrayList<>();
    private final StandingQuery standings =
            new StandingQuery(
                    new OneTeacher(ledger),
                    new OnePolicy(io.credithub.fixtures.Policies.shanxi()),
                    CLOCK);

    /// 8.00 is posted on 30 April 2023, corrected to 4.00 on 31 May, taken back on 30 June; each in
    /// the last second of the day, in Shanxi.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2023-04-29 | 0.00 | nothing was posted yet
                    2023-04-30 | 8.00 | posted within the day counts on that day
                    2023-05-30 | 8.00 | the day before the correction
                    2023-05-31 | 4.00 | the correction is known
                    2023-06-29 | 4.00 | the day before it was taken back
                    2023-06-30 | 0.00 | taken back
                    2026-08-01 | 0.00 | today
                    """)
    void whatWasKnownOnADayIsWhatWasPostedByItsEnd(LocalDate asOf, String earned, String why) {
        post(LedgerEntry.EntryKind.AWARD, "2023-04-30T15:59:59Z", 1, 800);
        post(LedgerEntry.EntryKind.REVERSAL, "2023-05-31T15:59:59Z", 1, 800);
        post(LedgerEntry.EntryKind.AWARD, "2023-05-31T15:59:59Z", 2, 400);
        post(LedgerEntry.EntryKind.REVERSAL, "2023-06-30T15:59:59Z", 2, 400);

        assertThat(known(asOf).standing().earned().toString()).as(why).isEqualTo(earned);
    }

    @Test
    void whatIsPostedLaterChangesNoEarlierDay() {
        post(LedgerEntry.EntryKind.AWARD, "2023-04-30T15:59:59Z", 1, 800);
        LocalDate day = LocalDate.of(2023, 5, 10);
        StandingQuery.KnownStanding before = known(day);

        post(LedgerEntry.EntryKind.REVERSAL, "2023-05-31T15:59:59Z", 1, 800);
        post(LedgerEntry.EntryKind.AWARD, "2023-05-31T15:59:59Z", 2, 400);

        assertThat(known(day)).isEqualTo(before);
        assertThat(before.entries()).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfATeacherElsewhere() {
        assertThat(
                        standings
                                .tell("T-2", 2022, LocalDate.of(2023, 5, 1), PROVINCE)
                                .await()
                                .indefinitely())
                .isEmpty();
    }

    private StandingQuery.KnownStanding known(LocalDate asOf) {
        return standings.tell("T-1", 2022, asOf, PROVINCE).await().indefinitely().orElseThrow();
    }

    private void post(LedgerEntry.EntryKind kind, String at, int version, int hundredths) {
        int sign = kind.sign();
        Credits credits = new Credits((long) sign * hundredths);
        ledger.add(
                new LedgerLine(
                        ledger.size() + 1,
                        1,
                        Instant.parse(at),
                        kind,
                        2022,
                        1,
                        4,
                        new LineAmounts(credits, credits, Credits.ZERO),
                        new Facts(
                                Level.PROVINCE,
                                new Course(Form.CENTRALISED, 3 * hundredths, Grade.PASS, null),
                                List.of(),
                                LocalDate.of(2023, 3, 1)),
                        "骨干培训",
                        new RecordOrigin(
                                "vendor",
                                "R-1",
                                1,
                                0,
                                0,
                                version,
                                VersionState.IN_FORCE,
                                false,
                                null,
                                null),
                        new LineReason(EntryReason.AWARDED, Occasion.NONE, null),
                        null));
    }

    private record OneTeacher(List<LedgerLine> lines) implements Registry {
        @Override
        public Uni<Optional<RegisteredTeacher>> find(
                String teacherNo, Jurisdiction within, @Nullable Instant before) {
            Profile profile =
                    new Profile(
                            "T-1", "王一", null, null, null, null, "140105", "ACTIVE", null, null,
                            null, null);
            Optional<RegisteredTeacher> found =
                    teacherNo.equals("T-1")
                            ? Optional.of(
                                    new RegisteredTeacher(
                                            1, profile, TeacherFacts.SETTLED, List.of()))
                            : Optional.empty();
            return Uni.createFrom().item(found);
        }

        @Override
        public Uni<List<LedgerLine>> ledger(int number, int firstYear, int lastYear) {
            return Uni.createFrom().item(List.copyOf(lines));
        }

        @Override
        public Uni<Map<Integer, Kept>> standings(int number) {
            return Uni.createFrom().item(Map.of());
        }
    }
}
