package io.credithub.domain.reconcile;

import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a difference is: one primary code, the first in the order of [BreakCode] of all that hold,
/// with everything that differs beside it. Pure: both sides go in.
///
/// @param fields all that differ, in the order of their codes
/// @param isInformation nobody need do anything
/// @param cause a word of a closed list, where there is one
/// @param credits both sides of a school year, where its code is about an amount; else absent
public record Classification(
        BreakCode code,
        List<FieldDifference> fields,
        boolean isInformation,
        @Nullable String cause,
        @Nullable BothSides credits) {
    /// The cause of figures that differ by the rounding to whole credits only.
    public static final String WHOLE_CREDITS = "WHOLE_CREDITS";

    private static final String PROGRAMME = "/program/name";

    /// The cause of figures that differ since a person decided what is earned.
    public static final String ADJUSTED = "ADJUSTED";

    public Classification {
        fields = List.copyOf(fields);
    }

    /// A record set aside, and the one that counts in its place.
    public static Classification ofCopies(
            ComparedRecord counts, ComparedRecord aside, @Nullable MatchRule rule) {
        List<FieldDifference> fields = CopyComparison.of(counts, aside);
        String cause = rule == null ? null : rule.name();
        return fields.isEmpty()
                ? told(BreakCode.DUPLICATE_ACROSS_SOURCES, List.of(), cause)
                : told(first(fields), fields, cause);
    }

    /// A record in force, and its source's own figure; both in hundredths.
    ///
    /// @return null if they are the same
    public static @Nullable Classification ofFigures(long award, long figure) {
        if (award == figure) return null;
        boolean isRounding = WholeCredits.isWholeOf(figure, award);
        FieldDifference field =
                new FieldDifference(
                        "/sourceCredits",
                        Hundredths.text(award),
                        Hundredths.text(figure),
                        BreakCode.CREDIT);
        return new Classification(
                BreakCode.CREDIT,
                List.of(field),
                isRounding,
                isRounding ? WHOLE_CREDITS : null,
                BothSides.of(award, figure));
    }

    /// The same of a record whose award a person has adjusted: it is told, and no dispute.
    public Classification adjusted() {
        return new Classification(code, fields, true, ADJUSTED, credits);
    }

    /// A record that is held.
    ///
    /// @param mayBe how many records in force it may be one with
    /// @param fields in which it differs from the one that it was held for
    public static Classification ofHold(HoldReason why, int mayBe, List<FieldDifference> fields) {
        BreakCode code =
                switch (why.kind()) {
                    case NOT_AUTHORISED -> BreakCode.NOT_AUTHORISED;
                    case IMPLAUSIBLE -> BreakCode.IMPLAUSIBLE;
                    case SUSPECTED -> {
                        if (mayBe > 1) yield BreakCode.AMBIGUOUS;
                        yield why == HoldReason.WITHIN_SOURCE
                                ? BreakCode.DUPLICATE_WITHIN_SOURCE
                                : BreakCode.SUSPECTED_DUPLICATE;
                    }
                };
        return told(code, fields, why.name());
    }

    /// A record held for another.
    public static Classification ofHold(
            HoldReason why, int mayBe, ComparedRecord held, ComparedRecord counts) {
        return ofHold(why, mayBe, CopyComparison.of(counts, held));
    }

    /// A record that is held since the register does not have its programme, and has several of its
    /// title.
    ///
    /// @param programmes the entries, and the title
    public static Classification ofHold(HoldReason why, BothTexts programmes) {
        List<FieldDifference> found = new ArrayList<>();
        add(found, PROGRAMME, programmes, BreakCode.AMBIGUOUS);
        return told(BreakCode.AMBIGUOUS, found, why.name());
    }

    /// A record that waits.
    ///
    /// @param finding why, if more is known than that nobody has its number
    public static Classification ofWaiting(boolean namesAnother, @Nullable String finding) {
        return told(namesAnother ? BreakCode.IDENTITY : BreakCode.ROSTER, List.of(), finding);
    }

    /// A record that was rejected; its cause is the finding that gives the code.
    ///
    /// @param findings all that reject it, at least one
    public static Classification ofRejection(Collection<Finding> findings) {
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort(
                Comparator.comparing((Finding finding) -> rejected(finding.code()))
                        .thenComparing(finding -> finding.code().code())
                        .thenComparing(Finding::field));
        List<FieldDifference> fields = new ArrayList<>();
        for (Finding finding : inOrder) {
            BreakCode code = rejected(finding.code());
            fields.add(new FieldDifference(finding.field(), null, finding.value(), code));
        }
        Finding cause = inOrder.getFirst();
        return told(rejected(cause.code()), fields, cause.code().code());
    }

    private static BreakCode rejected(FindingCode code) {
        return switch (code) {
            case BAD_ID_NUMBER, NO_IDENTITY -> BreakCode.IDENTITY;
            case UNKNOWN_CODE -> BreakCode.UNMAPPED_CODE;
            default -> BreakCode.MISSING_IN_REGISTRY;
        };
    }

    /// What is known of a record in force beside its training.
    ///
    /// @param namesDiffer what the record says and what the roster says, if they are not the same
    /// @param schoolElsewhere the record's school and the teacher's, if of different counties
    /// @param programmes entries of the register that its title means, and the title, if several
    /// @param leftOn the teacher's last day, if any
    /// @param reportedOn absent where it says nothing: of the time before a feed's first delivery
    /// @param totalDeclaredOn when its feed declared the total of its month
    /// @param lacksEvidence its level asks for evidence and it names none
    public record RecordFacts(
            @Nullable BothTexts namesDiffer,
            @Nullable BothTexts schoolElsewhere,
            @Nullable BothTexts programmes,
            @Nullable LocalDate leftOn,
            LocalDate completedOn,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate totalDeclaredOn,
            boolean lacksEvidence) {}

    /// One value on both sides.
    public record BothTexts(@Nullable String ours, @Nullable String theirs) {}

    /// A record in force, against roster, calendar and evidence.
    ///
    /// @return null if there is nothing about it
    public static @Nullable Classification ofRecord(RecordFacts record, BreakRules rules) {
        List<FieldDifference> found = new ArrayList<>();
        LocalDate left = record.leftOn();
        if (left != null && left.isBefore(record.completedOn())) {
            found.add(field("/completedOn", left, record.completedOn(), BreakCode.ROSTER));
        }
        add(found, "/teacher/name", record.namesDiffer(), BreakCode.NAME);
        add(found, "/teacher/schoolCode", record.schoolElsewhere(), BreakCode.DIVISION);
        add(found, PROGRAMME, record.programmes(), BreakCode.AMBIGUOUS);
        if (record.lacksEvidence()) {
            found.add(new FieldDifference("/evidence", null, null, BreakCode.EVIDENCE_MISSING));
        }
        late(record, rules, found);
        return found.isEmpty() ? null : told(first(found), found, null);
    }

    private static void late(RecordFacts record, BreakRules rules, List<FieldDifference> found) {
        LocalDate reported = record.reportedOn();
        if (reported == null) return;
        LocalDate until = record.completedOn().plusDays(rules.lateDays());
        LocalDate declared = record.totalDeclaredOn();
        if (declared != null && declared.isBefore(until)) until = declared;
        if (reported.isAfter(until)) {
            found.add(field("/reportedOn", until, reported, BreakCode.LATE));
        }
    }

    /// A record that its source took back after it had been posted.
    ///
    /// @param reportedOn when it first came
    /// @param isDecided its school year was decided before
    /// @return null if it was taken back soon enough for a slip
    public static @Nullable Classification ofWithdrawal(
            LocalDate reportedOn, LocalDate withdrawnOn, boolean isDecided, BreakRules rules) {
        long days = ChronoUnit.DAYS.between(reportedOn, withdrawnOn);
        if (!isDecided && days <= rules.withdrawnDays()) return null;
        return told(
                BreakCode.WITHDRAWN,
                List.of(field("/withdrawn", reportedOn, withdrawnOn, BreakCode.WITHDRAWN)),
                isDecided ? "DECIDED_YEAR" : null);
    }

    /// A teacher's school year; amounts in hundredths.
    ///
    /// @param decided what the year was decided by, and what the ledger holds, if they differ
    /// @param loan what is lent for the year by now, and what was granted
    /// @param isLoanOverdue the year that repays it is over, and it is not repaid
    /// @param hasRecords whether anything is in force, aside, held or waiting of the year
    /// @param cut what is recognised, and what was earned, if caps take something
    /// @param floor what is there of a yearly floor that is not met, and what it asks
    public record YearFacts(
            @Nullable BothSides decided,
            @Nullable BothSides loan,
            boolean isLoanOverdue,
            boolean hasRecords,
            @Nullable BothSides cut,
            @Nullable BothSides floor) {
        private @Nullable BothSides amounts(BreakCode code) {
            if (code == BreakCode.DECIDED_YEAR_CHANGED) return decided;
            if (code == BreakCode.LOAN) return loan;
            if (code == BreakCode.CAP_OR_FLOOR) return cut == null ? floor : cut;
            return null;
        }
    }

    /// A teacher's school year.
    ///
    /// @return null if there is nothing about it
    public static @Nullable Classification ofYear(YearFacts year) {
        List<FieldDifference> found = new ArrayList<>();
        addAmounts(found, "/decided", year.decided(), BreakCode.DECIDED_YEAR_CHANGED);
        addAmounts(found, "/loan", year.loan(), BreakCode.LOAN);
        if (!year.hasRecords()) {
            found.add(new FieldDifference("/records", "0", null, BreakCode.NO_RECORDS));
        }
        addAmounts(found, "/recognised", year.cut(), BreakCode.CAP_OR_FLOOR);
        addAmounts(found, "/floor", year.floor(), BreakCode.CAP_OR_FLOOR);
        if (found.isEmpty()) return null;
        BreakCode code = first(found);
        boolean isRunning = code == BreakCode.LOAN && !year.isLoanOverdue() && isAlike(year.loan());
        return new Classification(
                code, found, isRunning || code.isInformation(), null, year.amounts(code));
    }

    private static boolean isAlike(@Nullable BothSides sides) {
        return sides != null && sides.ours() != null && sides.ours().equals(sides.theirs());
    }

    private static Classification told(
            BreakCode code, List<FieldDifference> fields, @Nullable String cause) {
        return new Classification(code, fields, code.isInformation(), cause, null);
    }

    private static BreakCode first(List<FieldDifference> fields) {
        BreakCode first = fields.getFirst().code();
        for (FieldDifference field : fields) {
            if (field.code().compareTo(first) < 0) first = field.code();
        }
        return first;
    }

    private static void add(
            List<FieldDifference> found, String field, @Nullable BothTexts sides, BreakCode code) {
        if (sides != null) {
            found.add(new FieldDifference(field, sides.ours(), sides.theirs(), code));
        }
    }

    private static FieldDifference field(
            String field, LocalDate ours, LocalDate theirs, BreakCode code) {
        return new FieldDifference(field, ours.toString(), theirs.toString(), code);
    }

    private static void addAmounts(
            List<FieldDifference> found, String field, @Nullable BothSides sides, BreakCode code) {
        if (sides == null) return;
        found.add(new FieldDifference(field, text(sides.ours()), text(sides.theirs()), code));
    }

    private static @Nullable String text(@Nullable Long hundredths) {
        return hundredths == null ? null : Hundredths.text(hundredths);
    }
}
