package io.credithub.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals.FigureChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SignedTotalsTest {
    private static final SignedTotals SIGNED =
            new SignedTotals(
                    Map.of(
                            ReportFigure.IN_FORCE, 10L,
                            ReportFigure.CREDITS, 16_000L,
                            ReportFigure.RECOGNISED, 15_000L,
                            ReportFigure.OPEN_BREAKS, 3L));

    private static SignedTotals now(long inForce, long credits, long recognised, long breaks) {
        return new SignedTotals(
                Map.of(
                        ReportFigure.IN_FORCE, inForce,
                        ReportFigure.CREDITS, credits,
                        ReportFigure.RECOGNISED, recognised,
                        ReportFigure.OPEN_BREAKS, breaks,
                        ReportFigure.HELD, 99L));
    }

    @Test
    void whatIsOtherIsToldWithItsDifference() {
        assertThat(SIGNED.changes(now(10, 15_600, 15_000, 3), true))
                .containsExactly(new FigureChange(ReportFigure.CREDITS, 16_000, 15_600));
        assertThat(SIGNED.changes(now(10, 15_600, 15_000, 3), true).getFirst().difference())
                .isEqualTo(-400);
    }

    /// Breaks open and close by themselves: else the comparison would be a reason of itself.
    @Test
    void openBreaksAreNoChange() {
        assertThat(SIGNED.changes(now(10, 16_000, 15_000, 4), true)).isEmpty();
    }

    @Test
    void whatListsDoNotHaveYetIsNotCompared() {
        SignedTotals behind = now(10, 16_000, 14_000, 3);
        assertThat(SIGNED.changes(behind, true)).hasSize(1);
        assertThat(SIGNED.changes(behind, false)).isEmpty();
    }
}
