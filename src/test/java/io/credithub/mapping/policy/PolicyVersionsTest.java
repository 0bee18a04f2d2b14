package io.credithub.mapping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Effective;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.policy.PolicyVersions.FiledVersion;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Versions written as `id root division from to`, and which of them do not follow the others.
final class PolicyVersionsTest {
    private static final Text TITLE = new Text("某省", "some province");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a a 500000 2017-09-01 2019-08-31, b a 500000 2019-09-01 -          |               | one after the other
                    b a 500000 2019-09-01 -, a a 500000 2017-09-01 2019-08-31          |               | in any order
                    a a 500000 2017-09-01 2019-08-31, b a 500000 2019-08-31 -          | b on          | one day twice
                    a a 500000 2017-09-01 -, b a 500000 2019-09-01 -                   | b on          | the first has no end
                    a a 500000 2017-09-01 2019-08-31, b a 500000 2019-09-02 -          | b ends        | one day without rules
                    a a 500000 2017-09-01 2019-08-31, b b 500000 2020-09-01 -          |               | no line: a gap may be
                    a a 500000 2017-09-01 -, b b 500000 2020-09-01 -                   | b on          | no line, yet the same place
                    a a 500000 2017-09-01 -, b a 500100 2017-09-01 -                   |               | a city of the province
                    a a - 2017-09-01 -, b b - 2017-09-01 -                             |               | of no division, side by side
                    a a - 2017-09-01 -, b a - 2017-09-01 -                             | b on          | of no division, one line
                    a a 500000 2017-01-01 2017-12-31, b a 500000 2018-01-01 2018-12-31, c a 500000 2019-01-02 - | c ends | three, with a gap
                    a a 500000 2017-01-01 2017-12-31, c a 500000 2019-01-01 -, b a 500000 2018-01-01 2018-12-31 |        | three, without
                    """)
    void theyFollowOneAnother(String versions, @Nullable String expected, String why) {
        List<FiledVersion> all =
                Stream.of(versions.split(", ")).map(PolicyVersionsTest::of).toList();
        List<String> told =
                PolicyVersions.problems(all).stream()
                        .map(problem ->
                                problem.file()
                                        + (problem.message().en().contains(" ends on ")
                                                ? " ends"
                                                : " on"))
                        .toList();
        assertThat(told).as(why).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /// A county whose cycles are not those of its province could not be added up with it.
    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"500103, 500000, true", "500103, 510000, false", "500103, 500103, true"})
    void oneProvinceHasOneCalendar(String county, String province, boolean isRefused) {
        List<FiledVersion> all =
                List.of(
                        of("a a %s 2017-01-01 2018-12-31".formatted(province)),
                        of("b b %s 2019-01-01 -".formatted(county), 4));
        List<FileProblem> problems = PolicyVersions.problems(all);
        assertThat(problems.stream().map(FileProblem::path).toList())
                .isEqualTo(isRefused ? List.of("/calendar") : List.of());
    }

    private static FiledVersion of(String words) {
        return of(words, 5);
    }

    private static FiledVersion of(String words, int years) {
        String[] word = words.trim().split(" ");
        Effective days =
                new Effective(
                        LocalDate.parse(word[3]),
                        word[4].equals("-") ? LocalDate.MAX : LocalDate.parse(word[4]));
        String division = word[2].equals("-") ? null : word[2];
        return new FiledVersion(
                word[0],
                word[1],
                new Heading(word[0], TITLE, "source", Confidence.LAW, division, days),
                new SchoolCalendar(MonthDay.of(9, 1), ZoneId.of("Asia/Shanghai"), 2017, years));
    }
}
