package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Balance;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.bank.RefusalReason;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.LegKind;
import io.credithub.domain.ledger.Movement.MovementReason;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.MovementLine;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Withdraws credits (支取): reserves them for a use, and consumes or releases what was reserved.
/// Under the ledger lock, so that two at once cannot take the same credits.
@Article("四(五)")
@Singleton
public final class ReserveCredits {
    private final TeacherTransactions transactions;
    private final Bank bank;

    public ReserveCredits(TeacherTransactions transactions, Bank bank) {
        this.transactions = transactions;
        this.bank = bank;
    }

    /// A reservation that somebody asks for.
    ///
    /// @param cycle its first school year
    /// @param credits above zero
    public record ReservationRequest(
            int cycle, Credits credits, Purpose purpose, @Nullable String note) {}

    /// A teacher's account of a cycle.
    ///
    /// @param movements in the order of the ledger
    public record CycleAccount(
            String teacherNo,
            int cycle,
            Balance balance,
            List<Reservation> reservations,
            List<MovementLine> movements) {}

    /// @return the id of the reservation
    public Uni<Outcome<UUID, BankRefusal>> reserve(
            TeacherTransactions.TeacherRequest request, ReservationRequest asked) {
        return transactions.serve(request, file -> reserve(file, request.by(), asked));
    }

    /// As part of another act.
    public Uni<Outcome<UUID, BankRefusal>> reserve(
            TeacherTransactions.TeacherFile file, String by, ReservationRequest asked) {
        return moved(file.bank(), file.teacher(), asked.cycle())
                .chain(moved -> reserve(file, by, asked, moved));
    }

    /// Every line that the bank moved in a cycle.
    private static Uni<List<MovementLine>> moved(Bank bank, int teacher, int cycle) {
        return bank.movements(teacher, cycle, cycle + Tally.YEARS - 1);
    }

    private static List<Leg> legs(List<MovementLine> moved) {
        return moved.stream()
                .map(one -> new Leg(one.kind(), one.schoolYear(), one.credits()))
                .toList();
    }

    private Uni<Outcome<UUID, BankRefusal>> reserve(
            TeacherTransactions.TeacherFile file,
            String by,
            ReservationRequest asked,
            List<MovementLine> moved) {
        Balance balance = Balance.of(file.standing(asked.cycle()), legs(moved));
        BankRefusal refused = balance.refusal(asked.credits());
        if (refused != null) return Uni.createFrom().item(Outcome.refused(refused));
        ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), by);
        Movement movement =
                Movement.between(
                        new Movement.Ends(UUID.randomUUID(), LegKind.AVAILABLE, LegKind.RESERVED),
                        file.teacher(),
                        asked.cycle(),
                        asked.credits());
        return file.record(
                new BankAct.Reserve(
                        act, asked, transactions.movement(act, movement, MovementReason.RESERVED)),
                act.id(),
                Outcome.notFound());
    }

    /// Consumes what was reserved.
    public Uni<Outcome<UUID, BankRefusal>> use(
            TeacherTransactions.TeacherRequest request, UUID id) {
        return settle(request, id, Reservation.ReservationState.USED);
    }

    /// Lets go what was reserved: it is available again.
    public Uni<Outcome<UUID, BankRefusal>> release(
            TeacherTransactions.TeacherRequest request, UUID id) {
        return settle(request, id, Reservation.ReservationState.RELEASED);
    }

    private Uni<Outcome<UUID, BankRefusal>> settle(
            TeacherTransactions.TeacherRequest request,
            UUID id,
            Reservation.ReservationState state) {
        return transactions.serve(request, file -> settle(file, request.by(), id, state));
    }

    /// As part of another act; what was used already stays used.
    public Uni<Outcome<UUID, BankRefusal>> release(
            TeacherTransactions.TeacherFile file, String by, UUID id) {
        return settle(file, by, id, Reservation.ReservationState.RELEASED);
    }

    private Uni<Outcome<UUID, BankRefusal>> settle(
            TeacherTransactions.TeacherFile file,
            String by,
            UUID id,
            Reservation.ReservationState state) {
        return file.bank()
                .reservations(file.teacher())
                .chain(all -> settle(file, by, find(all, id), state));
    }

    /// @param reservation null: there is no such
    private Uni<Outcome<UUID, BankRefusal>> settle(
            TeacherTransactions.TeacherFile file,
            String by,
            @Nullable Reservation reservation,
            Reservation.ReservationState state) {
        if (reservation == null) return Uni.createFrom().item(Outcome.notFound());
        Outcome<UUID, BankRefusal> settled =
                Outcome.refused(BankRefusal.because(RefusalReason.RESERVATION_SETTLED));
        if (reservation.state() != Reservation.ReservationState.RESERVED) {
            return Uni.createFrom().item(settled);
        }
        boolean isUsed = state == Reservation.ReservationState.USED;
        Movement movement =
                Movement.between(
                        new Movement.Ends(
                                UUID.randomUUID(),
                                LegKind.RESERVED,
                                isUsed ? LegKind.USED : LegKind.AVAILABLE),
                        file.teacher(),
                        reservation.cycle(),
                        reservation.credits());
        ActHeader act = new ActHeader(reservation.id(), file.teacher(), by);
        MovementReason why = isUsed ? MovementReason.USED : MovementReason.RELEASED;
        return file.record(
                new BankAct.Settle(act, state, transactions.movement(act, movement, why)),
                reservation.id(),
                settled);
    }

    private static @Nullable Reservation find(List<Reservation> all, UUID id) {
        for (Reservation one : all) if (one.id().equals(id)) return one;
        return null;
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<CycleAccount>> account(String teacherNo, int cycle, Jurisdiction within) {
        return transactions.look(
                teacherNo,
                within,
                teacher ->
                        Uni.combine()
                                .all()
                                .unis(
                                        transactions.standing(teacher, cycle),
                                        bank.reservations(teacher.number()),
                                        moved(bank, teacher.number(), cycle))
                                .with((standing, reservations, moved) ->
                                        new CycleAccount(
                                                teacherNo,
                                                cycle,
                                                Balance.of(standing, legs(moved)),
                                                ofCycle(reservations, cycle),
                                                moved)));
    }

    private static List<Reservation> ofCycle(List<Reservation> all, int cycle) {
        return all.stream().filter(one -> one.cycle() == cycle).toList();
    }
}
