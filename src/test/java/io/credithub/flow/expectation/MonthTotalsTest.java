package io.credithub.flow.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.MonthTotals.Arrived;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.credithub.flow.expectation.MonthTotals.Share;
import io.credithub.flow.expectation.MonthTotals.TotalDifference;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MonthTotalsTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static Share share(int records) {
        return new Share(records, new Hours(records * 10_00L), new Credits(records * 3_33L));
    }

    /// 4 in force, 2 aside, 1 held, 1 waiting, 3 withdrawn, 5 rejected; 8 accepted or waiting.
    private static Arrived arrived(long sourceStated) {
        return new Arrived(
                share(4),
                share(2),
                share(1),
                Share.NONE,
                share(1),
                share(3),
                5,
                6,
                sourceStated,
                new Credits(21_00));
    }

    private static MonthTotals of(
            long records, @Nullable Long persons, @Nullable Credits credits, long sourceStated) {
        Declaration said =
                new Declaration(
                        records, persons, new Hours(100_00), credits, 1, Instant.EPOCH, "key");
        return MonthTotals.of("vendor", MAY, said, arrived(sourceStated));
    }

    @Test
    void whatNeverArrivedIsWhatIsDeclaredAndNotHere() {
        MonthTotals month = of(10, 7L, new Credits(30_00), 7);
        assertThat(month.difference())
                .isEqualTo(new TotalDifference(2, 1L, new Hours(20_00), new Credits(9_00)));
        assertThat(month.fits()).isFalse();
    }

    @Test
    void receivedIsAllThatCameOfTheMonth() {
        MonthTotals month = of(8, null, null, 7);
        assertThat(month.accepted()).isEqualTo(share(7));
        assertThat(month.received()).isEqualTo(7 + 1 + 3 + 5);
    }

    @Test
    void whatOneSideDoesNotStateIsNoDifference() {
        TotalDifference difference = of(8, null, null, 7).difference();
        assertThat(difference).isEqualTo(new TotalDifference(0, null, new Hours(20_00), null));
        assertThat(Objects.requireNonNull(of(8, null, new Credits(1), 6).difference()).credits())
                .as("one record does not say its credits")
                .isNull();
    }

    @Test
    void aMonthOfWhichNothingIsDeclaredFits() {
        MonthTotals month = MonthTotals.of("vendor", MAY, null, arrived(0));
        assertThat(month.difference()).isNull();
        assertThat(month.fits()).isTrue();
    }
}
