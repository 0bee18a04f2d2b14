package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.RefusalReason;
import io.credithub.domain.standing.DecidedFigures;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.DecidedYear;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides school years that are over (学年常规审核). What was computed on the day of the decision stays,
/// floors and all. A record that comes, changes or goes later puts the result in question, until it
/// is confirmed, or the year opened again and decided anew.
@Article({"二(四)", "五(二)"})
@Singleton
public final class DecideYears {
    private final TeacherTransactions transactions;
    private final Bank bank;

    public DecideYears(TeacherTransactions transactions, Bank bank) {
        this.transactions = transactions;
        this.bank = bank;
    }

    public Uni<Outcome<FrozenYear, BankRefusal>> decide(
            TeacherTransactions.TeacherRequest request, int schoolYear) {
        return transactions.serve(
                request,
                file -> {
                    YearStanding year = file.year(schoolYear);
                    return switch (year.state()) {
                        case RUNNING, NOT_BEGUN -> refused(RefusalReason.YEAR_NOT_OVER);
                        case NOT_REGISTERED, LEFT -> refused(RefusalReason.YEAR_NOT_REGISTERED);
                        case ENDED -> {
                            UUID id = UUID.randomUUID();
                            FrozenYear result = result(file, year);
                            ActHeader act = new ActHeader(id, file.teacher(), request.by());
                            yield file.record(
                                    new BankAct.Decide(act, result),
                                    result,
                                    Outcome.refused(
                                            BankRefusal.because(RefusalReason.YEAR_DECIDED)));
                        }
                    };
                });
    }

    private static <T> Uni<Outcome<T, BankRefusal>> refused(RefusalReason why) {
        return Uni.createFrom().item(Outcome.refused(BankRefusal.because(why)));
    }

    private static FrozenYear result(TeacherTransactions.TeacherFile file, YearStanding year) {
        boolean qualified =
                switch (year.outcome()) {
                    case QUALIFIED, BORROWED -> true;
                    case UNQUALIFIED -> false;
                    case OPEN -> throw new IllegalStateException("a year that is over is not open");
                };
        Credits out = year.carriedOut();
        DecidedFigures figures =
                new DecidedFigures(
                        year.carriedIn(),
                        year.minimum(),
                        year.missing(),
                        year.borrowed(),
                        out.hundredths() > 0 ? out : Credits.ZERO,
                        year.floors(),
                        file.held(year.schoolYear()).lines());
        return new FrozenYear(year.schoolYear(), year.recognised(), qualified, figures, null);
    }

    /// Confirms a result that is in question: it goes on standing as it was decided, and the bank
    /// goes on giving out at most what the ledger holds.
    ///
    /// @return nobody, too, if the year is not decided
    public Uni<Outcome<Integer, BankRefusal>> confirm(
            TeacherTransactions.TeacherRequest request, int schoolYear, String reason) {
        return transactions.serve(
                request,
                file ->
                        file.bank()
                                .decisions(file.teacher(), schoolYear)
                                .chain(all -> confirm(file, request.by(), holding(all), reason)));
    }

    private Uni<Outcome<Integer, BankRefusal>> confirm(
            TeacherTransactions.TeacherFile file,
            String by,
            @Nullable DecidedYear decided,
            String reason) {
        if (decided == null) return Uni.createFrom().item(Outcome.notFound());
        int schoolYear = decided.schoolYear();
        if (!file.year(schoolYear).inQuestion()) return refused(RefusalReason.NOT_IN_QUESTION);
        ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), by);
        return file.record(
                new BankAct.Confirm(act, decided.id(), file.held(schoolYear), reason),
                schoolYear,
                Outcome.notFound());
    }

    private static @Nullable DecidedYear holding(List<DecidedYear> all) {
        for (DecidedYear one : all) if (one.ended() == null) return one;
        return null;
    }

    /// @return nobody, too, if the year is not decided
    public Uni<Outcome<Integer, BankRefusal>> reopen(
            TeacherTransactions.TeacherRequest request, int schoolYear, String reason) {
        return transactions.serve(
                request,
                file -> {
                    ActHeader act = new ActHeader(UUID.randomUUID(), file.teacher(), request.by());
                    return file.record(
                            new BankAct.Reopen(act, schoolYear, reason),
                            schoolYear,
                            Outcome.notFound());
                });
    }

    /// How a year was decided, opened again and confirmed, and where it is today.
    ///
    /// @param decisions the earliest first
    public record YearHistory(List<DecidedYear> decisions, YearStanding today) {}

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<YearHistory>> all(String teacherNo, Jurisdiction within, int schoolYear) {
        int cycle = transactions.policy().cycleOfSchoolYear(schoolYear);
        return transactions.look(
                teacherNo,
                within,
                teacher ->
                        Uni.combine()
                                .all()
                                .unis(
                                        bank.decisions(teacher.number(), schoolYear),
                                        transactions.standing(teacher, cycle))
                                .with((decisions, standing) ->
                                        new YearHistory(
                                                decisions,
                                                standing.years().get(schoolYear - cycle))));
    }
}
