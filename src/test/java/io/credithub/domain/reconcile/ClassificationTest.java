package io.credithub.domain.reconcile;

import static io.credithub.domain.reconcile.BreakCode.AMBIGUOUS;
import static io.credithub.domain.reconcile.BreakCode.CAP_OR_FLOOR;
import static io.credithub.domain.reconcile.BreakCode.CREDIT;
import static io.credithub.domain.reconcile.BreakCode.DECIDED_YEAR_CHANGED;
import static io.credithub.domain.reconcile.BreakCode.DIVISION;
import static io.credithub.domain.reconcile.BreakCode.DUPLICATE_WITHIN_SOURCE;
import static io.credithub.domain.reconcile.BreakCode.EVIDENCE_MISSING;
import static io.credithub.domain.reconcile.BreakCode.IDENTITY;
import static io.credithub.domain.reconcile.BreakCode.IMPLAUSIBLE;
import static io.credithub.domain.reconcile.BreakCode.LATE;
import static io.credithub.domain.reconcile.BreakCode.LOAN;
import static io.credithub.domain.reconcile.BreakCode.MISSING_IN_REGISTRY;
import static io.credithub.domain.reconcile.BreakCode.NAME;
import static io.credithub.domain.reconcile.BreakCode.NOT_AUTHORISED;
import static io.credithub.domain.reconcile.BreakCode.NO_RECORDS;
import static io.credithub.domain.reconcile.BreakCode.ROSTER;
import static io.credithub.domain.reconcile.BreakCode.SUSPECTED_DUPLICATE;
import static io.credithub.domain.reconcile.BreakCode.UNMAPPED_CODE;
import static io.credithub.domain.reconcile.BreakCode.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.reconcile.Classification.BothTexts;
import io.credithub.domain.reconcile.Classification.RecordFacts;
import io.credithub.domain.reconcile.Classification.YearFacts;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which code records and years have: the table of the documentation, edge by edge.
final class ClassificationTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
    private static final BreakRules RULES = new BreakRules(90, 30, Set.of(Level.COUNTY));

    record HoldCase(HoldReason why, int mayBe, BreakCode code) {}

    static Stream<HoldCase> holds() {
        return Stream.of(
                new HoldCase(HoldReason.LEVEL, 0, NOT_AUTHORISED),
                new HoldCase(HoldReason.DECIDED_CREDITS, 0, NOT_AUTHORISED),
                new HoldCase(HoldReason.PROGRAMME_WITHDRAWN, 2, NOT_AUTHORISED),
                new HoldCase(HoldReason.HOURS_A_DAY, 0, IMPLAUSIBLE),
                new HoldCase(HoldReason.TWO_PLACES, 2, IMPLAUSIBLE),
                new HoldCase(HoldReason.SUSPECTED_COPY, 1, SUSPECTED_DUPLICATE),
                new HoldCase(HoldReason.SUSPECTED_COPY, 0, SUSPECTED_DUPLICATE),
                new HoldCase(HoldReason.SUSPECTED_COPY, 2, AMBIGUOUS),
                new HoldCase(HoldReason.WITHIN_SOURCE, 1, DUPLICATE_WITHIN_SOURCE),
                new HoldCase(HoldReason.WITHIN_SOURCE, 2, AMBIGUOUS));
    }

    @ParameterizedTest
    @MethodSource("holds")
    void whatIsHeldHasTheCodeOfItsReason(HoldCase one) {
        Classification as = Classification.ofHold(one.why(), one.mayBe(), List.of());
        assertThat(as.code()).isEqualTo(one.code());
        assertThat(as.cause()).isEqualTo(one.why().name());
    }

    @Test
    void aWaitingRecordIsOfNobodyKnownOrOfSomebodyElse() {
        assertThat(Classification.ofWaiting(false, null).code()).isEqualTo(ROSTER);
        assertThat(Classification.ofWaiting(true, "HUB-2003").code()).isEqualTo(IDENTITY);
    }

    record RejectionCase(BreakCode code, String cause, List<FindingCode> findings) {}

    static Stream<RejectionCase> rejections() {
        return Stream.of(
                rejection(
                        IDENTITY,
                        FindingCode.BAD_ID_NUMBER,
                        FindingCode.OUT_OF_RANGE,
                        FindingCode.UNKNOWN_CODE,
                        FindingCode.BAD_ID_NUMBER),
                rejection(IDENTITY, FindingCode.NO_IDENTITY, FindingCode.NO_IDENTITY),
                rejection(
                        UNMAPPED_CODE,
                        FindingCode.UNKNOWN_CODE,
                        FindingCode.MALFORMED,
                        FindingCode.UNKNOWN_CODE),
                rejection(
                        MISSING_IN_REGISTRY,
                        FindingCode.OUT_OF_RANGE,
                        FindingCode.NO_RULE,
                        FindingCode.OUT_OF_RANGE),
                rejection(MISSING_IN_REGISTRY, FindingCode.DISCARDED, FindingCode.DISCARDED));
    }

    private static RejectionCase rejection(
            BreakCode code, FindingCode cause, FindingCode... findings) {
        return new RejectionCase(code, cause.code(), List.of(findings));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void whatIsRejectedHasTheFirstCodeOfItsFindings(RejectionCase one) {
        List<Finding> findings =
                one.findings().stream().map(code -> new Finding(code, "/level", "X9")).toList();
        Classification as = Classification.ofRejection(findings);
        assertThat(as.code()).isEqualTo(one.code());
        assertThat(as.cause()).isEqualTo(one.cause());
        assertThat(as.fields()).hasSize(findings.size());
        assertThat(as.fields().getFirst())
                .isEqualTo(new FieldDifference("/level", null, "X9", one.code()));
    }

    @Test
    void aTitleOfSeveralEntriesIsAmbiguousWhetherItCountsOrIsHeld() {
        BothTexts programmes = new BothTexts("A 师德; B 师德", "师德");
        Classification held = Classification.ofHold(HoldReason.NOT_REGISTERED, programmes);
        assertThat(held.code()).isEqualTo(AMBIGUOUS);
        assertThat(held.cause()).isEqualTo("NOT_REGISTERED");
        FieldDifference both = new FieldDifference("/program/name", "A 师德; B 师德", "师德", AMBIGUOUS);
        assertThat(held.fields()).containsExactly(both);
        Classification counts = Classification.ofRecord(titled(programmes), RULES);
        assertThat(counts).isNotNull();
        assertThat(counts.code()).isEqualTo(AMBIGUOUS);
        assertThat(counts.fields()).containsExactly(both);
    }

    private static RecordFacts titled(BothTexts programmes) {
        return new RecordFacts(null, null, programmes, null, DAY, null, null, false);
    }

    /// In the order of the list: with each goes all that comes after it.
    @Test
    void ofAllThatHoldsOfARecordTheFirstIsItsCode() {
        LocalDate left = DAY.minusDays(1);
        LocalDate reported = DAY.plusDays(200);
        assertThat(
                        Stream.of(
                                        new RecordFacts(
                                                OTHER, OTHER, OTHER, left, DAY, reported, null,
                                                true),
                                        new RecordFacts(
                                                OTHER, OTHER, OTHER, null, DAY, reported, null,
                                                true),
                                        new RecordFacts(
                                                null, OTHER, OTHER, null, DAY, reported, null,
                                                true),
                                        new RecordFacts(
                                                null, null, OTHER, null, DAY, reported, null, true),
                                        new RecordFacts(
                                                null, null, null, null, DAY, reported, null, true),
                                        new RecordFacts(
                                                null, null, null, null, DAY, reported, null, false))
                                .map(facts -> Classification.ofRecord(facts, RULES))
                                .map(as -> as == null ? null : as.code()))
                .containsExactly(ROSTER, NAME, DIVISION, AMBIGUOUS, EVIDENCE_MISSING, LATE);
    }

    @Test
    void ofAllThatHoldsOfASchoolYearTheFirstIsItsCode() {
        BothSides differ = BothSides.of(1000, 2000);
        assertThat(
                        Stream.of(
                                        new YearFacts(differ, differ, true, false, differ, differ),
                                        new YearFacts(null, differ, true, false, differ, differ),
                                        new YearFacts(null, null, false, false, differ, differ),
                                        new YearFacts(null, null, false, true, differ, differ))
                                .map(Classification::ofYear)
                                .map(as -> as == null ? null : as.code()))
                .containsExactly(DECIDED_YEAR_CHANGED, LOAN, NO_RECORDS, CAP_OR_FLOOR);
    }

    record RecordCase(@Nullable BreakCode code, RecordFacts facts, String why) {
        @Override
        public String toString() {
            return why;
        }
    }

    private static final BothTexts OTHER = new BothTexts("张三", null);

    static Stream<RecordCase> records() {
        LocalDate lastDay = DAY.plusDays(90);
        RecordFacts both =
                new RecordFacts(OTHER, OTHER, null, null, DAY, DAY.plusDays(200), null, false);
        return Stream.of(
                new RecordCase(null, roster(null, null, null), "nothing about it"),
                new RecordCase(ROSTER, roster(OTHER, OTHER, DAY.minusDays(1)), "left before"),
                new RecordCase(null, roster(null, null, DAY), "left on the very day"),
                new RecordCase(NAME, both, "the name goes first"),
                new RecordCase(DIVISION, roster(null, OTHER, null), "the school is elsewhere"),
                new RecordCase(null, reported(lastDay, null), "the last day in time"),
                new RecordCase(LATE, reported(lastDay.plusDays(1), null), "a day too late"),
                new RecordCase(
                        LATE, reported(DAY.plusDays(32), DAY.plusDays(31)), "after the total"),
                new RecordCase(
                        null, reported(DAY.plusDays(31), DAY.plusDays(31)), "with the total"),
                new RecordCase(
                        LATE, reported(lastDay.plusDays(1), DAY.plusDays(99)), "a late total"));
    }

    private static RecordFacts roster(
            @Nullable BothTexts names, @Nullable BothTexts schools, @Nullable LocalDate left) {
        return new RecordFacts(names, schools, null, left, DAY, null, null, false);
    }

    private static RecordFacts reported(LocalDate day, @Nullable LocalDate declared) {
        return new RecordFacts(null, null, null, null, DAY, day, declared, false);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsHeldAgainstRosterAndCalendar(RecordCase one) {
        Classification as = Classification.ofRecord(one.facts(), RULES);
        assertThat(as == null ? null : as.code()).isEqualTo(one.code());
    }

    @Test
    void evidenceThatIsAskedForGoesBeforeLateness() {
        RecordFacts record =
                new RecordFacts(null, null, null, null, DAY, DAY.plusDays(200), null, true);
        Classification as = Classification.ofRecord(record, RULES);
        assertThat(as).isNotNull();
        assertThat(as.code()).isEqualTo(EVIDENCE_MISSING);
        assertThat(as.fields())
                .extracting(FieldDifference::code)
                .containsExactly(EVIDENCE_MISSING, LATE);
    }

    @Test
    void whatIsTakenBackSoonWasASlipUnlessTheYearWasDecided() {
        assertThat(Classification.ofWithdrawal(DAY, DAY.plusDays(30), false, RULES)).isNull();
        Classification late = Classification.ofWithdrawal(DAY, DAY.plusDays(31), false, RULES);
        assertThat(late).isNotNull();
        assertThat(late.code()).isEqualTo(WITHDRAWN);
        Classification decided = Classification.ofWithdrawal(DAY, DAY, true, RULES);
        assertThat(decided).isNotNull();
        assertThat(decided.cause()).isEqualTo("DECIDED_YEAR");
    }

    record YearCase(@Nullable BreakCode code, boolean isInformation, YearFacts facts) {}

    static Stream<YearCase> years() {
        BothSides differ = BothSides.of(1000, 2000);
        BothSides same = BothSides.of(300, 300);
        BothSides shrunk = BothSides.of(270, 1000);
        return Stream.of(
                year(null, false, new YearFacts(null, null, false, true, null, null)),
                year(
                        DECIDED_YEAR_CHANGED,
                        false,
                        new YearFacts(differ, differ, true, false, differ, differ)),
                year(LOAN, false, new YearFacts(null, shrunk, false, true, null, null)),
                year(LOAN, true, new YearFacts(null, same, false, true, null, null)),
                year(LOAN, false, new YearFacts(null, same, true, true, null, null)),
                year(NO_RECORDS, false, new YearFacts(null, null, false, false, null, null)),
                year(CAP_OR_FLOOR, true, new YearFacts(null, null, false, true, differ, null)),
                year(CAP_OR_FLOOR, true, new YearFacts(null, null, false, true, null, differ)));
    }

    private static YearCase year(@Nullable BreakCode code, boolean isInformation, YearFacts facts) {
        return new YearCase(code, isInformation, facts);
    }

    @ParameterizedTest
    @MethodSource("years")
    void aSchoolYearHasOneCode(YearCase one) {
        Classification as = Classification.ofYear(one.facts());
        assertThat(as == null ? null : as.code()).isEqualTo(one.code());
        assertThat(as != null && as.isInformation()).isEqualTo(one.isInformation());
    }

    /// What is left is told by lists and totals that are declared: `expectation`.
    @Test
    void everyCodeIsGivenToSomething() {
        Set<BreakCode> given =
                EnumSet.of(
                        IDENTITY,
                        ROSTER,
                        EVIDENCE_MISSING,
                        WITHDRAWN,
                        BreakCode.MISSING_IN_SOURCE,
                        BreakCode.CONTROL_TOTAL);
        CopyClassificationTest.copies().forEach(one -> given.add(one.code()));
        given.add(CREDIT);
        holds().forEach(one -> given.add(one.code()));
        rejections().forEach(one -> given.add(one.code()));
        records().map(RecordCase::code).filter(code -> code != null).forEach(given::add);
        years().map(YearCase::code).filter(code -> code != null).forEach(given::add);
        assertThat(given).containsExactlyInAnyOrder(BreakCode.values());
    }

    @Test
    void numbersOfCodesAreGivenOnceAndFoundAgain() {
        for (BreakCode code : BreakCode.values()) {
            assertThat(BreakCode.of(code.code())).isEqualTo(code);
        }
    }
}
