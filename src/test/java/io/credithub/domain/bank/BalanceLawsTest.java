package io.credithub.domain.bank;

import static io.credithub.fixtures.Requiring.FREE_YEAR;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.earned;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Ends;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.LegKind;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reserving and using move credits about; they make none and lose none.
final class BalanceLawsTest {
    private static final Policy POLICY = policy(FREE_YEAR + cycle(0, ""));
    private static final int CYCLE = 2022;

    @ParameterizedTest(name = "{0} of 16.00, 5.00 reserved, 3.00 used")
    @CsvSource({"799, true", "800, true", "801, false"})
    void asMuchAsIsAvailableMayBeReserved(long wanted, boolean isAllowed) {
        List<Leg> legs = new ArrayList<>(moved(LegKind.AVAILABLE, LegKind.RESERVED, 800));
        legs.addAll(moved(LegKind.RESERVED, LegKind.USED, 300));
        BankRefusal refused = Balance.of(standing("16.00"), legs).refusal(new Credits(wanted));
        assertThat(refused == null).isEqualTo(isAllowed);
        if (isAllowed) return;
        assertThat(Objects.requireNonNull(refused).figures())
                .containsEntry("recognised", new Credits(1_600))
                .containsEntry("reserved", new Credits(500))
                .containsEntry("used", new Credits(300))
                .containsEntry("available", new Credits(800));
    }

    @Test
    void whatASourceTakesBackAfterUseShowsAsLessThanNothing() {
        List<Leg> legs = moved(LegKind.AVAILABLE, LegKind.RESERVED, 1_600);
        assertThat(Balance.of(standing("10.00"), legs).available()).hasToString("-6.00");
    }

    @Test
    void whateverIsMovedTheAccountsSumToWhatIsRecognised() {
        long seed = 20_261_125;
        Random random = new Random(seed);
        Standing standing = standing("40.00");
        for (int round = 0; round < 300; round++) {
            List<Leg> legs = new ArrayList<>();
            List<Long> open = new ArrayList<>();
            for (int step = 0; step < 30; step++) {
                long some = 1L + random.nextInt(1_500);
                boolean isSettled = !open.isEmpty() && random.nextBoolean();
                Balance now = Balance.of(standing, legs);
                if (isSettled) {
                    long one = open.removeLast();
                    LegKind end = random.nextBoolean() ? LegKind.USED : LegKind.AVAILABLE;
                    legs.addAll(moved(LegKind.RESERVED, end, one));
                } else if (now.refusal(new Credits(some)) == null) {
                    open.add(some);
                    legs.addAll(moved(LegKind.AVAILABLE, LegKind.RESERVED, some));
                }
                Balance after = Balance.of(standing, legs);
                String place = "seed " + seed + ", round " + round + ", step " + step;
                assertThat(after.available().hundredths()).as(place).isNotNegative();
                assertThat(after.reserved().hundredths())
                        .as(place)
                        .isEqualTo(open.stream().mapToLong(one -> one).sum());
                assertThat(after.available())
                        .as(place)
                        .isEqualTo(after.recognised().plus(sum(legs, LegKind.AVAILABLE)));
            }
        }
    }

    private static List<Leg> moved(LegKind from, LegKind to, long hundredths) {
        Ends ends = new Ends(UUID.randomUUID(), from, to);
        return Movement.between(ends, 1, CYCLE, new Credits(hundredths)).legs();
    }

    private static Credits sum(List<Leg> legs, LegKind kind) {
        return new Credits(
                legs.stream()
                        .filter(leg -> leg.kind() == kind)
                        .mapToLong(leg -> leg.credits().hundredths())
                        .sum());
    }

    private static Standing standing(String credits) {
        Earned one = earned(2022, Level.CITY, Form.ONLINE, credits);
        return Standing.of(
                POLICY,
                new Entries(CYCLE, List.of(one)),
                TeacherFacts.SETTLED,
                LocalDate.of(2024, 5, 20));
    }
}
