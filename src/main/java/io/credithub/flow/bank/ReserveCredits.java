package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Balance;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.bank.Refusal;
import io.credithub.domain.bank.Refused;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Kind;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.Reason;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.Moved;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Withdraws credits (支取): reserves them for a use, and consumes or releases what was reserved.
/// Under the ledger lock, so that two at once cannot take the same credits.
@Article("四(五)")
public final class ReserveCredits {
    private final TeacherTransactions transactions;
    private final Bank bank;

    public ReserveCredits(TeacherTransactions transactions, Bank bank) {
        this.transactions = transactions;
        this.bank = bank;
    }

    /// What is asked for.
    ///
    /// @param cycle its first school year
    /// @param credits above zero
    public record Wish(int cycle, Credits credits, Purpose purpose, @Nullable String note) {}

    /// A teacher's account of a cycle.
    ///
    /// @param movements in the order of the ledger
    public record Told(
            String teacherNo,
            int cycle,
            Balance balance,
            List<Reservation> reservations,
            List<Moved> movements) {}

    /// @return the id of the reservation
    public Uni<Outcome<UUID>> reserve(TeacherTransactions.Request request, Wish wish) {
        return transactions.serve(request, file -> reserve(file, request.by(), wish));
    }

    /// As part of another act.
    public Uni<Outcome<UUID>> reserve(TeacherTransactions.File file, String by, Wish wish) {
        return moved(file.bank(), file.teacher(), wish.cycle())
                .chain(moved -> reserve(file, by, wish, moved));
    }

    /// Every line that the bank moved in a cycle.
    private static Uni<List<Moved>> moved(Bank bank, int teacher, int cycle) {
        return bank.movements(teacher, cycle, cycle + Tally.YEARS - 1);
    }

    private static List<Leg> legs(List<Moved> moved) {
        return moved.stream()
                .map(one -> new Leg(one.kind(), one.schoolYear(), one.credits()))
                .toList();
    }

    private Uni<Outcome<UUID>> reserve(
            TeacherTransactions.File file, String by, Wish wish, List<Moved> moved) {
        Balance balance = Balance.of(file.standing(wish.cycle()), legs(moved));
        Refused refused = balance.refusal(wish.credits());
        if (refused != null) return Uni.createFrom().item(new Outcome.Not<>(refused));
        ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), by);
        Movement movement =
                Movement.between(
                        new Movement.Ends(UUID.randomUUID(), Kind.AVAILABLE, Kind.RESERVED),
                        file.teacher(),
                        wish.cycle(),
                        wish.credits());
        return file.record(
                new BankAct.Reserve(
                        act, wish, transactions.movement(act, movement, Reason.RESERVED)),
                act.id(),
                new Outcome.Nobody<>());
    }

    /// Consumes what was reserved.
    public Uni<Outcome<UUID>> use(TeacherTransactions.Request request, UUID id) {
        return settle(request, id, Reservation.State.USED);
    }

    /// Lets go what was reserved: it is available again.
    public Uni<Outcome<UUID>> release(TeacherTransactions.Request request, UUID id) {
        return settle(request, id, Reservation.State.RELEASED);
    }

    private Uni<Outcome<UUID>> settle(
            TeacherTransactions.Request request, UUID id, Reservation.State state) {
        return transactions.serve(request, file -> settle(file, request.by(), id, state));
    }

    /// As part of another act; what was used already stays used.
    public Uni<Outcome<UUID>> release(TeacherTransactions.File file, String by, UUID id) {
        return settle(file, by, id, Reservation.State.RELEASED);
    }

    private Uni<Outcome<UUID>> settle(
            TeacherTransactions.File file, String by, UUID id, Reservation.State state) {
        return file.bank()
                .reservations(file.teacher())
                .chain(all -> settle(file, by, find(all, id), state));
    }

    /// @param reservation null: there is no such
    private Uni<Outcome<UUID>> settle(
            TeacherTransactions.File file,
            String by,
            @Nullable Reservation reservation,
            Reservation.State state) {
        if (reservation == null) return Uni.createFrom().item(new Outcome.Nobody<>());
        Outcome<UUID> settled = Outcome.not(Refusal.RESERVATION_SETTLED);
        if (reservation.state() != Reservation.State.RESERVED) {
            return Uni.createFrom().item(settled);
        }
        boolean isUsed = state == Reservation.State.USED;
        Movement movement =
                Movement.between(
                        new Movement.Ends(
                                UUID.randomUUID(),
                                Kind.RESERVED,
                                isUsed ? Kind.USED : Kind.AVAILABLE),
                        file.teacher(),
                        reservation.cycle(),
                        reservation.credits());
        ActHeader act = new ActHeader(reservation.id(), file.teacher(), by);
        Reason why = isUsed ? Reason.USED : Reason.RELEASED;
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
    public Uni<Optional<Told>> account(String teacherNo, int cycle, Jurisdiction within) {
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
                                        new Told(
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
