package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainReasonsTest {
    private static final UUID RECORD = new UUID(1, 2);
    private static final Cause CAUSE = new Cause(RECORD, 2, VersionRule.REVISION);
    private static final Occasion OCCASION = Occasion.chunk(7, 3);

    @Test
    void everythingThatSaysWhyIsCovered() {
        List<byte[]> all =
                List.of(
                        bytes(OCCASION, EntryReason.CORRECTED, CAUSE),
                        bytes(Occasion.chunk(8, 3), EntryReason.CORRECTED, CAUSE),
                        bytes(Occasion.chunk(7, 4), EntryReason.CORRECTED, CAUSE),
                        bytes(Occasion.recomputation(7), EntryReason.CORRECTED, CAUSE),
                        bytes(Occasion.NONE, EntryReason.CORRECTED, CAUSE),
                        bytes(OCCASION, EntryReason.WITHDRAWN, CAUSE),
                        bytes(OCCASION, EntryReason.CORRECTED, null),
                        bytes(
                                OCCASION,
                                EntryReason.CORRECTED,
                                new Cause(new UUID(1, 3), 2, VersionRule.REVISION)),
                        bytes(
                                OCCASION,
                                EntryReason.CORRECTED,
                                new Cause(RECORD, 3, VersionRule.REVISION)),
                        bytes(
                                OCCASION,
                                EntryReason.CORRECTED,
                                new Cause(RECORD, 2, VersionRule.UPDATED)));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void noCodeMeansTwoThings() {
        for (EntryReason reason : EntryReason.values()) {
            assertThat(EntryReason.of(reason.code())).isEqualTo(reason);
            assertThat(reason.code()).isLessThanOrEqualTo(50);
        }
        for (Movement.MovementReason reason : Movement.MovementReason.values()) {
            assertThat(reason.code()).isGreaterThan(50);
        }
        assertThat(Movement.MovementReason.values())
                .extracting(Movement.MovementReason::code)
                .doesNotHaveDuplicates();
        for (Criterion criterion : VersionRule.values()) {
            assertThat(Criterion.of(criterion.code())).isEqualTo(criterion);
        }
        for (Criterion criterion : SurvivorshipRule.values()) {
            assertThat(Criterion.of(criterion.code())).isEqualTo(criterion);
        }
    }

    private static byte[] bytes(Occasion occasion, EntryReason reason, @Nullable Cause cause) {
        Chain chain = new Chain(1, occasion);
        chain.add(
                new Chain.ChainLine(
                        1, 1, 9, RECORD, 1, 2, 2022, 1, 4, -800, -800, 0, reason.code(), cause));
        return chain.toBytes();
    }
}
