package io.credithub.flow;

import io.credithub.domain.Article;
import io.credithub.domain.bank.Refusal;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.Bank.DecidedYear;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decides school years that are over (学年常规审核). What was computed on the day of the decision stays;
/// records that come later show as a difference and change nothing.
@Article({"二(四)", "五(二)"})
public final class DecideYears {
    private final Desk desk;
    private final Bank bank;

    public DecideYears(Desk desk, Bank bank) {
        this.desk = desk;
        this.bank = bank;
    }

    public Uni<Outcome<FrozenYear>> decide(Desk.Request request, int schoolYear) {
        return desk.serve(
                request,
                file -> {
                    YearStanding year = file.year(schoolYear);
                    return switch (year.state()) {
                        case RUNNING, NOT_BEGUN -> refused(Refusal.YEAR_NOT_OVER);
                        case NOT_REGISTERED -> refused(Refusal.YEAR_NOT_REGISTERED);
                        case ENDED -> {
                            UUID id = UUID.randomUUID();
                            FrozenYear result = result(year);
                            Deed.Act act = new Deed.Act(id, file.teacher(), request.by());
                            yield file.enter(
                                    new Deed.Decide(act, result),
                                    result,
                                    Outcome.not(Refusal.YEAR_DECIDED));
                        }
                    };
                });
    }

    private static <T> Uni<Outcome<T>> refused(Refusal why) {
        return Uni.createFrom().item(Outcome.not(why));
    }

    private static FrozenYear result(YearStanding year) {
        boolean qualified =
                switch (year.outcome()) {
                    case QUALIFIED, BORROWED -> true;
                    case UNQUALIFIED -> false;
                    case OPEN -> throw new IllegalStateException("a year that is over is not open");
                };
        return new FrozenYear(year.schoolYear(), year.recognised(), qualified);
    }

    /// @return nobody, too, if the year is not decided
    public Uni<Outcome<Integer>> reopen(Desk.Request request, int schoolYear, String reason) {
        return desk.serve(
                request,
                file -> {
                    Deed.Act act = new Deed.Act(UUID.randomUUID(), file.teacher(), request.by());
                    return file.enter(
                            new Deed.Reopen(act, schoolYear, reason),
                            schoolYear,
                            new Outcome.Nobody<>());
                });
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<List<DecidedYear>>> all(
            String teacherNo, Jurisdiction within, int schoolYear) {
        return desk.look(
                teacherNo, within, teacher -> bank.decisions(teacher.number(), schoolYear));
    }
}
