package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.fakes.StoredBank.Decided;
import io.credithub.fakes.StoredBank.Of;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.Bank.Confirmed;
import io.credithub.flow.bank.Bank.DecidedYear;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.bank.Bank.LoanRecord;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.bank.BankAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes acts of the bank down: each is a row added, or the end set on one that has none yet.
///
/// @param stamp of the act
record BankBook(StoredBank bank, Stamp stamp) {
    /// @return false if there is such a thing already, or nothing to end
    boolean write(BankAct act) {
        return switch (act) {
            case BankAct.Exempt one -> exempt(one);
            case BankAct.EndExemption one -> endExemption(one.act());
            case BankAct.Decide one -> decide(one);
            case BankAct.Confirm one -> confirm(one);
            case BankAct.Reopen one -> reopen(one);
            case BankAct.Lend one -> lend(one);
            case BankAct.GiveBack one -> giveBack(one.act());
            case BankAct.Reserve one -> reserve(one);
            case BankAct.Settle one -> settle(one);
        };
    }

    private boolean exempt(BankAct.Exempt one) {
        boolean isThere =
                StoredBank.of(one.teacher(), bank.exemptions).stream()
                        .filter(other -> other.ended() == null)
                        .filter(other -> other.schoolYear() == one.schoolYear())
                        .anyMatch(other -> other.kind().equals(one.kind()));
        if (isThere) return false;
        UUID id = one.act().id();
        String evidence = ResidentId.masked(one.evidence());
        return put(
                bank.exemptions,
                one.act(),
                new ExemptionRecord(id, one.kind(), one.schoolYear(), evidence, stamp, null));
    }

    private static <T> boolean put(Map<UUID, Of<T>> all, ActHeader act, T what) {
        all.put(act.id(), new Of<>(act.teacher(), what));
        return true;
    }

    /// The teacher's own, or null.
    private static <T> @Nullable T own(Map<UUID, Of<T>> all, ActHeader act) {
        Of<T> found = all.get(act.id());
        return found == null || found.teacher() != act.teacher() ? null : found.what();
    }

    private boolean endExemption(ActHeader act) {
        ExemptionRecord one = own(bank.exemptions, act);
        if (one == null || one.ended() != null) return false;
        return put(
                bank.exemptions,
                act,
                new ExemptionRecord(
                        one.id(),
                        one.kind(),
                        one.schoolYear(),
                        one.evidence(),
                        one.granted(),
                        stamp));
    }

    private @Nullable Decided holding(int teacher, int schoolYear) {
        for (Decided one : StoredBank.of(teacher, bank.decisions)) {
            boolean isIt = one.year().ended() == null && one.year().schoolYear() == schoolYear;
            if (isIt) return one;
        }
        return null;
    }

    private boolean decide(BankAct.Decide one) {
        if (holding(one.teacher(), one.year().schoolYear()) != null) return false;
        DecidedYear year =
                new DecidedYear(
                        one.act().id(),
                        one.year().schoolYear(),
                        one.year().recognised(),
                        one.year().qualified(),
                        stamp,
                        null,
                        null,
                        List.of());
        return put(bank.decisions, one.act(), new Decided(year, one.year(), List.of()));
    }

    private boolean confirm(BankAct.Confirm one) {
        Decided was = Objects.requireNonNull(bank.decisions.get(one.decision())).what();
        List<Confirmed> confirmed = new ArrayList<>(was.year().confirmed());
        confirmed.add(new Confirmed(stamp, ResidentId.masked(one.reason())));
        List<HeldFigures> held = new ArrayList<>(was.held());
        held.add(one.held());
        DecidedYear year = year(was.year(), null, null, confirmed);
        bank.decisions.put(
                one.decision(), new Of<>(one.teacher(), new Decided(year, was.frozen(), held)));
        return true;
    }

    private static DecidedYear year(
            DecidedYear was,
            @Nullable Stamp ended,
            @Nullable String reason,
            List<Confirmed> confirmed) {
        return new DecidedYear(
                was.id(),
                was.schoolYear(),
                was.recognised(),
                was.qualified(),
                was.granted(),
                ended,
                reason,
                confirmed);
    }

    private boolean reopen(BankAct.Reopen one) {
        Decided was = holding(one.teacher(), one.schoolYear());
        if (was == null) return false;
        DecidedYear year =
                year(was.year(), stamp, ResidentId.masked(one.reason()), was.year().confirmed());
        bank.decisions.put(
                year.id(), new Of<>(one.teacher(), new Decided(year, was.frozen(), was.held())));
        return true;
    }

    private boolean lend(BankAct.Lend one) {
        TeacherFacts.Loan loan = one.loan();
        boolean isThere =
                StoredBank.of(one.teacher(), bank.loans).stream()
                        .filter(other -> other.ended() == null)
                        .filter(other -> other.schoolYear() == loan.schoolYear())
                        .anyMatch(other -> Objects.equals(other.line(), loan.line()));
        if (isThere) return false;
        return put(
                bank.loans,
                one.act(),
                new LoanRecord(
                        one.act().id(),
                        loan.schoolYear(),
                        loan.line(),
                        loan.credits(),
                        one.owed(),
                        loan.credits(),
                        stamp,
                        null));
    }

    private boolean giveBack(ActHeader act) {
        LoanRecord one = own(bank.loans, act);
        if (one == null || one.ended() != null) return false;
        return put(
                bank.loans,
                act,
                new LoanRecord(
                        one.id(),
                        one.schoolYear(),
                        one.line(),
                        one.credits(),
                        one.owed(),
                        one.grantedCredits(),
                        one.granted(),
                        stamp));
    }

    private boolean reserve(BankAct.Reserve one) {
        return put(
                bank.reservations,
                one.act(),
                new Reservation(
                        one.act().id(),
                        one.asked().cycle(),
                        one.asked().credits(),
                        one.asked().purpose(),
                        one.asked().note(),
                        Reservation.ReservationState.RESERVED,
                        stamp,
                        null));
    }

    private boolean settle(BankAct.Settle act) {
        Reservation one = own(bank.reservations, act.act());
        if (one == null || one.ended() != null) return false;
        return put(
                bank.reservations,
                act.act(),
                new Reservation(
                        one.id(),
                        one.cycle(),
                        one.credits(),
                        one.purpose(),
                        one.note(),
                        act.state(),
                        one.granted(),
                        stamp));
    }
}
