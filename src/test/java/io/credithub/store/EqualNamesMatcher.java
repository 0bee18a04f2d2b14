package io.credithub.store;

import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.Placement;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// As records were matched before there were rules for it: whatever has the same name, level and
/// day is one training, and nothing is ever held.
record EqualNamesMatcher(CopyMatcher now) implements CopyMatcher {
    private record NameAndDay(String name, Level level, LocalDate day) {
        static NameAndDay of(RecordVersion record) {
            Valuation worth = Objects.requireNonNull(record.copy().worth());
            return new NameAndDay(
                    worth.training().title().name(),
                    worth.facts().level(),
                    worth.facts().completedOn());
        }
    }

    @Override
    public Map<RecordVersion, Placement> placeFamily(
            Collection<RecordVersion> records, PairDecisions decisions) {
        List<RecordVersion> sorted =
                records.stream()
                        .sorted(
                                Comparator.comparingInt(this::precedence)
                                        .thenComparing(record -> record.copy().key()))
                        .toList();
        Map<NameAndDay, RecordVersion> counting = new HashMap<>();
        Map<RecordVersion, Placement> placements = new HashMap<>();
        for (RecordVersion record : sorted) {
            RecordVersion first = counting.putIfAbsent(NameAndDay.of(record), record);
            placements.put(
                    record,
                    first == null
                            ? Placement.IN_FORCE
                            : Placement.aside(first, MatchRule.SAME_NAME_AND_DAY));
        }
        return placements;
    }

    @Override
    public Map<RecordVersion, Placement> placeAll(
            Collection<RecordVersion> records, PairDecisions decisions) {
        return placeFamily(records, decisions);
    }

    @Override
    public boolean isSoughtInOwnFeed(RecordVersion record) {
        return now.isSoughtInOwnFeed(record);
    }

    @Override
    public int reach() {
        return now.reach();
    }

    @Override
    public boolean isRoleRuled(Valuation worth) {
        return now.isRoleRuled(worth);
    }

    @Override
    public int sameInstant() {
        return now.sameInstant();
    }

    @Override
    public int precedence(RecordVersion record) {
        return now.precedence(record);
    }

    @Override
    public String family(ProgrammeTitle title, LocalDate day) {
        return title.name();
    }
}
