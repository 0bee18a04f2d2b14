package io.credithub.mapping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies are read strictly: whatever is wrong is named with its place.
final class PolicyFilesTest {
    private static final Path SHANXI = Path.of("mappings/policies/shanxi-2017.yaml");

    @TempDir private Path folder = Path.of("");

    @Test
    void thePolicyOfShanxiIsInOrder() throws IOException {
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.ofProject(Path.of(""));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.policies().get("shanxi-2017"))
                .satisfies(file -> assertThat(file.digest()).matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    id: shanxi-2017            | id: other                          | /id
                    source: 晋教师〔2017〕14号     | sauce: 14                          | /source
                    cycleYears: 5              | cycleYears: 6                      | /calendar/cycleYears
                    zone: Asia/Shanghai        | zone: Asia/Taiyuan                 | /calendar/zone
                    "09-01"                    | "02-30"                            | /calendar/schoolYearStart
                    hoursPerCredit: 3          | hoursPerCredit: 0                  | /hours/0/hoursPerCredit
                    hoursPerCredit: 3          | hoursPerCredit: "3"                | /hours/0/hoursPerCredit
                    hoursPerCredit: 3          | hoursPerCredit: 1e2000000000       | /hours/0/hoursPerCredit
                    levels: [CITY, COUNTY]     | levels: [PROVINCE, COUNTY]         | /hours/1/levels
                    levels: [CITY, COUNTY]     | levels: [TOWN]                     | /hours/1/levels/0
                    grade: GOOD                | grade: EXCELLENT                   | /grades/1/grade
                    minimum: 0.8               | minimum: 80                        | /attendance/minimum
                    places: 2                  | places: 3                          | /rounding/places
                    fixed: 6                   | fixed: 6.001                       | /results/0/fixed
                    code: paper-province       | code: paper-national               | /results/2/code
                    carriesForward: true       | carriesForward: perhaps            | /schoolYear/carriesForward
                    key: ict                   | key: ethics                        | /cycle/
                    schoolOrOnline: 60         | schoolOrOnline: 60, more: 1        | 3
                    """)
    void whatIsWrongIsNamedWithItsPlace(String there, String instead, String path)
            throws IOException {
        String text = Files.readString(SHANXI);
        assertThat(text).contains(there);
        int at = text.indexOf(there);
        Files.writeString(
                folder.resolve("shanxi-2017.yaml"),
                text.substring(0, at) + instead + text.substring(at + there.length()));
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.load(folder);
        assertThat(loaded.policies()).isEmpty();
        assertThat(loaded.problems())
                .extracting(FileProblem::path)
                .anyMatch(found -> found.startsWith(path));
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.fix().zh()).isNotBlank());
    }

    @Test
    void anEmptyFolderIsAProblem() {
        assertThat(PolicyFiles.load(folder.resolve("none")).problems()).hasSize(1);
    }
}
