package io.credithub.mapping.policy;

import static io.credithub.fixtures.Requiring.FREE_YEAR;
import static io.credithub.fixtures.Requiring.cycle;
import static io.credithub.fixtures.Requiring.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.Requiring;
import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requirements that do not go together are refused, with the place and the way out.
final class RequirementFieldsTest {
    private static final String FLOORS =
            item("a", "forms: [ONLINE], credits: 30")
                    + item("b", "within: a, levels: [CITY], group: g, credits: 10")
                    + item("c", "within: a, levels: [COUNTY], credits: 20, waivedBy: [SMALL]");
    private static final String CAPS =
            item("d", "forms: [SELF_DIRECTED], credits: 20")
                    + item("e", "within: d, categories: [PAPER], credits: 5, period: YEAR");
    private static final String MORE =
            """
            exemptions:
              - {kind: SMALL, title: {zh: t, en: t}, paragraph: p}
              - {kind: OTHER, title: {zh: t, en: t}, waives: [a], paragraph: p}
            loans: {ratePercent: 100, perForm: false, paragraph: p}
            """;
    private static final String WHOLE =
            FREE_YEAR.replace("minimum: 0", "minimum: 20, most: 160")
                    + cycle(100, "  floors:\n" + FLOORS + "  caps:\n" + CAPS)
                    + MORE;

    @TempDir private Path folder = Path.of("");

    @Test
    void requirementsThatGoTogetherAreRead() throws IOException {
        assertThat(problems(WHOLE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    within: a, levels: [COUNTY] | within: z, levels: [COUNTY]               | /cycle/floors/2/within
                    within: a, levels: [COUNTY] | within: d, levels: [COUNTY]               | /cycle/floors/2/within
                    within: a, levels: [CITY]   | within: a, forms: [CENTRALISED]           | /cycle/floors/1/within
                    forms: [ONLINE]             | within: b                                 | /cycle/floors/0/within
                    forms: [ONLINE]             | group: g                                  | /cycle/floors/1/group
                    credits: 20, waivedBy       | credits: 20.01, waivedBy                  | /cycle/floors/2/credits
                    levels: [CITY], group: g, credits: 10 | group: g, credits: 30.01        | /cycle/floors/1/credits
                    levels: [CITY], group: g, credits: 10 | period: YEAR, credits: 6.01     | /cycle/floors/1/credits
                    forms: [ONLINE], credits: 30 | forms: [ONLINE], credits: 100.01         | /cycle/floors/0/credits
                    waivedBy: [SMALL]           | waivedBy: [TALL]                          | /cycle/floors/2/waivedBy
                    waivedBy: [SMALL]           | waivedBy: SMALL                           | /cycle/floors/2/waivedBy
                    waivedBy: [SMALL]           | waivedBy: [SMALL, SMALL]                  | /cycle/floors/2/waivedBy/1
                    waives: [a]                 | waives: [d]                               | /exemptions/1/waives
                    waives: [a],                | waivesYear: false,                        | /exemptions/1/
                    kind: OTHER                 | kind: SMALL                               | /exemptions/1/kind
                    within: d, categories       | levels: [CITY], categories                | /cycle/caps/1/within
                    categories: [PAPER]         | forms: [ONLINE], categories: [PAPER]      | /cycle/caps/1/categories
                    period: YEAR                | period: MONTH                             | /cycle/caps/1/period
                    most: 160                   | most: 19.99                               | /schoolYear/most
                    ratePercent: 100            | ratePercent: 1001                         | /loans/ratePercent
                    perForm: false              | perFrom: false                            | /loans/perFrom
                    """)
    void whatDoesNotGoTogetherIsNamedWithItsPlace(String there, String instead, String path)
            throws IOException {
        assertThat(WHOLE).contains(there);
        int at = WHOLE.indexOf(there);
        String text = WHOLE.substring(0, at) + instead + WHOLE.substring(at + there.length());
        List<FileProblem> problems = problems(text);
        assertThat(problems).extracting(FileProblem::path).contains(path);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.fix().zh()).isNotBlank());
    }

    private List<FileProblem> problems(String requirements) throws IOException {
        Files.writeString(folder.resolve("shanxi-2017.yaml"), Requiring.text(5, requirements));
        return PolicyFiles.load(folder).problems();
    }
}
