package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.expectation.DeclaredTotal;
import io.credithub.flow.expectation.DeclaredTotals;
import io.credithub.flow.expectation.DeclaredTotals.DeclarationKept;
import io.credithub.flow.expectation.MonthTotals;
import io.credithub.flow.expectation.MonthTotals.Arrived;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The latest declaration of a month counts, the earlier ones stay, and beside it stands what is
/// here, by the month of completion.
public abstract class DeclaredTotalsContract {
    private static final YearMonth MAY = YearMonth.of(2023, 5);
    private static final Instant THEN = Instant.parse("2023-06-10T01:02:03Z");

    private final Stores stores;
    private final DeclaredTotals totals;
    private final Steps steps;

    /// A month long ago of which nobody else says anything.
    private final YearMonth own =
            YearMonth.of(1991, 1).plusMonths(ThreadLocalRandom.current().nextInt(300));

    protected DeclaredTotalsContract(Stores stores, DeclaredTotals totals) {
        this.stores = stores;
        this.totals = totals;
        this.steps = new Steps(stores);
    }

    private DeclarationKept declare(YearMonth month, long records) {
        return declare(new DeclaredTotal(Stores.VENDOR, month, records, null, null, null));
    }

    private DeclarationKept declare(DeclaredTotal total) {
        return Steps.wait(totals.declare(total, "a-key", THEN));
    }

    private List<MonthTotals> months(YearMonth first, YearMonth last) {
        return Steps.wait(totals.months(Stores.VENDOR, first, last));
    }

    private MonthTotals may() {
        return months(MAY, MAY).stream()
                .findFirst()
                .orElseGet(() -> MonthTotals.of(Stores.VENDOR, MAY, null, Arrived.NOTHING));
    }

    @Test
    void theSameFiguresAgainAreTheSameDeclaration() {
        DeclaredTotal total =
                new DeclaredTotal(Stores.VENDOR, own, 3, 2L, new Hours(60_50), Credits.ZERO);
        DeclarationKept first = declare(total);
        assertThat(first.isNew()).isTrue();
        assertThat(first.declaration())
                .isEqualTo(
                        new Declaration(
                                3,
                                2L,
                                new Hours(60_50),
                                Credits.ZERO,
                                first.declaration().no(),
                                THEN,
                                "a-key"));
        DeclarationKept again =
                Steps.wait(totals.declare(total, "another-key", THEN.plusSeconds(9)));
        assertThat(again).isEqualTo(new DeclarationKept(first.declaration(), false));
    }

    @Test
    void aLaterDeclarationCountsAndTheEarlierStays() {
        int first = declare(own, 3).declaration().no();
        DeclarationKept second = declare(own, 4);
        assertThat(second.declaration().no()).isEqualTo(first + 1);
        assertThat(declare(own, 3).isNew()).as("3 is not the latest").isTrue();
        List<Declaration> history = Steps.wait(totals.history(Stores.VENDOR, own));
        assertThat(history.subList(first - 1, history.size()))
                .extracting(Declaration::records)
                .containsExactly(3L, 4L, 3L);
        MonthTotals month = months(own, own).getFirst();
        assertThat(Objects.requireNonNull(month.declared()).no()).isEqualTo(first + 2);
    }

    @Test
    void whatNeverArrivedIsTheDifferenceAndWhatWasNotSaidIsNone() {
        declare(new DeclaredTotal(Stores.VENDOR, own, 3, null, new Hours(60_00), null));
        MonthTotals month = months(own, own).getFirst();
        assertThat(month.received()).isZero();
        assertThat(month.difference())
                .isEqualTo(new MonthTotals.TotalDifference(3, null, new Hours(60_00), null));
        assertThat(month.fits()).isFalse();
    }

    @Test
    void aMonthOfWhichNothingIsSaidAndNothingCameIsNotTold() {
        YearMonth never = YearMonth.of(1990, 1);
        assertThat(months(never, never)).isEmpty();
        declare(own, 1);
        assertThat(months(own.minusMonths(1), own.plusMonths(1)))
                .extracting(MonthTotals::month)
                .contains(own)
                .isSorted();
        assertThat(Steps.wait(totals.months(null, own, own)))
                .extracting(MonthTotals::feed)
                .contains(Stores.VENDOR);
        assertThat(Steps.wait(totals.months(Stores.PROVINCE, own, own))).isEmpty();
    }

    @Test
    void recordsAreCountedByWhatBecameOfThem() {
        MonthTotals before = may();
        int teacher = steps.teacher("T");
        steps.post(Stores.VENDOR, "counts", teacher, 1, 30);
        steps.post(Stores.PROVINCE, "other-feed", steps.teacher("U"), 1, 40);
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        steps.post(chunk, steps.arrival(chunk, "waits", RecordVersion.NOBODY, 1, 20));
        MonthTotals after = may();
        assertThat(after.inForce().records() - before.inForce().records()).isEqualTo(1);
        assertThat(after.inForce().hours().hundredths() - before.inForce().hours().hundredths())
                .isEqualTo(30_00);
        assertThat(after.waiting().records() - before.waiting().records()).isEqualTo(1);
        assertThat(after.persons() - before.persons()).isEqualTo(1);
        assertThat(after.received() - before.received()).isEqualTo(2);
    }

    @Test
    void whatIsTakenBackStaysInTheMonthOfItsLastContent() {
        int teacher = steps.teacher("T");
        steps.post(Stores.VENDOR, "R", teacher, 1, 30);
        MonthTotals before = may();
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        steps.post(chunk, steps.arrival(chunk, "R", teacher, 2, null));
        MonthTotals after = may();
        assertThat(after.withdrawn().records() - before.withdrawn().records()).isEqualTo(1);
        assertThat(after.withdrawn().hours().hundredths() - before.withdrawn().hours().hundredths())
                .isEqualTo(30_00);
        assertThat(after.inForce().records() - before.inForce().records()).isEqualTo(-1);
        assertThat(after.received()).isEqualTo(before.received());
    }

    @Test
    void whatWasDeclaredIsHeldAgainstWhatIsHereAndWaits() {
        steps.post(Stores.VENDOR, "R", steps.teacher("T"), 1, 30);
        MonthTotals before = may();
        long here = before.accepted().records() + before.waiting().records();
        declare(MAY, here + 2);
        MonthTotals.TotalDifference difference = Objects.requireNonNull(may().difference());
        assertThat(difference.records()).isEqualTo(2);
        assertThat(difference.persons()).isNull();
        declare(MAY, here);
        assertThat(may().fits()).isTrue();
    }
}
