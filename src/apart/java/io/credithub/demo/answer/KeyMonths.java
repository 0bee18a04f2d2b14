package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.TrainingHistory;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the feeds' records of each month of completion come to in the end, and what the feeds
/// declare of it: mostly that.
public final class KeyMonths {
    private static final int WAYS = 3;
    private static final List<SourceSystem> FEEDS = List.of(SourceSystem.values());

    private final Map<CompletionMonth, MonthSums> months = new TreeMap<>();

    private record CompletionMonth(SourceSystem system, YearMonth month)
            implements Comparable<CompletionMonth> {
        boolean isEarly() {
            return month.equals(SimulatedYears.DECLARED_EARLY);
        }

        /// The same in every run, which no hash code of an enum is.
        long lot() {
            return (system.feed() + month).hashCode();
        }

        @Override
        public int compareTo(CompletionMonth other) {
            return Comparator.comparing(CompletionMonth::system)
                    .thenComparing(CompletionMonth::month)
                    .compare(this, other);
        }
    }

    private static final class MonthSums {
        private long records;
        private long hourHundredths;
        private final Set<String> persons = new HashSet<>();

        DeclaredMonth as(CompletionMonth of, boolean isRight) {
            return new DeclaredMonth(
                    of.system, of.month, records, persons.size(), hourHundredths, isRight);
        }
    }

    /// Counts one teacher's records. Those that wait for somebody have hours, but are nobody's.
    public void add(TrainingHistory life, Optional<InjectedCase> planted) {
        String person = life.teacher().number();
        KeyRecords.of(life).forEach(record -> add(record).persons.add(person));
        planted.ifPresent(found -> {
            KeyRecords.of(found).forEach(record -> add(record).persons.add(person));
            KeyRecords.waiting(found).forEach(this::add);
        });
    }

    private MonthSums add(KeyRecord record) {
        CompletionMonth of = new CompletionMonth(record.system(), YearMonth.from(record.lastDay()));
        MonthSums sums = months.computeIfAbsent(of, _ -> new MonthSums());
        sums.records++;
        sums.hourHundredths += record.hours();
        return sums;
    }

    /// Every month, of which so many are declared wrongly: of at most half of those that there are
    /// one figure, and beside them months of years of which nothing ever came. What is declared
    /// early is right: it is there for what comes too late for it.
    public List<DeclaredMonth> declared(int wrong, long seed) {
        List<CompletionMonth> order = new ArrayList<>(months.keySet());
        order.sort(
                Comparator.comparing(CompletionMonth::isEarly)
                        .thenComparingLong(month -> SeededRandom.mixed(seed ^ month.lot())));
        List<DeclaredMonth> declared = new ArrayList<>();
        int off = Math.min(wrong, order.size() / 2);
        for (int i = 0; i < order.size(); i++) {
            MonthSums sums = months.getOrDefault(order.get(i), new MonthSums());
            DeclaredMonth right = sums.as(order.get(i), i >= off);
            declared.add(i < off ? spoilt(right, i % WAYS) : right);
        }
        for (int i = 0; i < wrong - off; i++) declared.add(ofNothing(i));
        return declared;
    }

    private static DeclaredMonth spoilt(DeclaredMonth right, int way) {
        return new DeclaredMonth(
                right.system(),
                right.month(),
                right.records() + (way == 0 ? 1 : 0),
                right.persons() + (way == 1 ? 1 : 0),
                right.hourHundredths() + (way == 2 ? 100 : 0),
                false);
    }

    private static DeclaredMonth ofNothing(int number) {
        SourceSystem system = FEEDS.get(number % FEEDS.size());
        YearMonth last = YearMonth.from(SimulatedYears.start(SimulatedYears.FIRST)).minusMonths(1);
        YearMonth month = last.minusMonths(number / FEEDS.size());
        return new DeclaredMonth(system, month, 1 + number % WAYS, 1, 1_000, false);
    }
}
