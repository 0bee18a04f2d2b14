package io.credithub.api.teacher;

import io.credithub.api.bank.MovementView;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Step;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.OpenLoan;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.statement.Statement;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAmounts;
import io.credithub.flow.teacher.Registry.Profile;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A teacher's account of one cycle.
///
/// @param verified whether every entry, computed again from its stored facts, comes out as posted
/// @param entries the lines of the ledger in order
/// @param held what earns nothing until a person decides, or since one did
/// @param movements of the credit bank: lines of the ledger too, each movement sums to zero
public record StatementView(
        Profile teacher,
        int cycle,
        String policy,
        boolean verified,
        StandingView standing,
        List<EntryView> entries,
        List<HeldView> held,
        List<MovementView> movements) {
    static StatementView of(Statement statement) {
        return new StatementView(
                statement.teacher(),
                statement.cycle(),
                statement.policy(),
                statement.verified(),
                StandingView.of(statement.standing()),
                statement.entries().stream().map(EntryView::of).toList(),
                statement.held().stream().map(HeldView::of).toList(),
                statement.movements().stream().map(MovementView::of).toList());
    }

    /// Where the teacher stands in the cycle.
    ///
    /// @param missing what still has to be earned, and what would fill it
    /// @param recognised what counts: of a decided year what was decided
    /// @param backed what of it the ledger holds, and the credit bank may give out
    /// @param inQuestion decided school years of which the ledger says something else
    /// @param loans that tell on the cycle: of its years and of those before
    /// @param openLoans that are not repaid: they block the cycle
    /// @param probation of who was confirmed in the cycle, or is not yet; absent for anybody else
    /// @param leftOn the last day of a teacher who left before the cycle's end
    public record StandingView(
            Standing.Verdict verdict,
            Credits earned,
            Credits recognised,
            Credits backed,
            Credits required,
            int registeredYears,
            List<YearStanding> years,
            List<LineStanding> requirements,
            List<MissingCredits> missing,
            List<Integer> inQuestion,
            List<LoanStanding> loans,
            List<OpenLoan> openLoans,
            @Nullable ProbationView probation,
            @Nullable LocalDate leftOn) {
        static StandingView of(Standing standing) {
            return new StandingView(
                    standing.verdict(),
                    standing.earned(),
                    standing.recognised(),
                    standing.backed(),
                    standing.required(),
                    standing.registeredYears(),
                    standing.years(),
                    standing.lines(),
                    standing.missing().stream()
                            .map(line ->
                                    new MissingCredits(
                                            line.line().key(),
                                            line.line().title(),
                                            line.line().paragraph(),
                                            line.missing(),
                                            line.line().filledBy()))
                            .toList(),
                    standing.inQuestion().stream().map(YearStanding::schoolYear).toList(),
                    standing.loans(),
                    standing.openLoans(),
                    ProbationView.of(standing.probation()),
                    standing.leftOn());
        }
    }

    /// @param filledBy the kinds of training that would fill it
    public record MissingCredits(
            String key, Text title, String paragraph, Credits credits, Text filledBy) {}

    /// One line of the ledger.
    ///
    /// @param seq its number in the ledger
    /// @param reason written with it, and never changed
    /// @param steps the way to the award, computed again from the stored facts
    /// @param adjusted by whose decision it earns something else than the steps lead to; absent for
    ///   most
    public record EntryView(
            long seq,
            long block,
            Instant postedAt,
            LedgerEntry.EntryKind kind,
            EntryReason reason,
            Text why,
            CauseView cause,
            Credits credits,
            Components components,
            int schoolYear,
            String policy,
            int policyVersion,
            String rule,
            List<String> paragraphs,
            List<Step> steps,
            @Nullable AdjustedView adjusted,
            boolean verified,
            TrainingView training,
            RecordOrigin provenance) {
        static EntryView of(Explained entry) {
            LedgerLine line = entry.line();
            return new EntryView(
                    line.seq(),
                    line.block(),
                    line.postedAt(),
                    line.kind(),
                    line.why().reason(),
                    line.why().reason().text(),
                    CauseView.of(line.why()),
                    line.amounts().credits(),
                    Components.of(line.amounts()),
                    line.schoolYear(),
                    entry.policy(),
                    line.policy(),
                    entry.rule(),
                    entry.paragraphs(),
                    entry.steps(),
                    AdjustedView.of(entry),
                    entry.verified(),
                    TrainingView.of(line.programme(), line.facts()),
                    line.origin());
        }
    }

    /// 研训经历、研训质量、实践应用: they sum to the credits.
    public record Components(Credits experience, Credits quality, Credits practice) {
        public static Components of(LineAmounts amounts) {
            return new Components(amounts.experience(), amounts.quality(), amounts.practice());
        }
    }
}
