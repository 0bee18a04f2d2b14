package io.credithub.domain.reconcile;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.Placement;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has [Placing] decide about the contents of records as the ledger knows them.
public final class Matching implements CopyMatcher {
    private final ProgrammeRegister register;
    private final MatchingRules rules;
    private final Placing placing;
    private final RoleRulings roles;

    /// @param authority by the feed's code
    public Matching(
            ProgrammeRegister register,
            MatchingRules rules,
            SourcePrecedence precedence,
            Function<String, Authority> authority,
            RoleRulings roles) {
        this.register = register;
        this.rules = rules;
        this.roles = roles;
        this.placing = new Placing(register, rules, precedence, authority);
    }

    /// Where no register, no matching file and no feed says anything.
    ///
    /// @param precedence of systems
    public static Matching by(SourcePrecedence precedence) {
        return new Matching(
                ProgrammeRegister.EMPTY,
                MatchingRules.DEFAULT,
                precedence,
                _ -> Authority.ANY,
                RoleRulings.SILENT);
    }

    @Override
    public Map<RecordVersion, Placement> placeFamily(
            Collection<RecordVersion> records, PairDecisions decisions) {
        return records.size() == 1
                ? alone(records.iterator().next())
                : place(records, decisions, placing::placeFamily);
    }

    @Override
    public Map<RecordVersion, Placement> placeAll(
            Collection<RecordVersion> records, PairDecisions decisions) {
        return records.size() == 1
                ? alone(records.iterator().next())
                : place(records, decisions, placing::placeAll);
    }

    /// As most records of a load are.
    private Map<RecordVersion, Placement> alone(RecordVersion record) {
        return Map.of(record, placement(placing.placeAlone(candidate(record)), Map.of()));
    }

    private Map<RecordVersion, Placement> place(
            Collection<RecordVersion> records,
            PairDecisions decisions,
            BiFunction<
                            Collection<MatchCandidate>,
                            PairDecisions,
                            Map<MatchCandidate, Placing.Placed>>
                    placing) {
        Map<UUID, RecordVersion> byKey = HashMap.newHashMap(records.size());
        Map<RecordVersion, MatchCandidate> candidates = HashMap.newHashMap(records.size());
        for (RecordVersion record : records) {
            byKey.put(record.copy().key(), record);
            candidates.put(record, candidate(record));
        }
        Map<MatchCandidate, Placing.Placed> placed = placing.apply(candidates.values(), decisions);
        Map<RecordVersion, Placement> placements = HashMap.newHashMap(records.size());
        candidates.forEach((record, candidate) ->
                placements.put(
                        record, placement(Objects.requireNonNull(placed.get(candidate)), byKey)));
        return placements;
    }

    private static Placement placement(Placing.Placed placed, Map<UUID, RecordVersion> byKey) {
        MatchCandidate peer = placed.peer();
        @Nullable RecordVersion counts = peer == null ? null : byKey.get(peer.key());
        return new Placement(placed.state(), placed.hold(), counts, placed.rule());
    }

    private MatchCandidate candidate(RecordVersion record) {
        Valuation worth = Objects.requireNonNull(record.copy().worth());
        TrainingRef training = worth.training();
        Origin origin = record.copy().origin();
        return new MatchCandidate(
                record.copy().key(),
                origin.feedCode(),
                origin.recordId(),
                training.family(),
                training.title(),
                worth.facts(),
                training.startedOn(),
                isRoleRuled(worth),
                record.isCrowded(),
                worth.evidence(),
                worth.price().credits(),
                record.ruling());
    }

    /// Within a feed only one entry of the register makes two of what is not equal in everything.
    @Override
    public boolean isSoughtInOwnFeed(RecordVersion record) {
        Valuation worth = record.copy().worth();
        return worth != null
                && register.find(worth.training().title(), worth.facts().completedOn()) != null;
    }

    @Override
    public int reach() {
        return rules.reach();
    }

    @Override
    public boolean isRoleRuled(Valuation worth) {
        return roles.isRuled(worth.price().policy(), worth.facts());
    }

    @Override
    public int sameInstant() {
        return rules.sameInstant();
    }

    @Override
    public int precedence(RecordVersion record) {
        return placing.precedence(candidate(record));
    }

    @Override
    public String family(ProgrammeTitle title, LocalDate day) {
        return register.family(title, day);
    }
}
