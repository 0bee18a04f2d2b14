package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Lending;
import io.credithub.domain.bank.Lending.Answer;
import io.credithub.domain.bank.Refusal;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.Lent;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lends credits (借贷) and takes loans back while their school year runs. Repaying is no act: the
/// credits of the next years do it by themselves, as their standings show. Nor is it one that a
/// loan follows what its year lacks: see [io.credithub.flow.ledger.LoanAdjustments].
@Article("四(五)")
public final class LendCredits {
    private final TeacherTransactions transactions;
    private final Bank bank;

    public LendCredits(TeacherTransactions transactions, Bank bank) {
        this.transactions = transactions;
        this.bank = bank;
    }

    /// A loan that was made.
    ///
    /// @param line key of the yearly floor, where loans are per form
    /// @param credits exactly what the year lacked
    /// @param owed by the next school year
    public record Made(
            UUID id,
            int schoolYear,
            @Nullable String line,
            Credits credits,
            Credits owed,
            String paragraph) {}

    public Uni<Outcome<Made>> lend(TeacherTransactions.Request request, Lending.Wish wish) {
        return transactions.serve(
                request,
                file -> {
                    Answer answer =
                            Lending.decide(
                                    file.policy(wish.schoolYear()),
                                    file.standing(wish.schoolYear()),
                                    file.account().facts(),
                                    wish);
                    return switch (answer) {
                        case Answer.Granted granted -> enter(file, request.by(), granted);
                        case Answer.Not(var why) -> Uni.createFrom().item(new Outcome.Not<>(why));
                    };
                });
    }

    private Uni<Outcome<Made>> enter(
            TeacherTransactions.File file, String by, Answer.Granted granted) {
        Loan loan = granted.loan();
        ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), by);
        Movement movement =
                Movement.loan(
                        UUID.randomUUID(),
                        file.teacher(),
                        new Movement.Borrowing(loan.schoolYear(), loan.credits(), granted.owed()));
        return file.record(
                new BankAct.Lend(
                        act,
                        loan,
                        granted.owed(),
                        transactions.movement(act, movement, Movement.Reason.LENT)),
                new Made(
                        act.id(),
                        loan.schoolYear(),
                        loan.line(),
                        loan.credits(),
                        granted.owed(),
                        granted.paragraph()),
                Outcome.not(Refusal.LENT_ALREADY));
    }

    /// As if it had never been. Only while its school year runs: afterwards it has decided
    /// something.
    ///
    /// @return nobody, too, if the loan was given back before
    public Uni<Outcome<UUID>> giveBack(TeacherTransactions.Request request, UUID id) {
        return transactions.serve(
                request,
                file ->
                        file.bank()
                                .loans(file.teacher())
                                .chain(loans -> giveBack(file, request.by(), find(loans, id))));
    }

    private Uni<Outcome<UUID>> giveBack(
            TeacherTransactions.File file, String by, @Nullable Lent loan) {
        if (loan == null) return Uni.createFrom().item(new Outcome.Nobody<>());
        int now = transactions.policy().schoolYearOf(file.day());
        if (loan.schoolYear() != now) {
            return Uni.createFrom().item(Outcome.not(Refusal.NOT_THE_CURRENT_YEAR));
        }
        Movement.Borrowing inForce =
                new Movement.Borrowing(loan.schoolYear(), loan.credits(), loan.owed());
        Movement back =
                Movement.loan(UUID.randomUUID(), file.teacher(), inForce)
                        .reversed(UUID.randomUUID());
        ActHeader act = new ActHeader(loan.id(), file.teacher(), by);
        return file.record(
                new BankAct.GiveBack(
                        act, transactions.movement(act, back, Movement.Reason.RETURNED)),
                loan.id(),
                new Outcome.Nobody<>());
    }

    private static @Nullable Lent find(List<Lent> loans, UUID id) {
        for (Lent loan : loans) if (loan.id().equals(id) && loan.ended() == null) return loan;
        return null;
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<List<Lent>>> all(String teacherNo, Jurisdiction within) {
        return transactions.look(teacherNo, within, teacher -> bank.loans(teacher.number()));
    }
}
