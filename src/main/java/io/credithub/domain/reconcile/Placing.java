package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.RegisteredProgramme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says which of a teacher's records count, which stand aside and which are held. First what
/// follows from each alone; then, in the order of rank, each is compared with those that count
/// already. What does not count sets nothing aside and holds nothing, so it may go or come without
/// a trace.
public final class Placing {
    private final ProgrammeRegister register;
    private final SourcePrecedence precedence;
    private final HoldRules holds;
    private final PairRules pairs;
    private final Impossible impossible;

    /// @param authority by the feed's code
    public Placing(
            ProgrammeRegister register,
            MatchingRules rules,
            SourcePrecedence precedence,
            Function<String, Authority> authority) {
        this.register = register;
        this.precedence = precedence;
        this.holds = new HoldRules(rules, authority);
        this.pairs = new PairRules(rules);
        this.impossible = new Impossible(rules);
    }

    /// Where a record is put.
    ///
    /// @param hold why it is held; of a refused one what would hold it today, if anything does
    /// @param peer the record that counts in its place, or that it is held for
    /// @param rule by which the two belong together
    public record Placed(
            VersionState state,
            @Nullable HoldReason hold,
            @Nullable MatchCandidate peer,
            @Nullable MatchRule rule) {
        static final Placed IN_FORCE = new Placed(VersionState.IN_FORCE, null, null, null);
    }

    /// Places records of one family.
    ///
    /// @return one place each
    public Map<MatchCandidate, Placed> placeFamily(
            Collection<MatchCandidate> records, PairDecisions decisions) {
        return place(records, decisions, false);
    }

    /// Places everything of a teacher: besides, what cannot be true together.
    ///
    /// @return one place each
    public Map<MatchCandidate, Placed> placeAll(
            Collection<MatchCandidate> records, PairDecisions decisions) {
        return place(records, decisions, true);
    }

    /// Places a record that there is no other to compare with.
    public Placed placeAlone(MatchCandidate record) {
        return alone(contender(record));
    }

    /// How far in front a record is: smaller comes first.
    public int precedence(MatchCandidate record) {
        return contender(record).precedence();
    }

    private Map<MatchCandidate, Placed> place(
            Collection<MatchCandidate> records, PairDecisions decisions, boolean isWhole) {
        Map<MatchCandidate, Placed> places = HashMap.newHashMap(records.size());
        List<Contender> open = new ArrayList<>(records.size());
        for (MatchCandidate record : records) {
            Contender contender = contender(record);
            Placed alone = alone(contender);
            places.put(record, alone);
            if (alone.state() == VersionState.IN_FORCE) open.add(contender);
        }
        if (open.size() < 2) return places;
        open.sort(Contender.RANK);
        CountingSet counting = new CountingSet(new SameByDecision(decisions), isWhole);
        for (Contender contender : open) places.put(contender.record, counting.place(contender));
        return places;
    }

    private Contender contender(MatchCandidate record) {
        RegisteredProgramme entry = register.find(record.title(), record.facts().completedOn());
        Level level = record.facts().level();
        if (entry != null && entry.level() != null) level = entry.level();
        return new Contender(record, entry, precedence.of(record.feed(), level));
    }

    /// A release lifts every reason but one: that a whole programme was withdrawn is undone in the
    /// register, for all who attended it, not record by record.
    private Placed alone(Contender contender) {
        Ruling ruling = contender.record.ruling();
        HoldReason hold = holds.of(contender);
        if (ruling == Ruling.REFUSED) return new Placed(VersionState.REFUSED, hold, null, null);
        boolean isLifted = ruling == Ruling.RELEASED && hold != HoldReason.PROGRAMME_WITHDRAWN;
        return hold == null || isLifted
                ? Placed.IN_FORCE
                : new Placed(VersionState.HELD, hold, null, null);
    }

    /// Those that count so far, in the order of rank.
    private final class CountingSet {
        private final SameByDecision decided;
        private final boolean isWhole;
        private final List<Contender> all = new ArrayList<>();
        private final Map<Integer, List<Contender>> families = new HashMap<>();

        CountingSet(SameByDecision decided, boolean isWhole) {
            this.decided = decided;
            this.isWhole = isWhole;
        }

        Placed place(Contender contender) {
            List<Contender> family =
                    families.computeIfAbsent(contender.record.family(), _ -> new ArrayList<>(2));
            Placed place = confirmed(contender, family);
            if (place == null) place = suspected(contender, family);
            if (place == null && isWhole) place = impossible(contender);
            if (place != null) return place;
            all.add(contender);
            family.add(contender);
            return Placed.IN_FORCE;
        }

        private @Nullable Placed confirmed(Contender contender, List<Contender> family) {
            for (Contender counts : all) {
                if (decided.isSame(contender.record.key(), counts.record.key())) {
                    return aside(counts, MatchRule.DECIDED_SAME);
                }
            }
            for (Contender counts : family) {
                MatchRule rule = pairs.between(contender, counts);
                if (rule != null && rule.kind() == MatchRule.MatchKind.CONFIRMED) {
                    return aside(counts, rule);
                }
            }
            return null;
        }

        private static Placed aside(Contender counts, MatchRule rule) {
            return new Placed(VersionState.ASIDE, null, counts.record, rule);
        }

        private @Nullable Placed suspected(Contender contender, List<Contender> family) {
            for (Contender counts : family) {
                MatchRule rule = pairs.between(contender, counts);
                if (rule == null || isDifferent(contender, counts)) continue;
                HoldReason hold =
                        rule == MatchRule.ALL_EQUAL
                                ? HoldReason.WITHIN_SOURCE
                                : HoldReason.SUSPECTED_COPY;
                return held(hold, counts, rule);
            }
            return null;
        }

        /// A release, too, says that it is plausible.
        private @Nullable Placed impossible(Contender contender) {
            if (contender.record.ruling() == Ruling.RELEASED) return null;
            List<Contender> others =
                    all.stream().filter(counts -> !isDifferent(contender, counts)).toList();
            for (Contender counts : others) {
                if (impossible.isInTwoPlaces(contender, counts)) {
                    return held(HoldReason.TWO_PLACES, counts, MatchRule.TWO_PLACES);
                }
            }
            Contender with = impossible.tooManyHoursWith(contender, others);
            return with == null ? null : held(HoldReason.HOURS_A_DAY, with, MatchRule.HOURS_A_DAY);
        }

        private boolean isDifferent(Contender one, Contender other) {
            return decided.isDifferent(one.record.key(), other.record.key());
        }

        private static Placed held(HoldReason hold, Contender counts, MatchRule rule) {
            return new Placed(VersionState.HELD, hold, counts.record, rule);
        }
    }
}
