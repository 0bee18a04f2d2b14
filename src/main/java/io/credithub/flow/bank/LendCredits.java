package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Lending;
import io.credithub.domain.bank.Lending.LoanDecision;
import io.credithub.domain.bank.RefusalReason;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.LoanRecord;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lends credits (借贷) and takes loans back while their school year runs. Repaying is no act: the
/// credits of the next years do it by themselves, as their standings show. Nor is it one that a
/// loan follows what its year lacks: see [io.credithub.flow.ledger.LoanAdjustments].
@Article("四(五)")
@Singleton
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
    public record NewLoan(
            UUID id,
            int schoolYear,
            @Nullable String line,
            Credits credits,
            Credits owed,
            String paragraph) {}

    public Uni<Outcome<NewLoan, BankRefusal>> lend(
            TeacherTransactions.TeacherRequest request, Lending.LoanRequest asked) {
        return transactions.serve(
                request,
                file -> {
                    LoanDecision decision =
                            Lending.decide(
                                    file.policy(asked.schoolYear()),
                                    file.standing(asked.schoolYear()),
                                    file.account().facts(),
                                    asked);
                    return switch (decision) {
                        case LoanDecision.LoanGranted lent -> enter(file, request.by(), lent);
                        case LoanDecision.LoanRefused(BankRefusal why) ->
                                Uni.createFrom().item(Outcome.refused(why));
                    };
                });
    }

    private Uni<Outcome<NewLoan, BankRefusal>> enter(
            TeacherTransactions.TeacherFile file, String by, LoanDecision.LoanGranted lent) {
        Loan loan = lent.loan();
        ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), by);
        Movement movement =
                Movement.loan(
                        UUID.randomUUID(),
                        file.teacher(),
                        new Movement.Borrowing(loan.schoolYear(), loan.credits(), lent.owed()));
        return file.record(
                new BankAct.Lend(
                        act,
                        loan,
                        lent.owed(),
                        transactions.movement(act, movement, Movement.MovementReason.LENT)),
                new NewLoan(
                        act.id(),
                        loan.schoolYear(),
                        loan.line(),
                        loan.credits(),
                        lent.owed(),
                        lent.paragraph()),
                Outcome.refused(BankRefusal.because(RefusalReason.LENT_ALREADY)));
    }

    /// As if it had never been. Only while its school year runs: afterwards it has decided
    /// something.
    ///
    /// @return nobody, too, if the loan was given back before
    public Uni<Outcome<UUID, BankRefusal>> giveBack(
            TeacherTransactions.TeacherRequest request, UUID id) {
        return transactions.serve(
                request,
                file ->
                        file.bank()
                                .loans(file.teacher())
                                .chain(loans -> giveBack(file, request.by(), find(loans, id))));
    }

    private Uni<Outcome<UUID, BankRefusal>> giveBack(
            TeacherTransactions.TeacherFile file, String by, @Nullable LoanRecord loan) {
        if (loan == null) return Uni.createFrom().item(Outcome.notFound());
        int now = transactions.policy().schoolYearOf(file.day());
        if (loan.schoolYear() != now) {
            return Uni.createFrom()
                    .item(Outcome.refused(BankRefusal.because(RefusalReason.NOT_THE_CURRENT_YEAR)));
        }
        Movement.Borrowing inForce =
                new Movement.Borrowing(loan.schoolYear(), loan.credits(), loan.owed());
        Movement back =
                Movement.loan(UUID.randomUUID(), file.teacher(), inForce)
                        .reversed(UUID.randomUUID());
        ActHeader act = new ActHeader(loan.id(), file.teacher(), by);
        return file.record(
                new BankAct.GiveBack(
                        act, transactions.movement(act, back, Movement.MovementReason.RETURNED)),
                loan.id(),
                Outcome.notFound());
    }

    private static @Nullable LoanRecord find(List<LoanRecord> loans, UUID id) {
        for (LoanRecord loan : loans) if (loan.id().equals(id) && loan.ended() == null) return loan;
        return null;
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<List<LoanRecord>>> all(String teacherNo, Jurisdiction within) {
        return transactions.look(teacherNo, within, teacher -> bank.loans(teacher.number()));
    }
}
