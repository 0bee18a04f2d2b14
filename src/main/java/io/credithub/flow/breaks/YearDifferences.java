package io.credithub.flow.breaks;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Classification;
import io.credithub.domain.reconcile.Classification.YearFacts;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.YearState;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.TeacherAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What there is about the school years of a teacher: decided otherwise than the ledger says, lent,
/// without records, earned and not recognised.
///
/// @param years in which the hub has records of anybody: in others nobody is missed
public record YearDifferences(BreakQuestion question, KeptCycles kept, Set<Integer> years) {
    /// A school year of a teacher.
    public record TeacherYear(int teacher, int schoolYear) {}

    /// The years that are over and of which nothing of the teacher is in force.
    public List<TeacherYear> empty(TeacherAccount account) {
        List<TeacherYear> empty = new ArrayList<>();
        for (int year : years) {
            if (question.scope().covers(year) && isOver(year) && !isInForce(account, year)) {
                empty.add(new TeacherYear(account.teacher(), year));
            }
        }
        return empty;
    }

    private boolean isOver(int year) {
        return !question.today().day().isBefore(question.today().calendar().firstDayOf(year + 1));
    }

    private boolean isInForce(TeacherAccount account, int year) {
        int cycle = question.today().calendar().cycleOfSchoolYear(year);
        TeacherAccount.AccountCycle sums = account.cycles().get(cycle);
        if (sums == null) return false;
        int[] counts = sums.counts();
        for (int place = year - cycle; place < counts.length; place += Tally.YEARS) {
            if (counts[place] > 0) return true;
        }
        return false;
    }

    /// @param school of the teacher
    /// @param missed years of which nothing at all has come of the teacher
    public List<Discrepancy> of(
            TeacherAccount account, @Nullable String school, Set<Integer> missed) {
        Set<Integer> cycles = new TreeSet<>(account.cycles().keySet());
        for (int year : missed) cycles.add(question.today().calendar().cycleOfSchoolYear(year));
        Integer asked = question.scope().schoolYear();
        if (asked != null) {
            cycles.retainAll(Set.of(question.today().calendar().cycleOfSchoolYear(asked)));
        }
        List<Discrepancy> found = new ArrayList<>();
        for (int cycle : cycles) {
            Standing standing = kept.standing(account, cycle);
            for (YearStanding year : standing.years()) {
                if (!question.scope().covers(year.schoolYear())) continue;
                boolean isMissed = missed.contains(year.schoolYear()) && isAskedFor(year);
                Classification as =
                        Classification.ofYear(facts(account, standing, year, !isMissed));
                if (as != null) found.add(discrepancy(account, school, year, as));
            }
        }
        return found;
    }

    /// Neither before the teacher was registered nor after they left, nor let off.
    private static boolean isAskedFor(YearStanding year) {
        return year.state() == YearState.ENDED && year.minimum().hundredths() > 0;
    }

    private YearFacts facts(
            TeacherAccount account, Standing standing, YearStanding year, boolean hasRecords) {
        boolean isOpen = false;
        long inForce = 0;
        for (LoanStanding loan : standing.loans()) {
            if (loan.schoolYear() != year.schoolYear()) continue;
            inForce += loan.borrowed().hundredths();
            isOpen |= loan.isOpen();
        }
        long granted = 0;
        for (Loan loan : account.facts().loans()) {
            if (loan.schoolYear() == year.schoolYear()) granted += loan.credits().hundredths();
        }
        boolean isLoan = granted > 0 && (isOpen || inForce < granted);
        return new YearFacts(
                decided(year),
                isLoan ? BothSides.of(inForce, granted) : null,
                isOpen && isOver(year.schoolYear() + 1),
                hasRecords,
                year.cuts().isEmpty() ? null : sides(year.recognised(), year.earned()),
                floor(year));
    }

    private static @Nullable BothSides decided(YearStanding year) {
        YearStanding.DecidedYearStanding decided = year.decided();
        if (decided == null || !decided.inQuestion()) return null;
        return sides(decided.recognised().plus(decided.difference()), decided.recognised());
    }

    private static @Nullable BothSides floor(YearStanding year) {
        if (year.state() != YearState.ENDED && year.decided() == null) return null;
        for (YearFloor floor : year.floors()) {
            if (!floor.met()) return sides(floor.recognised(), floor.required());
        }
        return null;
    }

    private static BothSides sides(Credits ours, Credits theirs) {
        return BothSides.of(ours.hundredths(), theirs.hundredths());
    }

    private static Discrepancy discrepancy(
            TeacherAccount account, @Nullable String school, YearStanding year, Classification as) {
        return new Discrepancy(
                BreakSubject.ofYear(account.teacher(), year.schoolYear()),
                new BreakPlace(account.teacher(), account.division(), school, year.schoolYear()),
                null,
                null,
                BothSides.UNSTATED,
                amounts(as),
                as.fields(),
                as.code(),
                as.isInformation(),
                as.cause());
    }

    /// Of the field that gives the code; none where nothing came.
    private static BothSides amounts(Classification as) {
        return as.credits() == null ? BothSides.UNSTATED : as.credits();
    }
}
