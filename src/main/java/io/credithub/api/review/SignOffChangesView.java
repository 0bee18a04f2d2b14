package io.credithub.api.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.api.parameter.Page;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals;
import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.flow.review.SignOff;
import io.credithub.flow.review.SignOffChanges.ChangedSince;
import io.credithub.flow.review.SignOffChanges.TeacherMovements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is other now than in a statement.
///
/// @param adjustments figures that are; none: all agree
/// @param ledger lines of the county's teachers about the school year behind the last one that is
///   in it
/// @param pending changes that lists do not have yet: what they say is not compared while there are
///   any
/// @param teachers whose lines these are, a page of them
public record SignOffChangesView(
        long id,
        int version,
        List<AdjustmentLine> adjustments,
        LinesSince ledger,
        long pending,
        Page<MovedTeacher> teachers) {
    /// Amounts as decimals, counts as whole numbers.
    public record AdjustmentLine(
            String figure, Text title, String signed, String now, String difference) {
        static AdjustmentLine of(FigureChange change) {
            ReportFigure figure = change.figure();
            return new AdjustmentLine(
                    figure.key(),
                    figure.term(),
                    written(figure, change.signed()),
                    written(figure, change.now()),
                    written(figure, change.difference()));
        }

        private static String written(ReportFigure figure, long amount) {
            return SignedTotals.isHundredths(figure)
                    ? new Credits(amount).toString()
                    : Long.toString(amount);
        }
    }

    /// @param from the last line that was signed
    /// @param to the last line of the ledger
    public record LinesSince(long from, long to, long lines, Credits credits) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MovedTeacher(
            @Nullable String teacherNo, @Nullable String name, long lines, Credits credits) {
        static MovedTeacher of(TeacherMovements one) {
            return new MovedTeacher(
                    one.teacherNo(),
                    one.name(),
                    one.movements().lines(),
                    one.movements().credits());
        }
    }

    static SignOffChangesView of(
            SignOff signOff, ChangedSince since, Page<TeacherMovements> teachers) {
        return new SignOffChangesView(
                signOff.id(),
                signOff.about().version(),
                signOff.manifest().amounts().changes(since.totals(), since.pending() == 0).stream()
                        .map(AdjustmentLine::of)
                        .toList(),
                new LinesSince(
                        signOff.ledgerSeq(),
                        since.seq(),
                        since.movements().lines(),
                        since.movements().credits()),
                since.pending(),
                teachers.map(MovedTeacher::of));
    }
}
