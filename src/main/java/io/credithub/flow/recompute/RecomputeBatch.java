package io.credithub.flow.recompute;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.Posting.StandingUpdate;
import io.credithub.flow.ledger.PostingService.Afresh;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.recompute.BatchResult.RecordMove;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.RecordPlace;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.Recompute.Judges;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Residences;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Judges everything of some teachers by other rules: which awards come out otherwise, and where
/// the teachers are then. Used once.
final class RecomputeBatch {
    private static final CycleAmounts NOTHING =
            new CycleAmounts(Credits.ZERO, Credits.ZERO, Standing.Verdict.NOT_YET);

    private final Judges judges;
    private final LocalDate today;
    private final Occasion occasion;
    private final LedgerTransaction ledger;
    private final RecomputeBasis basis;
    private final Rulebook rules;
    private final AwardJudge pricing;
    private final Map<BatchResult.UnjudgedKind, Integer> unjudged = new HashMap<>();

    private record TeacherCycle(int teacher, int cycle) {}

    /// @param today what is due by now
    /// @param occasion the change of rules
    RecomputeBatch(
            Judges judges,
            LocalDate today,
            Occasion occasion,
            LedgerTransaction ledger,
            RecomputeBasis basis) {
        this.judges = judges;
        this.today = today;
        this.occasion = occasion;
        this.ledger = ledger;
        this.basis = basis;
        this.rules = basis.rules();
        this.pricing = new AwardJudge(rules);
    }

    /// What it comes to, with what would be written.
    record JudgedBatch(BatchResult stretch, Posting posting) {}

    /// @param teachers their numbers
    Uni<JudgedBatch> judge(List<Integer> teachers) {
        Set<Integer> whom = Set.copyOf(teachers);
        return ledger.accounts(teachers)
                .map(this::before)
                .chain(before ->
                        ledger.contentsOf(teachers)
                                .chain(contents -> decide(whom, contents))
                                .map(posting -> judged(whom, before, posting)));
    }

    /// Where the teachers are by the rules that their sums are of.
    private Map<TeacherCycle, CycleAmounts> before(List<TeacherAccount> accounts) {
        Map<TeacherCycle, CycleAmounts> before = new HashMap<>();
        KeptCycles kept = new KeptCycles(judges.policies(), rules, today);
        for (TeacherAccount account : accounts) {
            for (int cycle : account.cycles().keySet()) {
                Standing standing = kept.standing(account, cycle);
                before.put(new TeacherCycle(account.teacher(), cycle), amounts(standing));
            }
        }
        return before;
    }

    private static CycleAmounts amounts(Standing standing) {
        return new CycleAmounts(standing.earned(), standing.recognised(), standing.verdict());
    }

    private Uni<Posting> decide(Set<Integer> whom, List<RecordVersion> contents) {
        Uni<Residences> places =
                rules.isByPlace()
                        ? ledger.places(whom)
                        : Uni.createFrom().item(Residences.ANYWHERE);
        return Uni.combine()
                .all()
                .unis(places, matcher())
                .asTuple()
                .chain(known -> {
                    RecordMerge decision = new RecordMerge(known.getItem2(), contents);
                    decision.matchWhole(whom);
                    for (RecordVersion version : contents) {
                        reprice(decision, version, whom, known.getItem1());
                    }
                    return retitle(decision, known.getItem2(), ofThem(contents, whom))
                            .chain(() ->
                                    judges.postings()
                                            .resolve(
                                                    ledger,
                                                    decision,
                                                    new Afresh(whom, contents, rules)))
                            .map(totals -> Posting.of(occasion, decision, totals));
                });
    }

    private Uni<CopyMatcher> matcher() {
        CopyMatcher thought = basis.matcher();
        return thought == null
                ? judges.postings().matching(ledger)
                : Uni.createFrom().item(thought);
    }

    private static List<RecordVersion> ofThem(List<RecordVersion> contents, Set<Integer> whom) {
        return contents.stream()
                .filter(version ->
                        version.teacher() == RecordVersion.NOBODY
                                || whom.contains(version.teacher()))
                .toList();
    }

    private Uni<Void> retitle(
            RecordMerge decision, CopyMatcher matcher, List<RecordVersion> versions) {
        Programmes families = basis.families();
        if (families == null) return Uni.createFrom().voidItem();
        Map<RecordVersion, String> cores = new HashMap<>();
        for (RecordVersion version : versions) {
            Valuation worth = version.copy().worth();
            if (worth == null) continue;
            cores.put(
                    version, matcher.family(worth.training().title(), worth.facts().completedOn()));
        }
        return families.families(new HashSet<>(cores.values()))
                .invoke(numbers ->
                        cores.forEach((version, core) ->
                                decision.retitle(
                                        version, Objects.requireNonNull(numbers.get(core)))))
                .replaceWithVoid();
    }

    /// Of a teacher outside the stretch nothing is judged: their turn comes.
    private void reprice(
            RecordMerge decision, RecordVersion version, Set<Integer> whom, Residences where) {
        if (!basis.isRejudging()) return;
        Valuation worth = version.copy().worth();
        boolean isNobodys = version.teacher() == RecordVersion.NOBODY;
        if (worth == null || !(isNobodys || whom.contains(version.teacher()))) return;
        AwardJudge.Judged said =
                isNobodys
                        ? pricing.judge(worth.facts())
                        : pricing.judge(worth.facts(), where.of(version.teacher()));
        AwardAmounts price = said.price();
        if (price != null) decision.reprice(version, price, EntryReason.JUDGED_ANEW);
        else if (version.was() != null && version.was().isMatched()) note(version, said);
    }

    /// Records that wait for their teachers: they are judged for what they would be.
    Uni<Posting> judgeWaiting(List<UUID> records) {
        return Uni.combine()
                .all()
                .unis(ledger.contents(records), judges.postings().matching(ledger))
                .asTuple()
                .chain(known -> {
                    List<RecordVersion> contents = known.getItem1();
                    RecordMerge decision = new RecordMerge(known.getItem2(), contents);
                    for (RecordVersion version : contents) {
                        reprice(decision, version, Set.of(), Residences.ANYWHERE);
                    }
                    return judges.postings()
                            .resolve(ledger, decision, new Afresh(Set.of(), null, rules))
                            .map(totals -> Posting.of(occasion, decision, totals));
                });
    }

    private void note(RecordVersion version, AwardJudge.Judged said) {
        Facts facts = Objects.requireNonNull(version.copy().worth()).facts();
        String category = facts.training() instanceof SelfDirected result ? result.category() : "";
        BatchResult.UnjudgedKind kind =
                new BatchResult.UnjudgedKind(
                        version.teacher(),
                        said.by().number(),
                        facts.level(),
                        facts.training().form(),
                        category);
        unjudged.merge(kind, 1, Integer::sum);
    }

    private JudgedBatch judged(
            Set<Integer> whom, Map<TeacherCycle, CycleAmounts> before, Posting posting) {
        Map<TeacherCycle, Integer> awards = new HashMap<>();
        Set<RecordVersion> seen = new HashSet<>();
        for (var entry : posting.entries()) {
            if (!seen.add(entry.version())) continue;
            int cycle = rules.main().policy().cycleOf(entry.worth().facts().completedOn());
            awards.merge(new TeacherCycle(entry.teacher(), cycle), 1, Integer::sum);
        }
        List<TeacherChange> changes = new ArrayList<>();
        for (StandingUpdate stand : posting.standings()) {
            TeacherCycle place = new TeacherCycle(stand.teacher(), stand.cycle());
            CycleAmounts was = before.getOrDefault(place, NOTHING);
            CycleAmounts is = amounts(stand.standing());
            int changed = awards.getOrDefault(place, 0);
            if (changed == 0 && is.equals(was)) continue;
            changes.add(
                    new TeacherChange(stand.teacher(), null, stand.cycle(), "", changed, was, is));
        }
        return new JudgedBatch(
                new BatchResult(whom.size(), changes, unjudged, moves(posting)), posting);
    }

    private static List<RecordMove> moves(Posting posting) {
        List<RecordMove> moves = new ArrayList<>();
        for (RecordVersion version : posting.versions()) {
            VersionState was = version.was();
            if (was == null) continue;
            RecordPlace before = place(was, version.matchedWas());
            RecordPlace after = place(version.now(), version.matched());
            if (before.equals(after)) continue;
            moves.add(
                    new RecordMove(
                            version.copy().key(),
                            version.number(),
                            version.teacher(),
                            before,
                            after));
        }
        return moves;
    }

    private static RecordPlace place(VersionState state, RecordVersion.Matched matched) {
        return new RecordPlace(state, matched.hold(), matched.peer(), matched.rule());
    }
}
