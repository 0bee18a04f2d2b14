package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.terms.Effective;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.fixtures.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which policy holds where and when, in a province with two versions, a city, and a county that
/// went its own way for two years.
final class PolicyBookTest {
    private static final List<Policy> ALL =
            Policies.over(
                    Map.of(
                            "province-1",
                                    "division: \"500000\"\n"
                                            + "effective: {from: 2017-09-01, to: 2019-08-31}",
                            "province-2", "division: \"500000\"\neffective: {from: 2019-09-01}",
                            "city",
                                    "division: \"500200\"\n"
                                            + "effective: {from: 2018-01-01, to: 2021-12-31}",
                            "county",
                                    "division: \"500243\"\n"
                                            + "effective: {from: 2019-03-01, to: 2021-02-28}",
                            "calendar-years",
                                    "division: \"500300\"\n"
                                            + "calendar: {schoolYearStart: \"01-01\"}"));
    private static final PolicyBook BOOK = new PolicyBook(ALL);

    /// One year here, then in another county, from 2020 on in another province.
    private static final List<Residence> MOVED =
            List.of(
                    new Residence(LocalDate.of(2020, 9, 1), "140105"),
                    new Residence(LocalDate.of(2018, 9, 1), "500101"),
                    new Residence(LocalDate.of(2019, 9, 1), "500243"));

    @ParameterizedTest(name = "{0} on {1}: {2}, {3}")
    @CsvSource(
            textBlock =
                    """
                    500101, 2017-08-31, none,       before the first version
                    500101, 2017-09-01, province-1, the first day of a version
                    500101, 2019-08-31, province-1, the last day of a version
                    500101, 2019-09-01, province-2, the day after
                    500101, 2099-12-31, province-2, an open version
                    500243, 2017-12-31, province-1, no city version yet
                    500243, 2018-01-01, city,       city over province
                    500243, 2019-02-28, city,       the day before the county's
                    500243, 2019-03-01, county,     county over city over province
                    500243, 2021-02-28, county,     the county's last day
                    500243, 2021-03-01, city,       the city's again
                    500243, 2022-01-01, province-2, the province's again
                    500244, 2020-01-01, city,       another county of the city
                    500200, 2020-01-01, city,       the city itself
                    500000, 2020-01-01, province-2, the province itself
                    510101, 2020-01-01, none,       another province
                    5001,   2020-01-01, none,       not a division
                    """)
    void theDeepestDivisionWithAVersionInForceIsTaken(
            String division, LocalDate day, String expected, String why) {
        assertThat(id(BOOK.on(division, day))).as(why).isEqualTo(expected);
    }

    @Test
    void whatHoldsEverywhereHoldsWhereNothingElseDoes() {
        List<Policy> all = new ArrayList<>(ALL);
        all.addAll(
                Policies.over(
                        Map.of(
                                "copied",
                                "division: null\nconfidence: SECONDARY",
                                "law",
                                "division: null")));
        PolicyBook book = new PolicyBook(all);
        LocalDate day = LocalDate.of(2020, 1, 1);
        assertThat(id(book.on("510101", day))).isEqualTo("law");
        assertThat(id(book.on("", day))).isEqualTo("law");
        assertThat(id(book.on("500101", day))).isEqualTo("province-2");
    }

    @ParameterizedTest(name = "an award of {0} by {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    2018-08-31, province-1, before the history begins: where it begins
                    2018-09-01, province-1, the first county
                    2019-08-31, province-1, the last day there
                    2019-09-01, county,     the day of the move
                    2020-08-31, county,     the last day there
                    2020-09-01, none,       a province without a policy
                    """)
    void anAwardIsJudgedWhereTheTeacherThenWas(LocalDate day, String expected, String why) {
        assertThat(id(BOOK.ofAward(MOVED, day))).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, cycle {1}, asked on {2}: {3}, {4}")
    @CsvSource(
            textBlock =
                    """
                    500101, 2017, 2019-08-31, province-1,     in force that day
                    500101, 2017, 2019-09-01, province-2,     a new version within the cycle
                    500101, 2012, 2019-09-01, none,           over before there was any
                    500243, 2017, 2022-08-31, province-2,     the last day of the cycle
                    500243, 2012, 2018-08-31, none,           long over
                    500243, 2017, 2020-08-31, county,         the county's day
                    500101, 2014, 2020-01-01, province-1,     its last day is before the new version
                    500301, 2017, 2023-01-01, calendar-years, a cycle of calendar years
                    """)
    void aCycleIsJudgedByTheDayAskedAboutOrItsLast(
            String division, int cycle, LocalDate asOf, String expected, String why) {
        List<Residence> always = List.of(new Residence(LocalDate.of(2000, 1, 1), division));
        assertThat(id(BOOK.ofCycle(always, cycle, asOf))).as(why).isEqualTo(expected);
    }

    @Test
    void theDivisionOfTheCyclesLastDayCounts() {
        List<Residence> moved =
                List.of(
                        new Residence(LocalDate.of(2014, 9, 1), "500243"),
                        new Residence(LocalDate.of(2019, 9, 1), "500101"));
        LocalDate last = LocalDate.of(2019, 8, 31);
        assertThat(id(BOOK.ofCycle(moved, 2014, last))).isEqualTo("county");
        assertThat(id(BOOK.ofCycle(moved, 2014, last.plusDays(1)))).isEqualTo("county");
        assertThat(id(BOOK.ofCycle(moved, 2019, last.plusDays(1)))).isEqualTo("province-2");
    }

    @Test
    void theOrderInWhichPoliciesAndResidencesAreGivenDoesNotMatter() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Policy> policies = new ArrayList<>(ALL);
            List<Residence> residences = new ArrayList<>(MOVED);
            Collections.shuffle(policies, random);
            Collections.shuffle(residences, random);
            PolicyBook book = new PolicyBook(policies);
            for (LocalDate day = LocalDate.of(2017, 8, 1);
                    day.getYear() < 2023;
                    day = day.plusDays(9)) {
                assertThat(id(book.ofAward(residences, day)))
                        .as("seed %d, %s", seed, day)
                        .isEqualTo(id(BOOK.ofAward(MOVED, day)));
            }
        }
    }

    @Test
    void whoLivesNowhereIsJudgedByWhatHoldsEverywhere() {
        assertThat(PolicyBook.divisionOn(List.of(), LocalDate.of(2020, 1, 1))).isEmpty();
    }

    @ParameterizedTest(name = "{0}–{1} and {2}–{3}")
    @CsvSource(
            textBlock =
                    """
                    2017-09-01, 2019-08-31, 2019-09-01, 2020-08-31, false, true
                    2017-09-01, 2019-08-31, 2019-08-31, 2020-08-31, true,  false
                    2017-09-01, 2019-08-31, 2019-09-02, 2020-08-31, false, false
                    2017-09-01, 2019-08-31, 2018-01-01, 2018-01-01, true,  false
                    """)
    void versionsFollowOneAnotherByTheDay(
            LocalDate from,
            LocalDate to,
            LocalDate nextFrom,
            LocalDate nextTo,
            boolean overlap,
            boolean seam) {
        Effective one = new Effective(from, to);
        Effective next = new Effective(nextFrom, nextTo);
        assertThat(Map.of("overlap", one.overlaps(next), "seam", one.isFollowedBy(next)))
                .isEqualTo(Map.of("overlap", overlap, "seam", seam));
        assertThat(next.overlaps(one)).isEqualTo(overlap);
    }

    private static String id(Optional<Policy> policy) {
        return policy.map(Policy::id).orElse("none");
    }
}
