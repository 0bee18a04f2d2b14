package io.credithub.domain.reconcile;

import static io.credithub.domain.reconcile.CandidateBuilder.DAY;
import static io.credithub.domain.reconcile.CandidateBuilder.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.programme.RegisteredProgramme;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HoldRulesTest {
    private static final Authority VENDOR =
            new Authority(
                    Set.of(Level.CITY, Level.COUNTY),
                    Set.of(Form.CENTRALISED, Form.BLENDED, Form.SELF_DIRECTED),
                    Set.of("PAPER", "DEGREE"),
                    Set.of(TrainingRole.PARTICIPANT, TrainingRole.LECTURER),
                    Set.of("山西大学"),
                    Set.of("PAPER"),
                    true);
    private static final ListedRegister REGISTER =
            ListedRegister.of(
                    entry(1, "OPEN", false, null),
                    entry(2, "GONE", true, null),
                    entry(3, "THEIRS", false, "太原师范学院"),
                    entry(4, "OURS", false, "山西大学"));

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("all as it may be", "counts", vendor()),
                Arguments.of("a level that it may not", "LEVEL", vendor().at(Level.NATIONAL)),
                Arguments.of("a form", "FORM", vendor().hours(Form.ONLINE, 1000)),
                Arguments.of("a category", "CATEGORY", vendor().of(result("BOOK", null))),
                Arguments.of(
                        "a category that it may", "counts", vendor().of(result("PAPER", null))),
                Arguments.of("a role", "ROLE", vendor().as(TrainingRole.MENTOR)),
                Arguments.of("an organiser", "ORGANISER", vendor().by("太原师范学院")),
                Arguments.of("no organiser at all", "ORGANISER", vendor().by(null)),
                Arguments.of(
                        "credits it decides",
                        "DECIDED_CREDITS",
                        vendor().of(result("DEGREE", "20.00"))),
                Arguments.of("credits it may decide", "counts", vendor().of(result("PAPER", "5"))),
                Arguments.of(
                        "credits nobody decided", "counts", vendor().of(result("DEGREE", null))),
                Arguments.of("out of the register", "NOT_REGISTERED", vendor().coded("X-1")),
                Arguments.of(
                        "a paper out of the register",
                        "counts",
                        vendor().coded(null).of(result("PAPER", null))));
    }

    static Stream<Arguments> oddRecords() {
        return Stream.of(
                Arguments.of(
                        "a withdrawn programme", "PROGRAMME_WITHDRAWN", vendor().coded("GONE")),
                Arguments.of(
                        "12 hours a day for 2 days", "counts", vendor().days(-1, 0).hours(2400)),
                Arguments.of(
                        "more than 12 hours a day",
                        "HOURS_A_DAY",
                        vendor().days(-1, 0).hours(2401)),
                Arguments.of("a single day", "HOURS_A_DAY", vendor().days(0, 0).hours(1201)),
                Arguments.of(
                        "31 days when no first day is stated", "counts", vendor().hours(31 * 1200)),
                Arguments.of(
                        "more than 31 days hold", "HOURS_A_DAY", vendor().hours(31 * 1200 + 1)),
                Arguments.of(
                        "the centralised part of a blended one",
                        "HOURS_A_DAY",
                        vendor().days(0, 0).of(blended(1201, 100))),
                Arguments.of(
                        "the rest of a blended one",
                        "counts",
                        vendor().days(0, 0).of(blended(1200, 5000))),
                Arguments.of(
                        "before the programme's period",
                        "BEFORE_PERIOD",
                        vendor().on(DAY.minusDays(11))),
                Arguments.of("on its first day", "counts", vendor().on(DAY.minusDays(10))),
                Arguments.of(
                        "two reasons: the first",
                        "LEVEL",
                        vendor().at(Level.NATIONAL)
                                .as(TrainingRole.MENTOR)
                                .by(null)
                                .coded("GONE")));
    }

    /// Of two reasons the first counts, in the order of the list.
    static Stream<Arguments> twoReasons() {
        return Stream.of(
                Arguments.of(
                        "a level and a form",
                        "LEVEL",
                        vendor().at(Level.NATIONAL).hours(Form.ONLINE, 1000)),
                Arguments.of(
                        "a category and a role",
                        "CATEGORY",
                        vendor().of(result("BOOK", null)).as(TrainingRole.MENTOR)),
                Arguments.of(
                        "withdrawn, and a role of no rule",
                        "PROGRAMME_WITHDRAWN",
                        vendor().coded("GONE").as(TrainingRole.LECTURER)),
                Arguments.of(
                        "a role of no rule, and too many hours",
                        "ROLE_NOT_RULED",
                        vendor().as(TrainingRole.LECTURER).days(0, 0).hours(1201)),
                Arguments.of(
                        "too many hours, and too early",
                        "HOURS_A_DAY",
                        vendor().days(-11, -11).hours(1201)),
                Arguments.of(
                        "too early, and many at one instant",
                        "BEFORE_PERIOD",
                        vendor().on(DAY.minusDays(11)).crowded()));
    }

    static Stream<Arguments> readOtherwise() {
        return Stream.of(
                Arguments.of(
                        "the organiser that the register has, not the one stated",
                        "ORGANISER",
                        vendor().coded("THEIRS")),
                Arguments.of(
                        "the organiser that the register has, whatever is stated",
                        "counts",
                        vendor().coded("OURS").by("太原师范学院")),
                Arguments.of(
                        "a paper, which nobody organises",
                        "counts",
                        vendor().by(null).of(result("PAPER", null))),
                Arguments.of(
                        "a first day after the last is none: a day's hours",
                        "counts",
                        vendor().days(1, 0).hours(1200)),
                Arguments.of(
                        "a first day after the last is none: more than a day's hours",
                        "HOURS_A_DAY",
                        vendor().days(1, 0).hours(1201)));
    }

    static Stream<Arguments> othersMatters() {
        return Stream.of(
                Arguments.of("a lecturer", "ROLE_NOT_RULED", vendor().as(TrainingRole.LECTURER)),
                Arguments.of(
                        "a lecturer by a policy that speaks of lecturers",
                        "counts",
                        vendor().ruledAs(TrainingRole.LECTURER)),
                Arguments.of(
                        "a role that a policy speaks of and the feed may not report",
                        "ROLE",
                        vendor().ruledAs(TrainingRole.MENTOR)),
                Arguments.of("many at one instant", "SAME_INSTANT", vendor().crowded()),
                Arguments.of(
                        "many at one instant, of a level that it may not",
                        "LEVEL",
                        vendor().at(Level.NATIONAL).crowded()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"records", "othersMatters", "oddRecords", "twoReasons", "readOtherwise"})
    void holdsARecordForTheFirstReasonThatItsContentGives(
            String what, String expected, CandidateBuilder record) {
        boolean counts = expected.equals("counts");
        assertThat(placed(record)).containsExactly(counts ? expected : "held: " + expected);
        String released = expected.equals("PROGRAMME_WITHDRAWN") ? "held: " + expected : "counts";
        assertThat(placed(record.ruled(Ruling.RELEASED))).containsExactly(released);
        assertThat(placed(record.ruled(Ruling.REFUSED)))
                .containsExactly("refused: " + (counts ? "null" : expected));
    }

    @ParameterizedTest(name = "{0}..{1} and {2}..{3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | 4 | 2 | 6 | TWO_PLACES | two days in both
                    0 | 4 | 4 | 8 | counts | one ends on the day that the other begins
                    0 | 4 | 5 | 8 | counts | one after the other
                    0 | 8 | 3 | 3 | TWO_PLACES | one day amidst
                    0 | 8 | 0 | 8 | TWO_PLACES | the same days
                    0 | 0 | 0 | 0 | counts | half a day each
                    0 | 8 | 0 | 0 | counts | the first day
                    0 | 8 | 8 | 8 | counts | the last day
                    """)
    void nobodyIsInTwoPlacesAtOnce(int from, int to, int from2, int to2, String hold, String why) {
        CandidateBuilder first = county("n1").named("第一个集中培训").by("山西大学").days(from, to);
        CandidateBuilder second = county("n2").named("另一个集中培训").by("太原师范学院").days(from2, to2);
        String expected = hold.equals("counts") ? hold : "held for n1 by " + hold;
        assertThat(placed(first.hours(100), second.hours(100))).containsExactly("counts", expected);
        assertThat(placed(second.by(null), first)).containsExactly("counts", "counts");
        assertThat(placed(second.by("山西大学文学院"), first)).containsExactly("counts", "counts");
        assertThat(placed(second.by("太原师范学院").hours(Form.ONLINE, 100), first))
                .containsExactly("counts", "counts");
    }

    @ParameterizedTest(name = "{0} h in 3 days beside {1} h in 2: {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1800 | 1200 | counts | 6 and 6 hours a day
                    1800 | 1201 | HOURS_A_DAY | a hundredth of an hour more
                    1801 | 1200 | HOURS_A_DAY | a third of a hundredth more, exactly
                    3600 | 1 | HOURS_A_DAY | nothing goes beside a full day
                    """)
    void theHoursOfADayAreSummedExactly(int hours, int hours2, String hold, String why) {
        CandidateBuilder first = county("n1").named("第一个集中培训").days(0, 2).hours(hours);
        CandidateBuilder second = county("n2").named("另一个集中培训").days(1, 2).hours(hours2);
        String expected = hold.equals("counts") ? hold : "held for n1 by " + hold;
        assertThat(placed(first, second)).containsExactly("counts", expected);
        assertThat(placed(first, second.days(3, 4))).containsExactly("counts", "counts");
        assertThat(placed(first, second.ruled(Ruling.RELEASED)))
                .containsExactly("counts", "counts");
    }

    @Test
    void threeTrainingsAreTooMuchTogetherThoughTwoAreNot() {
        CandidateBuilder first = county("n1").named("第一个集中培训").days(0, 4).hours(2500);
        CandidateBuilder second = county("n2").named("另一个集中培训").days(3, 7).hours(2500);
        CandidateBuilder third = county("n3").named("又一个集中培训").days(4, 4).hours(201);
        assertThat(placed(first, second, third))
                .containsExactly("counts", "counts", "held for n1 by HOURS_A_DAY");
        assertThat(placed(first, second, third.hours(200)))
                .containsExactly("counts", "counts", "counts");
    }

    /// What is of no place, or says not when, is nowhere else.
    @Test
    void onlyWhoIsInOnePlaceIsInTwo() {
        CandidateBuilder first = county("n1").named("第一个集中培训").by("山西大学").days(0, 4).hours(100);
        CandidateBuilder second = county("n2").named("另一个集中培训").by("太原师范学院").days(2, 6).hours(100);
        assertThat(placed(first, second)).containsExactly("counts", "held for n1 by TWO_PLACES");
        assertThat(placed(first.by("太原师范学院文学院"), second)).containsExactly("counts", "counts");
        assertThat(placed(first.by("山西大学").hours(Form.ONLINE, 100), second))
                .containsExactly("counts", "counts");
        assertThat(placed(first.hours(100).from(null).on(DAY.plusDays(4)), second))
                .containsExactly("counts", "counts");
    }

    @Test
    void hoursOfNoStatedDaysAreNotSummed() {
        CandidateBuilder first = county("n1").named("第一个集中培训").days(0, 0).hours(1200);
        CandidateBuilder second = county("n2").named("另一个集中培训").days(0, 0).hours(100);
        assertThat(placed(first, second)).containsExactly("counts", "held for n1 by HOURS_A_DAY");
        assertThat(placed(first, second.from(null))).containsExactly("counts", "counts");
        assertThat(placed(first, second.days(0, 0).of(blended(100, 100))))
                .containsExactly("counts", "counts");
    }

    /// Neither the first day of the longer one, nor all that lies within it.
    @Test
    void hoursAreSummedOnEachDayByItself() {
        CandidateBuilder first = county("n1").named("第一个集中培训").days(3, 4).hours(2000);
        CandidateBuilder second = county("n2").named("另一个集中培训").days(8, 9).hours(2000);
        CandidateBuilder third = county("n3").named("又一个集中培训").days(0, 9);
        assertThat(placed(first, second, third.hours(2000)))
                .containsExactly("counts", "counts", "counts");
        assertThat(placed(first, second, third.hours(2001)))
                .containsExactly("counts", "counts", "held for n1 by HOURS_A_DAY");
    }

    @Test
    void aCopyHasNoDaysOfItsOwn() {
        CandidateBuilder first = county("n1").coded("OPEN").days(0, 1).hours(2400);
        CandidateBuilder second = county("n2").coded("OPEN").days(0, 1).hours(2400);
        assertThat(placed(first, second))
                .containsExactly("counts", "aside for n1 by SAME_PROGRAMME");
    }

    private static Training blended(int centralised, int online) {
        return new Training.Blended(
                List.of(
                        new Training.Part(Form.CENTRALISED, centralised),
                        new Training.Part(Form.ONLINE, online)),
                centralised + online,
                Grade.PASS,
                null);
    }

    private static RegisteredProgramme entry(
            int number, String code, boolean isWithdrawn, @Nullable String organiser) {
        return new RegisteredProgramme(
                number,
                code,
                code,
                List.of(),
                null,
                null,
                null,
                organiser,
                DAY.minusDays(10),
                null,
                isWithdrawn);
    }

    private static CandidateBuilder vendor() {
        return CandidateBuilder.of("vendor", "v1").at(Level.CITY).coded("OPEN").by("山西大学");
    }

    private static CandidateBuilder county(String recordId) {
        return CandidateBuilder.of("county", recordId).at(Level.COUNTY);
    }

    private static List<String> placed(CandidateBuilder... builders) {
        MatchCandidate[] records =
                Arrays.stream(builders).map(CandidateBuilder::build).toArray(MatchCandidate[]::new);
        Placing placing =
                new Placing(
                        REGISTER,
                        MatchingRules.DEFAULT,
                        (_, _) -> 1,
                        feed -> feed.equals("vendor") ? VENDOR : Authority.ANY);
        return PlacedTexts.told(placing.placeAll(List.of(records), PairDecisions.NONE), records);
    }
}
