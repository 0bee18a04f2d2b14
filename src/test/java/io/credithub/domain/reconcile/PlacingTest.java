package io.credithub.domain.reconcile;

import static io.credithub.domain.reconcile.CandidateBuilder.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Ruling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// RULES of two records: the national platform's comes before the vendor's.
class PlacingTest {
    private static final MatchingRules RULES =
            new MatchingRules(31, 15, 20, List.of("NP-"), 1200, 31, 100, BreakRules.DEFAULT);
    private static final ListedRegister REGISTER =
            ListedRegister.of(
                    ListedRegister.entry(1, "NP-2023-77", "师德专题"),
                    ListedRegister.entry(2, "NP-2023-78", "师德专题二"));

    static Stream<Arguments> pairs() {
        return Stream.of(
                two("nothing apart", "SAME_NAME_AND_DAY", c -> c),
                two("another level, same day", "NAMES_ALIKE", c -> c.at(Level.PROVINCE)),
                two("a day later", "NAMES_ALIKE", c -> c.later(1)),
                two("15 days later", "NAMES_ALIKE", c -> c.later(15)),
                two("16 days later", "two trainings", c -> c.later(16)),
                two("15 days before", "NAMES_ALIKE", c -> c.later(-15)),
                two("session in the name", "NAMES_ALIKE", c -> c.named("国培计划乡村骨干教师培训第2期")),
                two("year and brackets", "NAMES_ALIKE", c -> c.named("国培计划(2023)乡村骨干教师培训")),
                two("organiser before it", "NAMES_ALIKE", c -> c.named("山西大学国培计划乡村骨干教师培训")),
                two("a code on one side, same day", "SAME_NAME_AND_DAY", c -> c.coded("V-1")),
                two("hours 20 % less", "NAMES_ALIKE", c -> c.later(1).hours(4800).worth(1600)),
                two(
                        "hours more than 20 % less",
                        "two trainings", c -> c.later(1).hours(4799).worth(1599)),
                two("hours apart, equal credits", "NAMES_ALIKE", c -> c.later(1).hours(3000)),
                two(
                        "hours apart, nothing earned",
                        "two trainings",
                        c -> c.later(1).hours(3000).worth(0)),
                two("same day, hours apart", "SAME_NAME_AND_DAY", c -> c.hours(100).worth(33)),
                two("another name", "two trainings", c -> c.named("国培计划乡村校长培训")));
    }

    private static Arguments two(String what, String rule, UnaryOperator<CandidateBuilder> vendor) {
        return Arguments.of(what, rule, national(), vendor.apply(vendor()));
    }

    static Stream<Arguments> pairsWithCodes() {
        return Stream.of(
                codes("one registered code", "SAME_PROGRAMME", "NP-2023-77", "NP-2023-77", 31, 1),
                codes("ends 32 days apart", "two trainings", "NP-2023-77", "NP-2023-77", 32, 1),
                codes("two registered codes", "two trainings", "NP-2023-77", "NP-2023-78", 0, 1),
                codes("one unregistered code", "AGREED_CODE", "X-1", "X-1", 31, 1),
                codes("unregistered, 32 days apart", "two trainings", "X-1", "X-1", 32, 1),
                codes("two unregistered codes, same day", "NAMES_ALIKE", "X-1", "X-2", 0, 1),
                codes(
                        "two agreed codes, same day",
                        "two trainings",
                        "NP-2023-8",
                        "NP-2023-9",
                        0,
                        1),
                codes("one agreed code, one other", "NAMES_ALIKE", "NP-2023-9", "X-2", 0, 1),
                codes("registered and agreed", "two trainings", "NP-2023-77", "NP-2023-9", 0, 1),
                codes("registered and no code, later", "NAMES_ALIKE", "NP-2023-77", null, 2, 1),
                codes(
                        "long before, but overlapping",
                        "SAME_PROGRAMME",
                        "NP-2023-77",
                        "NP-2023-77",
                        90,
                        100));
    }

    private static Arguments codes(
            String what, String rule, String one, @Nullable String other, int later, int length) {
        CandidateBuilder national = national().coded(one);
        CandidateBuilder vendor = vendor().coded(other).days(later - length + 1, later);
        return Arguments.of(what, rule, national.hours(100), vendor.hours(100));
    }

    static Stream<Arguments> pairsOfOneFeed() {
        return Stream.of(
                Arguments.of("all equal", "ALL_EQUAL", vendor(), another()),
                Arguments.of("another day", "two trainings", vendor(), another().later(1)),
                Arguments.of("other hours", "two trainings", vendor(), another().hours(6001)),
                Arguments.of(
                        "another session",
                        "two trainings",
                        vendor().session("第1期"),
                        another().session("第2期")),
                Arguments.of(
                        "another code",
                        "two trainings",
                        vendor().coded("X-1"),
                        another().coded("X-2")),
                Arguments.of(
                        "the same unregistered code, a day later",
                        "two trainings",
                        vendor().coded("X-1"),
                        another().coded("X-1").later(1)),
                Arguments.of("another first day", "two trainings", vendor(), another().days(-9, 0)),
                Arguments.of(
                        "another role",
                        "two trainings",
                        vendor(),
                        another().as(TrainingRole.MENTOR).ruled(Ruling.RELEASED)),
                Arguments.of("another level", "two trainings", vendor(), another().at(Level.CITY)),
                Arguments.of(
                        "one registered programme, a day later",
                        "SAME_PROGRAMME",
                        vendor().coded("NP-2023-77"),
                        another().coded("NP-2023-77").later(1)),
                Arguments.of(
                        "by an alias",
                        "SAME_PROGRAMME",
                        vendor().named("师德专题"),
                        another().named("师德专题").later(31)));
    }

    static Stream<Arguments> pairsOfOwnWork() {
        return Stream.of(
                Arguments.of("same day", "SAME_NAME_AND_DAY", paper(national()), paper(vendor())),
                Arguments.of(
                        "a day later, equal credits",
                        "NAMES_ALIKE",
                        paper(national()),
                        paper(vendor()).later(1)),
                Arguments.of(
                        "a day later, other credits",
                        "two trainings",
                        paper(national()),
                        paper(vendor()).later(1).worth(300)),
                Arguments.of(
                        "a day later, one is a course, and neither earns anything",
                        "two trainings",
                        paper(national()).worth(0),
                        paper(vendor()).hours(1000).worth(0).later(1)),
                Arguments.of(
                        "a day later, two courses that earn nothing",
                        "two trainings",
                        national().worth(0),
                        vendor().hours(3000).worth(0).later(1)),
                Arguments.of(
                        "a day later, neither reviewed",
                        "NAMES_ALIKE",
                        paper(national()).worth(0),
                        paper(vendor()).later(1).worth(0)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"pairs", "pairsWithCodes", "pairsOfOneFeed", "pairsOfOwnWork"})
    void tellsTwoRecordsByTheFirstRuleThatHolds(
            String what, String rule, CandidateBuilder one, CandidateBuilder other) {
        MatchCandidate first = one.build();
        MatchCandidate second = other.build();
        String expected =
                rule.equals("two trainings")
                        ? "counts"
                        : (MatchRule.valueOf(rule).kind() == MatchRule.MatchKind.CONFIRMED
                                        ? "aside for "
                                        : "held for ")
                                + first.recordId()
                                + " by "
                                + rule;
        assertThat(placed(PairDecisions.NONE, first, second)).containsExactly("counts", expected);
        assertThat(placed(PairDecisions.NONE, second, first)).containsExactly(expected, "counts");
    }

    @Test
    void oneNationalTrainingThatIsSentInFourWaysCountsOnce() {
        assertThat(
                        placed(
                                PairDecisions.NONE,
                                national().coded("NP-2023-77").build(),
                                vendor().coded("NP-2023-77").later(1).build(),
                                another().coded("NP-2023-77").named("国培计划—乡村骨干教师培训").build(),
                                CandidateBuilder.of("vendor", "v3")
                                        .coded("NP-2023-77")
                                        .at(Level.PROVINCE)
                                        .build()))
                .containsExactly(
                        "counts",
                        "aside for n1 by SAME_PROGRAMME",
                        "aside for n1 by SAME_PROGRAMME",
                        "aside for n1 by SAME_PROGRAMME");
    }

    @Test
    void theVendorsCopyWithASessionInItsNameTwoDaysLaterIsHeld() {
        assertThat(
                        placed(
                                PairDecisions.NONE,
                                national().build(),
                                vendor().named("国培计划乡村骨干教师培训第3期").later(2).build()))
                .containsExactly("counts", "held for n1 by NAMES_ALIKE");
    }

    @Test
    void twoSessionsOfOneVendorOnTwoDaysAreTwoTrainings() {
        assertThat(
                        placed(
                                PairDecisions.NONE,
                                vendor().hours(Form.SCHOOL_BASED, 1000).worth(200).build(),
                                another()
                                        .hours(Form.SCHOOL_BASED, 1500)
                                        .worth(300)
                                        .later(1)
                                        .build()))
                .containsExactly("counts", "counts");
    }

    @Test
    void theLevelsOwnSystemCountsThenEvidenceThenTheFeedsCodeThenTheRecordsId() {
        assertThat(placed(PairDecisions.NONE, vendor().shownBy(9).build(), national().build()))
                .containsExactly("aside for n1 by SAME_NAME_AND_DAY", "counts");
        assertThat(
                        placed(
                                PairDecisions.NONE,
                                of("a", "1").build(),
                                of("b", "2").shownBy(1).build()))
                .containsExactly("aside for 2 by SAME_NAME_AND_DAY", "counts");
        assertThat(placed(PairDecisions.NONE, of("b", "1").build(), of("a", "2").build()))
                .containsExactly("aside for 2 by SAME_NAME_AND_DAY", "counts");
        assertThat(placed(PairDecisions.NONE, of("a", "2").build(), of("a", "1").build()))
                .containsExactly("held for 1 by ALL_EQUAL", "counts");
    }

    @Test
    void theRegisteredLevelSaysWhichSystemComesFirst() {
        // By its own words it is of the county, where the vendor comes first.
        CandidateBuilder county = national().coded("NP-2023-77").at(Level.COUNTY);
        CandidateBuilder vendor = vendor().coded("NP-2023-77").at(Level.COUNTY);
        assertThat(placed(PairDecisions.NONE, county.build(), vendor.build()))
                .containsExactly("counts", "aside for n1 by SAME_PROGRAMME");
        assertThat(
                        placed(
                                PairDecisions.NONE,
                                county.coded(null).build(),
                                vendor.coded(null).build()))
                .containsExactly("aside for v1 by SAME_NAME_AND_DAY", "counts");
    }

    @Test
    void peopleSayThatASuspectedCopyIsTheSameOrADifferentTraining() {
        MatchCandidate first = national().build();
        MatchCandidate second = vendor().later(1).build();
        assertThat(placed(decided(first, second, PairVerdict.SAME), first, second))
                .containsExactly("counts", "aside for n1 by DECIDED_SAME");
        assertThat(placed(decided(second, first, PairVerdict.DIFFERENT), first, second))
                .containsExactly("counts", "counts");
    }

    @Test
    void aDifferenceThatPeopleDecidedDoesNotUndoAConfirmedCopy() {
        MatchCandidate first = national().build();
        MatchCandidate second = vendor().build();
        assertThat(placed(decided(first, second, PairVerdict.DIFFERENT), first, second))
                .containsExactly("counts", "aside for n1 by SAME_NAME_AND_DAY");
    }

    @Test
    void whoSaysTheSameTwiceHasSaidItOfAllThree() {
        MatchCandidate first = national().build();
        MatchCandidate second = vendor().later(15).build();
        MatchCandidate third = of("x", "x1").later(30).build();
        PairDecisions decisions =
                new PairDecisions(
                        Map.of(
                                Pair.of(first.key(), second.key()), PairVerdict.SAME,
                                Pair.of(third.key(), second.key()), PairVerdict.SAME));
        assertThat(placed(decisions, first, second, third))
                .containsExactly(
                        "counts", "aside for n1 by DECIDED_SAME", "aside for n1 by DECIDED_SAME");
    }

    @Test
    void whatStandsAsideSetsNothingAside() {
        MatchCandidate first = national().build();
        MatchCandidate second = vendor().later(15).build();
        MatchCandidate third = of("x", "x1").later(30).build();
        assertThat(placed(PairDecisions.NONE, first, second, third))
                .containsExactly("counts", "held for n1 by NAMES_ALIKE", "counts");
    }

    @Test
    void recordsOfTwoFamiliesAreNotCompared() {
        MatchCandidate first = national().coded("NP-2023-77").build();
        MatchCandidate second = vendor().coded("NP-2023-77").named("别的名称培训").build();
        assertThat(placed(PairDecisions.NONE, first, second)).containsExactly("counts", "counts");
    }

    private static PairDecisions decided(
            MatchCandidate one, MatchCandidate other, PairVerdict verdict) {
        return new PairDecisions(Map.of(Pair.of(one.key(), other.key()), verdict));
    }

    private static CandidateBuilder national() {
        return of("national", "n1");
    }

    private static CandidateBuilder vendor() {
        return of("vendor", "v1");
    }

    private static CandidateBuilder another() {
        return of("vendor", "v2");
    }

    private static CandidateBuilder paper(CandidateBuilder builder) {
        return builder.named("核心素养论文").of(result("PAPER", null)).worth(500);
    }

    private static CandidateBuilder of(String feed, String recordId) {
        return CandidateBuilder.of(feed, recordId);
    }

    private static List<String> placed(PairDecisions decisions, MatchCandidate... records) {
        Placing placing = new Placing(REGISTER, RULES, PlacingTest::precedence, _ -> Authority.ANY);
        return PlacedTexts.told(placing.placeAll(Arrays.asList(records), decisions), records);
    }

    private static int precedence(String feed, Level level) {
        if (level == Level.COUNTY) return feed.equals("vendor") ? 1 : 2;
        return feed.equals("national") ? 1 : 2;
    }
}
