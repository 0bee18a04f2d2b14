package io.credithub.fakes;

import io.credithub.domain.ledger.Valuation;
import io.credithub.flow.programme.KnownTitles;
import io.credithub.flow.programme.TitleCounts;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The titles of records in memory.
public final class InMemoryTitles implements KnownTitles, TitleCounts {
    private final InMemoryLedger ledger;
    private final InMemoryProgrammes programmes;

    public InMemoryTitles(InMemoryLedger ledger, InMemoryProgrammes programmes) {
        this.ledger = ledger;
        this.programmes = programmes;
    }

    @Override
    public Uni<List<NumberedTitle>> all() {
        return Uni.createFrom().item(programmes::all);
    }

    @Override
    public Uni<List<CountedTitle>> counted() {
        return Uni.createFrom()
                .item(() -> {
                    Map<Integer, Set<UUID>> records = new TreeMap<>();
                    Map<Integer, Set<Integer>> teachers = new TreeMap<>();
                    for (StoredContent content : ledger.committed().contents.values()) {
                        Valuation worth = content.copy().worth();
                        if (worth == null || !content.state().isMatched()) continue;
                        int programme = worth.training().programme();
                        records.computeIfAbsent(programme, _ -> new HashSet<>())
                                .add(content.copy().key());
                        teachers.computeIfAbsent(programme, _ -> new HashSet<>())
                                .add(content.teacher());
                    }
                    return records.entrySet().stream()
                            .map(one ->
                                    new CountedTitle(
                                            programmes.title(one.getKey()),
                                            programmes.name(one.getKey()),
                                            one.getValue().size(),
                                            teachers.getOrDefault(one.getKey(), Set.of()).size()))
                            .sorted(
                                    Comparator.comparingLong(CountedTitle::records)
                                            .reversed()
                                            .thenComparing(one -> one.title().name()))
                            .toList();
                });
    }
}
