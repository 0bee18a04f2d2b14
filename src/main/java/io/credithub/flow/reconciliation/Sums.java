package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.reconciliation.Figures.States;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Adds lines of the reconciliation up.
final class Sums {
    static final States NO_STATES =
            new States(0, 0, 0, 0, 0, 0, 0, Hours.NONE, Hours.NONE, Credits.ZERO, 0);

    private final List<FeedSums> lines;

    private Sums(List<FeedSums> lines) {
        this.lines = lines;
    }

    /// @param code of the sum
    static FeedSums of(String code, List<FeedSums> lines) {
        Sums sums = new Sums(lines);
        return new FeedSums(
                code,
                sums.sum(FeedSums::deliveries),
                sums.records(),
                new PersonCounts(
                        sums.known(line -> line.persons().declared()),
                        sums.sum(line -> line.persons().undeclared()),
                        sums.sum(line -> line.persons().received())),
                sums.hours(),
                sums.posted());
    }

    private RecordCounts records() {
        return new RecordCounts(
                known(line -> line.records().declared()),
                sum(line -> line.records().undeclared()),
                sum(line -> line.records().received()),
                sum(line -> line.records().accepted()),
                sum(line -> line.records().rejected()),
                sum(line -> line.records().duplicate()),
                sum(line -> line.records().waiting()),
                sum(line -> line.records().unprocessed()),
                new RecordCounts.Again(
                        sum(line -> line.records().again().replayed()),
                        sum(line -> line.records().again().open()),
                        sum(line -> line.records().again().underWay())));
    }

    private HourCounts hours() {
        Long declared =
                known(line -> {
                    Hours hours = line.hours().declared();
                    return hours == null ? null : hours.hundredths();
                });
        return new HourCounts(
                declared == null ? null : new Hours(declared),
                hours(line -> line.hours().undeclared()),
                hours(line -> line.hours().received()),
                hours(line -> line.hours().accepted()),
                hours(line -> line.hours().duplicate()),
                hours(line -> line.hours().waiting()));
    }

    private Posted posted() {
        return new Posted(
                sum(line -> line.posted().inForce()),
                sum(line -> line.posted().aside()),
                sum(line -> line.posted().held()),
                sum(line -> line.posted().refused()),
                sum(line -> line.posted().replaced()),
                hours(line -> line.posted().inForceHours()),
                hours(line -> line.posted().asideHours()),
                hours(line -> line.posted().heldHours()),
                hours(line -> line.posted().refusedHours()),
                hours(line -> line.posted().replacedHours()),
                new Credits(sum(line -> line.posted().credits().hundredths())),
                sum(line -> line.posted().teachersInForce()));
    }

    private long sum(ToLongFunction<FeedSums> value) {
        return lines.stream().mapToLong(value).sum();
    }

    private Hours hours(Function<FeedSums, Hours> value) {
        return new Hours(sum(line -> value.apply(line).hundredths()));
    }

    private @Nullable Long known(Function<FeedSums, @Nullable Long> value) {
        List<Long> known = lines.stream().map(value).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
    }
}
