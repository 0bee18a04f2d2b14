package io.credithub.domain.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionCatalogue.CodeStanding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DivisionCatalogueTest {
    /// A city with three counties and a zone; a county beside the cities; five codes of the past:
    /// one was divided, one renamed twice, two became one, one went into a county that stayed.
    private static final DivisionCatalogue KNOWN =
            new DivisionCatalogue(
                    new DivisionList(
                            List.of(
                                    listed("140000", "山西省", null),
                                    listed("140200", "大同市", "140000"),
                                    listed("140212", "新荣区", "140200"),
                                    listed("140213", "平城区", "140200"),
                                    listed("140214", "云冈区", "140200"),
                                    new ListedDivision(
                                            "140271",
                                            "经济开发区",
                                            DivisionLevel.COUNTY,
                                            "140200",
                                            DivisionKind.STATISTICAL),
                                    listed("149001", "直管市", "140000")),
                            List.of(
                                    change(
                                            2018,
                                            "140211",
                                            "大同市南郊区",
                                            SuccessionKind.SPLIT,
                                            "140213",
                                            "140214"),
                                    change(
                                            2018,
                                            "140202",
                                            "大同市城区",
                                            SuccessionKind.SPLIT_MERGE,
                                            "140213"),
                                    change(2005, "140220", "云冈县", SuccessionKind.RENAME, "140230"),
                                    change(2018, "140230", "云冈大县", SuccessionKind.RENAME, "140214"),
                                    change(
                                            2020,
                                            "140221",
                                            "旧县",
                                            SuccessionKind.ABSORB,
                                            "140212"))));

    private static ListedDivision listed(String code, String name, @Nullable String parent) {
        return new ListedDivision(
                code, name, DivisionLevel.of(code), parent, DivisionKind.STANDARD);
    }

    private static DivisionChange change(
            int year, String code, String name, SuccessionKind kind, String... successors) {
        return new DivisionChange(year, code, name, List.of(successors), kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    100000 | 全国               | 100000
                    140000 | 山西省             | 140000
                    140200 | 大同市             | 140200
                    140213 | 大同市 平城区      | 140213
                    140271 | 大同市 经济开发区  | 140271
                    149001 | 山西省 直管市      | 149001
                    140211 | 大同市 南郊区      | 140211
                    140220 | 大同市 云冈县      | 140220
                    149999 | 未知区划 149999    | unknown division 149999
                    130000 | 未知区划 130000    | unknown division 130000
                    """)
    void everyCodeHasATitle(String code, String zh, String en) {
        assertThat(KNOWN.title(code)).isEqualTo(new Text(zh, en));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "14", "014000", "1401055", "一四〇一〇五"})
    void evenWhatIsNoCode(String code) {
        assertThat(KNOWN.title(code).zh()).isEqualTo("未知区划 " + code);
        assertThat(KNOWN.find(code)).isEmpty();
        assertThat(KNOWN.answersToday(code)).isEmpty();
        assertThat(KNOWN.standing(code)).isEqualTo(CodeStanding.UNKNOWN);
        assertThat(KNOWN.successors(code)).isEmpty();
        assertThat(KNOWN.children(code)).isEmpty();
    }

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    140213 | 2018 |      | made of parts of two
                    140214 | 2018 |      | a rename begins a code, too
                    140230 | 2005 | 2017 | in between
                    140220 |      | 2004 | before all changes
                    140212 |      |      | what takes another up was there before
                    140271 |      |      | no change speaks of it
                    """)
    void aCodeHoldsFromAndToASchoolYear(
            String code, @Nullable Integer from, @Nullable Integer to, String why) {
        KnownDivision one = KNOWN.find(code).orElseThrow();
        assertThat(one.fromYear()).as(why).isEqualTo(from);
        assertThat(one.toYear()).as(why).isEqualTo(to);
        for (int year = 1990; year < 2030; year++) {
            boolean holds = (from == null || year >= from) && (to == null || year <= to);
            assertThat(one.holdsIn(year)).as("%s in %d", code, year).isEqualTo(holds);
        }
        assertThat(one.isToday()).isEqualTo(to == null);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    140213 | 140213        | it holds
                    140211 | 140213 140214 | it was divided
                    140202 | 140213        | a part of another
                    140220 | 140214        | by way of 140230
                    140221 | 140212        | taken up
                    140200 | 140200        | a city answers for itself
                    149999 |               | nobody knows
                    """)
    void whoAnswersTodayIsFoundThroughEverySuccession(
            String code, @Nullable String answering, String why) {
        List<String> expected = answering == null ? List.of() : List.of(answering.split(" "));
        assertThat(KNOWN.answersToday(code))
                .as(why)
                .extracting(KnownDivision::code)
                .isEqualTo(expected);
    }

    @Test
    void successionIsToldBothWays() {
        assertThat(KNOWN.successors("140211")).containsExactly("140213", "140214");
        assertThat(KNOWN.predecessors("140213")).containsExactly("140202", "140211");
        assertThat(KNOWN.predecessors("140214")).containsExactly("140211", "140230");
        assertThat(KNOWN.change("140221").map(DivisionChange::kind))
                .isEqualTo(Optional.of(SuccessionKind.ABSORB));
        assertThat(KNOWN.change("140213")).isEmpty();
        assertThat(KNOWN.predecessors("149999")).isEmpty();
    }

    @Test
    void childrenAreThoseOfToday() {
        assertThat(KNOWN.children("140200"))
                .extracting(KnownDivision::code)
                .containsExactly("140212", "140213", "140214", "140271");
        assertThat(KNOWN.children("140000"))
                .extracting(KnownDivision::code)
                .containsExactly("140200", "149001");
        assertThat(KNOWN.children("140213")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "140213, IN_FORCE",
        "140271, IN_FORCE",
        "140211, ABOLISHED",
        "140200, TOO_WIDE",
        "140000, TOO_WIDE",
        "149999, UNKNOWN"
    })
    void onlyACountyOfTodayIsAPlaceForATeacher(String code, CodeStanding standing) {
        assertThat(KNOWN.standing(code)).isEqualTo(standing);
    }

    @Test
    void aCircleEndsAllTheSame() {
        DivisionCatalogue circle =
                new DivisionCatalogue(
                        new DivisionList(
                                List.of(),
                                List.of(
                                        change(
                                                2018,
                                                "140211",
                                                "甲",
                                                SuccessionKind.RENAME,
                                                "140212"),
                                        change(
                                                2019,
                                                "140212",
                                                "乙",
                                                SuccessionKind.RENAME,
                                                "140211"))));
        assertThat(circle.answersToday("140211")).isEmpty();
    }

    @Test
    void theOrderOfAListSaysNothing() {
        DivisionList list = KNOWN.list();
        DivisionList turned =
                new DivisionList(list.divisions().reversed(), list.changes().reversed());
        assertThat(turned).isEqualTo(list);
        assertThat(new DivisionCatalogue(turned).all()).isEqualTo(KNOWN.all());
    }

    @Test
    void everyCodeHasOneLevel() {
        for (int code = 100_000; code < 1_000_000; code++) {
            String text = Integer.toString(code);
            DivisionLevel level = DivisionLevel.of(text);
            assertThat(level == DivisionLevel.PROVINCE).isEqualTo(code % 10_000 == 0);
            assertThat(level == DivisionLevel.COUNTY).isEqualTo(code % 100 != 0);
        }
        assertThatThrownBy(() -> DivisionLevel.of("14010")).isInstanceOf(RuntimeException.class);
    }
}
