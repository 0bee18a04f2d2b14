package io.credithub.flow.ledger;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The second half of every posting, whoever began it: the copies of the trainings concerned are
/// resolved, the ledger lines carried into the sums, and all of it written at once.
@Singleton
public final class PostingService {
    private final Policies policies;
    private final BookedLoan.Book loans;
    private final MatchingBook matching;
    private final InstantSource clock;

    public PostingService(
            Policies policies, BookedLoan.Book loans, MatchingBook matching, InstantSource clock) {
        this.policies = policies;
        this.loans = loans;
        this.matching = matching;
        this.clock = clock;
    }

    /// Makes the posting out of the resolved decision and its totals.
    public interface Completing extends BiFunction<RecordMerge, PostingTotals, Posting> {}

    /// Teachers whose standings must be computed again, whatever is posted.
    ///
    /// @param contents every content of their records, if it is at hand
    /// @param rules by which; absent: by those in force
    public record Afresh(
            Set<Integer> teachers,
            @Nullable List<RecordVersion> contents,
            @Nullable Rulebook rules) {
        static Afresh of(Set<Integer> teachers) {
            return new Afresh(teachers, null, null);
        }
    }

    /// @param afresh teachers whose standings must be computed again, whatever is posted
    public Uni<Posting> resolveAndPost(
            LedgerTransaction ledger,
            RecordMerge decision,
            Set<Integer> afresh,
            Completing completing) {
        return resolveAndPost(ledger, decision, Afresh.of(afresh), completing);
    }

    public Uni<Posting> resolveAndPost(
            LedgerTransaction ledger, RecordMerge decision, Afresh afresh, Completing completing) {
        return resolve(ledger, decision, afresh)
                .map(totals -> completing.apply(decision, totals))
                .call(ledger::write);
    }

    /// What would be written.
    public Uni<PostingTotals> resolve(
            LedgerTransaction ledger, RecordMerge decision, Afresh afresh) {
        return settle(ledger, decision).chain(() -> computeTotals(ledger, decision, afresh));
    }

    /// Has a decision settled with what the registry holds.
    public Uni<Void> settle(LedgerTransaction ledger, RecordMerge decision) {
        Set<FamilyKey> groups = decision.groups();
        List<RecordVersion> wholes = decision.wholes();
        Uni<Set<UUID>> crowded =
                wholes.isEmpty()
                        ? Uni.createFrom().item(Set.of())
                        : ledger.crowded(wholes, decision.sameInstant());
        return crowded.invoke(decision::crowd)
                .chain(() -> ledger.copies(groups, decision.concerned()))
                .invoke(decision::settle)
                .replaceWithVoid();
    }

    /// @param decision settled
    public Uni<Posting> post(
            LedgerTransaction ledger, RecordMerge decision, Completing completing) {
        return computeTotals(ledger, decision, Afresh.of(Set.of()))
                .map(totals -> completing.apply(decision, totals))
                .call(ledger::write);
    }

    private Uni<PostingTotals> computeTotals(
            LedgerTransaction ledger, RecordMerge decision, Afresh afresh) {
        Uni<Rulebook> by =
                afresh.rules() == null ? rules(ledger) : Uni.createFrom().item(afresh.rules());
        return by.chain(rules ->
                        ledger.accounts(teachers(decision, afresh.teachers()))
                                .chain(accounts -> standings(ledger, rules, accounts)))
                .chain(standings ->
                        restate(ledger, decision, afresh, standings).replaceWith(standings))
                .map(standings -> {
                    PostingTotals totals = new PostingTotals(standings);
                    for (int teacher : afresh.teachers()) totals.refresh(teacher);
                    for (RecordVersion version : decision.changes()) totals.move(version);
                    for (LedgerEntry entry : decision.entries()) totals.post(entry);
                    return totals;
                });
    }

    /// Few teachers have borrowed, and only of theirs more is asked.
    private Uni<StandingUpdater> standings(
            LedgerTransaction ledger, Rulebook rules, List<TeacherAccount> accounts) {
        Set<Integer> borrowers = new TreeSet<>();
        for (TeacherAccount account : accounts) {
            if (!account.facts().loans().isEmpty()) borrowers.add(account.teacher());
        }
        Uni<List<BookedLoan>> booked =
                borrowers.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : loans.booked(ledger, borrowers);
        return booked.map(theirs ->
                new StandingUpdater(new KeptCycles(policies, rules, today()), accounts, theirs));
    }

    /// What is judged by under this ledger lock.
    public Uni<Rulebook> rules(LedgerTransaction ledger) {
        return policies.rules(ledger.rules());
    }

    /// What records are matched by under this ledger lock. It asks what they were judged by, so the
    /// rules that another process has put in force must be known first.
    public Uni<CopyMatcher> matching(LedgerTransaction ledger) {
        return rules(ledger).chain(() -> matching.of(ledger.matching()));
    }

    /// Today, in the province.
    public LocalDate today() {
        return policies.dayOf(clock.instant());
    }

    /// Sums up anew what cannot be added to.
    private static Uni<Void> restate(
            LedgerTransaction ledger,
            RecordMerge decision,
            Afresh afresh,
            StandingUpdater standings) {
        Set<Integer> whom = standings.unsummable(afresh.teachers(), decision.entries());
        if (whom.isEmpty()) return Uni.createFrom().voidItem();
        Uni<List<RecordVersion>> stored =
                afresh.contents() != null && afresh.teachers().containsAll(whom)
                        ? Uni.createFrom().item(afresh.contents())
                        : ledger.contentsOf(whom);
        return stored.map(decision::inForceAfter)
                .invoke(inForce -> {
                    Map<Integer, List<RecordVersion>> theirs =
                            inForce.stream().collect(Collectors.groupingBy(RecordVersion::teacher));
                    for (int teacher : whom) {
                        standings.restate(teacher, theirs.getOrDefault(teacher, List.of()));
                    }
                })
                .replaceWithVoid();
    }

    /// Computes the standings of teachers again, and posts nothing else.
    public Uni<Posting> refresh(LedgerTransaction ledger, Set<Integer> teachers) {
        return matching(ledger)
                .map(matcher -> new RecordMerge(matcher, List.of()))
                .chain(nothing -> resolveAndPost(ledger, nothing, teachers, Posting::ofNoChunk));
    }

    private static Set<Integer> teachers(RecordMerge decision, Set<Integer> afresh) {
        Set<Integer> teachers = new HashSet<>(afresh);
        for (RecordVersion version : decision.changes()) {
            if (version.teacher() != RecordVersion.NOBODY) teachers.add(version.teacher());
            if (version.teacherWas() != RecordVersion.NOBODY) teachers.add(version.teacherWas());
        }
        return teachers;
    }
}
