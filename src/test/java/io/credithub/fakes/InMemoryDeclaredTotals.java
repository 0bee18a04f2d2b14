package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.DeclaredTotal;
import io.credithub.flow.expectation.DeclaredTotals;
import io.credithub.flow.expectation.MonthTotals;
import io.credithub.flow.expectation.MonthTotals.Arrived;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.credithub.flow.expectation.MonthTotals.Share;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What feeds declare, in memory. Of rejected records it knows nothing.
public final class InMemoryDeclaredTotals implements DeclaredTotals {
    private final InMemoryLedger ledger;
    private final Map<FeedMonth, List<Declaration>> declared = new TreeMap<>();

    InMemoryDeclaredTotals(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    private record FeedMonth(String feed, YearMonth month) implements Comparable<FeedMonth> {
        @Override
        public int compareTo(FeedMonth other) {
            return Comparator.comparing(FeedMonth::feed)
                    .thenComparing(FeedMonth::month)
                    .compare(this, other);
        }
    }

    @Override
    public Uni<DeclarationKept> declare(DeclaredTotal total, String by, Instant at) {
        return Uni.createFrom().item(() -> kept(total, by, at));
    }

    private synchronized DeclarationKept kept(DeclaredTotal total, String by, Instant at) {
        FeedMonth of = new FeedMonth(total.feed(), total.month());
        List<Declaration> all = declared.computeIfAbsent(of, _ -> new ArrayList<>());
        Declaration news =
                new Declaration(
                        total.records(),
                        total.persons(),
                        total.hours(),
                        total.credits(),
                        all.size() + 1,
                        at,
                        by);
        if (!all.isEmpty() && isSame(all.getLast(), news)) {
            return new DeclarationKept(all.getLast(), false);
        }
        all.add(news);
        return new DeclarationKept(news, true);
    }

    private static boolean isSame(Declaration one, Declaration other) {
        return one.records() == other.records()
                && Objects.equals(one.persons(), other.persons())
                && Objects.equals(one.hours(), other.hours())
                && Objects.equals(one.credits(), other.credits());
    }

    @Override
    public Uni<List<Declaration>> history(String feed, YearMonth month) {
        return Uni.createFrom()
                .item(() ->
                        List.copyOf(declared.getOrDefault(new FeedMonth(feed, month), List.of())));
    }

    @Override
    public Uni<List<MonthTotals>> months(@Nullable String feed, YearMonth first, YearMonth last) {
        return Uni.createFrom()
                .item(() -> {
                    Map<FeedMonth, MonthSums> months = new TreeMap<>();
                    declared.keySet().forEach(one -> months.put(one, new MonthSums()));
                    for (Map.Entry<Place, StoredContent> one :
                            ledger.committed().contents.entrySet()) {
                        add(months, one.getValue());
                    }
                    return months.entrySet().stream()
                            .filter(one -> feed == null || feed.equals(one.getKey().feed))
                            .filter(one -> !one.getKey().month.isBefore(first))
                            .filter(one -> !one.getKey().month.isAfter(last))
                            .map(one ->
                                    MonthTotals.of(
                                            one.getKey().feed,
                                            one.getKey().month,
                                            latest(one.getKey()),
                                            one.getValue().arrived()))
                            .toList();
                });
    }

    private @Nullable Declaration latest(FeedMonth of) {
        List<Declaration> all = declared.get(of);
        return all == null ? null : all.getLast();
    }

    private void add(Map<FeedMonth, MonthSums> months, StoredContent content) {
        if (content.state() == VersionState.SUPERSEDED) return;
        Valuation worth =
                content.state() == VersionState.WITHDRAWN
                        ? lastOf(content)
                        : content.copy().worth();
        if (worth == null) return;
        String feed = content.copy().origin().feedCode();
        YearMonth month = YearMonth.from(worth.facts().completedOn());
        months.computeIfAbsent(new FeedMonth(feed, month), _ -> new MonthSums())
                .add(content, worth);
    }

    /// The last content of a record that says something.
    private @Nullable Valuation lastOf(StoredContent withdrawn) {
        return ledger.committed().contents.values().stream()
                .filter(one -> one.copy().key().equals(withdrawn.copy().key()))
                .filter(one -> one.copy().worth() != null)
                .max(Comparator.comparing(StoredContent::order))
                .map(one -> one.copy().worth())
                .orElse(null);
    }

    private static final class MonthSums {
        private final Map<VersionState, Share> shares = new EnumMap<>(VersionState.class);
        private final Set<Integer> persons = new HashSet<>();
        private long stated;
        private long sourceCredits;

        void add(StoredContent content, Valuation worth) {
            Share was = of(content.state());
            shares.put(
                    content.state(),
                    new Share(
                            was.records() + 1,
                            new Hours(
                                    was.hours().hundredths()
                                            + worth.facts().training().hourHundredths()),
                            was.credits().plus(new Credits(worth.price().credits()))));
            boolean isAccepted = content.state().isMatched();
            if (isAccepted && content.teacher() != RecordVersion.NOBODY) {
                persons.add(content.teacher());
            }
            Integer own = worth.sourceCredits();
            if (isAccepted && own != null) {
                stated++;
                sourceCredits += own;
            }
        }

        private Share of(VersionState state) {
            return shares.getOrDefault(state, Share.NONE);
        }

        Arrived arrived() {
            return new Arrived(
                    of(VersionState.IN_FORCE),
                    of(VersionState.ASIDE),
                    of(VersionState.HELD),
                    of(VersionState.REFUSED),
                    of(VersionState.WAITING),
                    of(VersionState.WITHDRAWN),
                    0,
                    persons.size(),
                    stated,
                    new Credits(sourceCredits));
        }
    }
}
