package io.credithub.domain.standing;

import static io.credithub.fixtures.Requiring.FREE_YEAR;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.earned;
import static io.credithub.fixtures.Requiring.item;
import static io.credithub.fixtures.Requiring.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Standing.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Floors, caps and groups: a little below, at and above each number.
final class RequirementsTest {
    private static final LocalDate AFTER = LocalDate.of(2027, 9, 1);

    @ParameterizedTest(name = "{0}: {1} counts, {2} is missing ({3})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                     9.99 |  9.99 | 0.01 | one below
                    10.00 | 10.00 | 0.00 | the floor itself
                    10.01 | 10.01 | 0.00 | one above
                    """)
    void aFloorAsksForSoMuchOfItsScope(String there, String counts, String missing, String why) {
        Policy policy = policy(FREE_YEAR + floors(item("online", "forms: [ONLINE], credits: 10")));
        Standing standing = standing(policy, online(2022, there), central(2022, "50"));
        assertThat(line(standing, "online").recognised()).as(why).hasToString(counts);
        assertThat(line(standing, "online").missing()).as(why).hasToString(missing);
    }

    @ParameterizedTest(name = "{0} and {1}: {2} is left ({3})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    4.99 | 4.00 |  8.99 | below both
                    5.00 | 5.00 | 10.00 | both at their limit
                    5.01 | 5.00 | 10.00 | the first year is cut by the year
                    9.00 | 9.00 | 10.00 | both years are cut, the cycle is not
                    """)
    void theCapOfAYearBitesEachYear(String first, String second, String left, String why) {
        Policy policy =
                policy(FREE_YEAR + caps(item("c", "forms: [ONLINE], credits: 5, period: YEAR")));
        Standing standing = standing(policy, online(2022, first), online(2023, second));
        assertThat(standing.recognised()).as(why).hasToString(left);
        assertThat(line(standing, "c").cut()).isEqualTo(standing.cutByCaps());
    }

    @Test
    void aCapOfTheYearWithinOneOfTheCycleBitesFirstAndEachSaysWhatItCuts() {
        Policy policy =
                policy(
                        FREE_YEAR
                                + caps(
                                        item("all", "forms: [ONLINE], credits: 8")
                                                + item(
                                                        "each",
                                                        "credits: 5, period: YEAR, within: all")));
        Standing standing = standing(policy, online(2022, "7"), online(2023, "6"));
        assertThat(standing.years())
                .extracting(YearStanding::cuts)
                .startsWith(
                        List.of(new Cut("each", credits(200))),
                        List.of(new Cut("each", credits(100)), new Cut("all", credits(200))));
        assertThat(line(standing, "all").recognised()).hasToString("8.00");
    }

    @Test
    void whatAYearIsCutOfLeavesRoomInTheCapOfTheCycle() {
        Policy policy =
                policy(
                        year("minimum: 0, most: 10")
                                + caps(
                                        item("one", "forms: [ONLINE], credits: 10")
                                                + item(
                                                        "two",
                                                        "forms: [CENTRALISED], credits: 10")));
        // Either 10 alone would do in the first year: the other year's training decides which.
        Standing standing =
                standing(policy, online(2022, "10"), central(2022, "10"), central(2023, "10"));
        assertThat(standing.recognised()).hasToString("20.00");
        assertThat(standing.years().getFirst().cuts())
                .containsExactly(new Cut("two", credits(1000)));
    }

    @Test
    void aFloorCountsWhatCapsInsideItLeave() {
        Policy policy =
                policy(
                        FREE_YEAR
                                + cycle(
                                        100,
                                        "  floors:\n"
                                                + item("own", "forms: [ONLINE], credits: 50")
                                                + "  caps:\n"
                                                + item(
                                                        "part",
                                                        "forms: [ONLINE], levels: [CITY],"
                                                                + " credits: 5")));
        Standing standing =
                standing(policy, online(2022, "3"), earned(2022, Level.CITY, Form.ONLINE, "9"));
        assertThat(line(standing, "own").recognised()).hasToString("8.00");
        assertThat(line(standing, "own").cut()).hasToString("4.00");
    }

    @Test
    void aGroupUsesNoCreditTwiceAndPartsOfABlendedTrainingGoEachItsWay() {
        Policy policy =
                policy(
                        FREE_YEAR
                                + floors(
                                        item("first", "forms: [ONLINE], group: g, credits: 5")
                                                + item("second", "group: g, credits: 5")
                                                + item("view", "credits: 5")));
        Training.Blended blended =
                new Training.Blended(
                        List.of(new Part(Form.CENTRALISED, 600), new Part(Form.ONLINE, 1000)),
                        1600,
                        Grade.PASS,
                        null);
        Standing standing = standing(policy, earned(2022, Level.PROVINCE, blended, "4.00"));
        assertThat(standing.lines().stream().map(line -> line.counted().toString()))
                .containsExactly("4.00", "2.00", "2.00", "4.00");
    }

    @Test
    void aFloorWithinAFloorOfAGroupCountsOnlyWhatItsParentWasGiven() {
        Policy policy =
                policy(
                        FREE_YEAR
                                + floors(
                                        item("first", "forms: [ONLINE], group: g, credits: 5")
                                                + item("second", "group: g, credits: 5")
                                                + item("in", "within: second, credits: 5")));
        Standing standing = standing(policy, online(2022, "3"), central(2022, "2"));
        assertThat(line(standing, "in").recognised()).hasToString("2.00");
    }

    @Test
    void categoriesNarrowOnlySelfDirectedResults() {
        Policy policy =
                policy(
                        FREE_YEAR
                                + floors(
                                        item("papers", "categories: [PAPER], credits: 5")
                                                + item("books", "categories: [BOOK], credits: 5")
                                                + item(
                                                        "both",
                                                        "forms: [ONLINE, SELF_DIRECTED],"
                                                                + " categories: [BOOK],"
                                                                + " credits: 5")));
        Standing standing =
                standing(
                        policy,
                        online(2022, "3"),
                        earned(2022, Level.CITY, Form.SELF_DIRECTED, "2"));
        assertThat(standing.lines().stream().map(line -> line.counted().toString()))
                .containsExactly("5.00", "2.00", "0.00", "3.00");
        assertThat(line(standing, "books").line().filledBy().zh()).contains("类别 BOOK");
    }

    @Test
    void aCycleOfTwoYearsIsProRatedByTwo() {
        Policy policy = policy(2, FREE_YEAR + cycle(30, ""));
        TeacherFacts late = new TeacherFacts(LocalDate.of(2022, 10, 1), null, false);
        Entries entries = new Entries(2021, List.of(online(2022, "15")));
        Standing standing = Standing.of(policy, entries, late, AFTER);
        assertThat(standing.required()).hasToString("15.00");
        assertThat(standing.years()).hasSize(2);
        assertThat(standing.verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void theSameContentCountsOnceAtItsHighestLevel() {
        Policy policy = policy(FREE_YEAR + cycle(30, "") + "once: {paragraph: p}\n");
        Standing standing =
                standing(
                        policy,
                        about("x", online(2022, "5")),
                        about("x", earned(2023, Level.CITY, Form.ONLINE, "9")),
                        about("x", earned(2024, Level.NATIONAL, Form.ONLINE, "0")),
                        about("y", online(2022, "1")),
                        online(2022, "1"));
        assertThat(standing.recognised()).hasToString("7.00");
    }

    static String year(String rest) {
        return "schoolYear: {carriesForward: true, proRated: true, paragraph: p, " + rest + "}\n";
    }

    static Earned online(int schoolYear, String credits) {
        return earned(schoolYear, Level.PROVINCE, Form.ONLINE, credits);
    }

    static Standing standing(Policy policy, Earned... entries) {
        return Standing.of(
                policy, new Entries(2022, List.of(entries)), TeacherFacts.SETTLED, AFTER);
    }

    static LineStanding line(Standing standing, String key) {
        return standing.lines().stream()
                .filter(line -> line.line().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Earned central(int schoolYear, String credits) {
        return earned(schoolYear, Level.PROVINCE, Form.CENTRALISED, credits);
    }

    private static Earned about(String content, Earned entry) {
        return new Earned(entry.facts(), entry.credits(), content, entry.recordId());
    }

    private static String floors(String lines) {
        return cycle(100, "  floors:\n" + lines);
    }

    private static String caps(String lines) {
        return cycle(100, "  caps:\n" + lines);
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }
}
