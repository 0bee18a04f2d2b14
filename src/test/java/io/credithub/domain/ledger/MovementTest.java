package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.LegKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MovementTest {
    @Test
    void whatDoesNotSumToZeroIsNoMovement() {
        Leg one = new Leg(LegKind.BORROWED, 2023, new Credits(270));
        Leg less = new Leg(LegKind.OWED, 2024, new Credits(-269));
        for (List<Leg> legs : List.of(List.<Leg>of(), List.of(one), List.of(one, less))) {
            assertThatThrownBy(() -> new Movement(UUID.randomUUID(), 1, legs))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void noTwoKindsOfLinesShareACode() {
        IntStream awards =
                IntStream.of(
                        LedgerEntry.EntryKind.AWARD.code(), LedgerEntry.EntryKind.REVERSAL.code());
        IntStream moved = List.of(LegKind.values()).stream().mapToInt(LegKind::code);
        assertThat(IntStream.concat(awards, moved)).doesNotHaveDuplicates();
        for (LegKind kind : LegKind.values()) assertThat(LegKind.of(kind.code())).isEqualTo(kind);
    }
}
