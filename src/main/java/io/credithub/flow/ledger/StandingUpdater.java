package io.credithub.flow.ledger;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.ledger.Posting.StandingUpdate;
import io.credithub.flow.rules.Policies.NumberedPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries ledger lines into the standings of teachers. Where the requirements are those that the
/// sums are of, a line is added to them; else the sums are made anew from what is in force.
final class StandingUpdater {
    private final KeptCycles kept;
    private final Map<Integer, TeacherAccount> accounts = new HashMap<>();
    private final Map<Integer, List<BookedLoan>> booked;
    private final Set<Touched> touched = new LinkedHashSet<>();
    private final Set<Touched> restated = new HashSet<>();

    private record Touched(int teacher, int cycle) {}

    /// @param kept by the policies that entries were posted by, the rules and the day
    /// @param booked the loans of these teachers
    StandingUpdater(KeptCycles kept, Collection<TeacherAccount> accounts, List<BookedLoan> booked) {
        this.kept = kept;
        this.booked = booked.stream().collect(Collectors.groupingBy(BookedLoan::teacher));
        for (TeacherAccount account : accounts) this.accounts.put(account.teacher(), account);
    }

    @Nullable TeacherAccount account(int teacher) {
        return accounts.get(teacher);
    }

    TeacherAccount accountOf(int teacher) {
        TeacherAccount account = accounts.get(teacher);
        if (account == null) throw new IllegalStateException("no account of teacher " + teacher);
        return account;
    }

    /// Those whose sums cannot simply be added to: they are of other requirements than those asked
    /// now, or the same content counts once, which no sum can tell.
    ///
    /// @param afresh teachers whose every cycle is looked at
    /// @param entries that will be posted
    Set<Integer> unsummable(Set<Integer> afresh, Collection<LedgerEntry> entries) {
        Set<Integer> found = new HashSet<>();
        for (int teacher : afresh) {
            TeacherAccount account = accountOf(teacher);
            for (int cycle : account.cycles().keySet()) {
                if (isUnsummable(account, cycle)) found.add(teacher);
            }
        }
        for (LedgerEntry entry : entries) {
            TeacherAccount account = accountOf(entry.teacher());
            if (isUnsummable(account, cycleOf(entry))) found.add(entry.teacher());
        }
        return found;
    }

    private boolean isUnsummable(TeacherAccount account, int cycle) {
        NumberedPolicy asked = asked(account, cycle);
        if (asked.policy().terms().awards().once() != null) return true;
        TeacherAccount.AccountCycle sums = account.cycles().get(cycle);
        return sums != null && sums.policy() != asked.number();
    }

    /// Sums up anew what a teacher has in force, in every cycle whose sums cannot be added to.
    /// Entries of these cycles are then in the sums already.
    ///
    /// @param inForce once everything is posted
    void restate(int teacher, Collection<RecordVersion> inForce) {
        TeacherAccount account = accountOf(teacher);
        Map<Integer, List<Earned>> awards = new HashMap<>();
        for (int cycle : account.cycles().keySet()) awards.put(cycle, new ArrayList<>());
        for (RecordVersion version : inForce) {
            Valuation worth = Objects.requireNonNull(version.copy().worth());
            int cycle = kept.rules().main().policy().cycleOf(worth.facts().completedOn());
            awards.computeIfAbsent(cycle, _ -> new ArrayList<>()).add(earned(version, worth));
        }
        awards.forEach((cycle, earned) -> {
            if (!isUnsummable(account, cycle)) return;
            NumberedPolicy asked = asked(account, cycle);
            Entries entries = new Entries(cycle, earned);
            sums(account, cycle)
                    .restate(asked.number(), Tally.of(asked.policy(), entries, LocalDate.MAX));
            restated.add(new Touched(teacher, cycle));
        });
    }

    private static Earned earned(RecordVersion version, Valuation worth) {
        return new Earned(
                worth.facts(),
                new Credits(worth.price().credits()),
                worth.training().title().name(),
                version.copy().origin().recordId());
    }

    /// What is asked of a teacher in a cycle today.
    private NumberedPolicy asked(TeacherAccount account, int cycle) {
        return kept.rules().ofCycle(account.residences(), cycle, kept.today());
    }

    private int cycleOf(LedgerEntry entry) {
        return kept.rules().main().policy().cycleOf(entry.worth().facts().completedOn());
    }

    private TeacherAccount.AccountCycle sums(TeacherAccount account, int cycle) {
        return account.cycles()
                .computeIfAbsent(
                        cycle,
                        _ -> {
                            NumberedPolicy asked = asked(account, cycle);
                            Tally empty = Tally.empty(asked.policy(), cycle);
                            return new TeacherAccount.AccountCycle(
                                    true, asked.number(), empty, new int[0]);
                        });
    }

    /// Applies a line to its teacher's standing.
    ///
    /// @return what is kept of the cycle
    TeacherAccount.AccountCycle post(LedgerEntry entry) {
        TeacherAccount account = accountOf(entry.teacher());
        int cycle = cycleOf(entry);
        TeacherAccount.AccountCycle sums = sums(account, cycle);
        if (!restated.contains(new Touched(account.teacher(), cycle))) {
            long[] rows = rows(asked(account, cycle), entry);
            sums.tally().addRows(rows, entry.price().schoolYear(), entry.kind().sign());
        }
        sums.add(1, entry.credits());
        touched.add(new Touched(account.teacher(), cycle));
        return sums;
    }

    /// What an award adds to each requirement: as the version that awarded it splits it, or, where
    /// another version asks or a person adjusted it, as the one that asks splits what was awarded.
    private long[] rows(NumberedPolicy asked, LedgerEntry entry) {
        Facts facts = entry.worth().facts();
        if (asked.number() != entry.price().policy() || entry.price().isAdjusted()) {
            return asked.policy().split(facts, new Credits(entry.price().credits()));
        }
        return switch (kept.policies().numbered(entry.price().policy()).judge(facts)) {
            case Judgement.Awarded awarded -> awarded.award().lines();
            case Judgement.Unjudged _ ->
                    throw new IllegalStateException(
                            "posted, yet policy "
                                    + entry.price().policy()
                                    + " cannot judge "
                                    + entry.version().copy().key());
        };
    }

    /// Has every standing of a teacher computed again: what the roster says has changed.
    void refresh(int teacher) {
        touchAll(accountOf(teacher));
    }

    /// Loans tie cycles together, and have a standing in theirs though nothing was awarded in it.
    private void touchAll(TeacherAccount account) {
        for (TeacherFacts.Loan loan : account.facts().loans()) {
            sums(account, kept.rules().main().policy().cycleOfSchoolYear(loan.schoolYear()));
        }
        for (int cycle : account.cycles().keySet()) {
            touched.add(new Touched(account.teacher(), cycle));
        }
    }

    /// The standings that the lines have changed, ordered by teacher.
    List<StandingUpdate> standings() {
        for (Touched touch : List.copyOf(touched)) {
            TeacherAccount account = accountOf(touch.teacher());
            if (!account.facts().loans().isEmpty()) touchAll(account);
        }
        List<StandingUpdate> standings = new ArrayList<>(touched.size());
        for (Touched touch : touched) {
            TeacherAccount account = accountOf(touch.teacher());
            TeacherAccount.AccountCycle sums = account.cycles().get(touch.cycle());
            if (sums == null) throw new IllegalStateException("a touched cycle has sums");
            Standing standing = kept.standing(account, touch.cycle());
            standings.add(
                    new StandingUpdate(
                            account.teacher(), touch.cycle(), sums.policy(), sums, standing));
        }
        standings.sort(
                Comparator.comparingInt(StandingUpdate::teacher)
                        .thenComparingInt(StandingUpdate::cycle));
        return standings;
    }

    /// What loans change by what the lines have changed, ordered by teacher.
    List<LedgerMovement> adjustments() {
        LoanAdjustments loans = new LoanAdjustments(kept, kept.rules().main().number());
        List<LedgerMovement> adjustments = new ArrayList<>();
        new TreeMap<>(booked)
                .forEach((teacher, theirs) ->
                        adjustments.addAll(loans.of(accountOf(teacher), theirs)));
        return adjustments;
    }
}
