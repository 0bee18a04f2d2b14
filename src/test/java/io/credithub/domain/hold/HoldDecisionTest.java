package io.credithub.domain.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.HoldReason.HoldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HoldDecisionTest {
    @ParameterizedTest
    @EnumSource(HoldReason.class)
    void aSuspectedCopyIsTheSameOrNotAndAnythingElseCountsOrNot(HoldReason reason) {
        boolean isSuspected = reason.kind() == HoldKind.SUSPECTED;
        assertThat(HoldDecision.SAME.answers(reason)).isEqualTo(isSuspected);
        assertThat(HoldDecision.DIFFERENT.answers(reason)).isEqualTo(isSuspected);
        assertThat(HoldDecision.RELEASE.answers(reason)).isEqualTo(!isSuspected);
        assertThat(HoldDecision.REFUSE.answers(reason)).isEqualTo(!isSuspected);
    }

    @ParameterizedTest
    @EnumSource(HoldDecision.class)
    void aDecisionIsFoundByItsCode(HoldDecision decision) {
        assertThat(HoldDecision.of(decision.code())).isEqualTo(decision);
    }
}
