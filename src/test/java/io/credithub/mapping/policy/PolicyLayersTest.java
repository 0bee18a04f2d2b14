package io.credithub.mapping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Effective;
import io.credithub.fixtures.Policies;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.policy.PolicyFiles.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies that extend others: one file each, `;` where a line ends.
final class PolicyLayersTest {
    private static final Path POLICIES = Path.of("mappings/policies");
    private static final String SHANXI = "shanxi-2017";

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void theirLowestLayerIsThere() throws IOException {
        Files.copy(POLICIES.resolve(SHANXI + ".yaml"), folder.resolve(SHANXI + ".yaml"));
    }

    /// Two files of one line on the same days are a problem, not a reason to leave one out.
    @Test
    void nothingLaidOverAPolicyChangesNothing() throws IOException {
        for (Path each : files()) {
            Path copy = folder.resolve(each.getFileName().toString());
            if (!Files.exists(copy)) Files.copy(each, copy);
        }
        for (String id : PolicyFiles.load(POLICIES).policies().keySet()) {
            write("same", id, "");
            Policy base = policy(id);
            assertThat(told(policy("same"))).as(id).isEqualTo(told(base));
            assertThat(policy("same").rules()).as(id).isEqualTo(base.rules());
        }
    }

    /// All that a policy states, but its name.
    private static String told(Policy policy) {
        return policy.terms().toString().replace("id=" + policy.id() + ",", "");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(POLICIES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileStatesOnlyWhatDiffers() throws IOException {
        write("datong", SHANXI, "division: \"140200\"; hours: [{code: online, hoursPerCredit: 6}]");
        Policy datong = policy("datong");
        Policy shanxi = policy(SHANXI);
        assertThat(datong.terms().awards().hours().get(2).hourHundredthsPerCredit()).isEqualTo(600);
        assertThat(datong.terms().awards().hours()).hasSameSizeAs(shanxi.terms().awards().hours());
        assertThat(datong.lines()).isEqualTo(shanxi.lines());
        assertThat(datong.heading().division()).isEqualTo("140200");
    }

    @Test
    void threeLayersLieOneOverAnother() throws IOException {
        write("city", SHANXI, "division: \"140200\"; rounding: {places: 1}");
        write("county", "city", "division: \"140213\"; rounding: {mode: DOWN}");
        assertThat(policy("county").terms().awards().rounding().places()).isEqualTo(1);
        assertThat(policy("county").terms().awards().rounding().mode().name()).isEqualTo("DOWN");
    }

    @Test
    void whatIsStoredNeedsNoOtherFile() throws IOException {
        write("city", SHANXI, "division: \"140200\"; rounding: {places: 1}");
        PolicyFile city = again("city");
        assertThat(city.body()).doesNotContain("extends").contains("四(一)");
        assertThat(city.digest()).isEqualTo(PolicyText.digest(city.body()));
        assertThat(PolicyFiles.again("city", city.body()).terms()).isEqualTo(city.policy().terms());
        String before = city.digest();
        replaceInShanxi("hoursPerCredit: 3", "hoursPerCredit: 2");
        assertThat(again("city").digest()).isNotEqualTo(before);
    }

    @Test
    void aFileOfItsOwnIsStoredAsItIs() throws IOException {
        String text = Files.readString(folder.resolve(SHANXI + ".yaml"));
        assertThat(again(SHANXI).body()).isEqualTo(text);
    }

    @Test
    void whatWasStoredBeforeConfidenceWasAskedForIsRead() throws IOException {
        replaceInShanxi("confidence: LAW\n", "");
        String old = Files.readString(folder.resolve(SHANXI + ".yaml"));
        assertThat(PolicyFiles.again(SHANXI, old).terms()).isEqualTo(Policies.shanxi().terms());
        assertThat(problems()).extracting(FileProblem::path).containsExactly("/confidence");
    }

    @Test
    void theDaysOfAVersionAreItsOwn() throws IOException {
        replaceInShanxi(
                "confidence: LAW",
                "confidence: LAW\neffective: {from: 2017-09-01, to: 2019-08-31}");
        write("shanxi-2019", SHANXI, "effective: {from: 2019-09-01}");
        assertThat(policy("shanxi-2019").heading().effective())
                .isEqualTo(new Effective(LocalDate.of(2019, 9, 1), LocalDate.MAX));
    }

    @ParameterizedTest(name = "{1} → {2}:{3}: {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    nowhere     | division: "140200"                        | x.yaml           | /extends                | no such base
                    x           | division: "140200"                        | x.yaml           | /extends                | itself
                    shanxi-2017 | division: "1402"                          | x.yaml           | /division               | four digits
                    shanxi-2017 | division: 140200                          | x.yaml           | /division               | a number
                    shanxi-2017 | division: "140200"; confidence: SURE      | x.yaml           | /confidence             | a code
                    shanxi-2017 | division: "140200"; more: 1               | x.yaml           | /more                   | an unknown key
                    shanxi-2017 | division: "140200"; rounding: {places: 3} | x.yaml           | /rounding/places        | out of range
                    shanxi-2017 | division: "140200"; multipliers: null     | x.yaml           | /multipliers            | nothing to take out
                    shanxi-2017 | division: "140200"; rounding: {mode: null} | x.yaml          | /rounding/mode          | it is needed
                    shanxi-2017 | division: "140200"; hours: [{code: new}]  | x.yaml           | /hours/0/title          | a new entry is whole
                    shanxi-2017 | division: "140200"; hours: [{code: online, form: ONLIN}] | x.yaml | /hours/0/form       | not a form
                    shanxi-2017 | division: "140200"; hours: [{code: nil, remove: true}] | x.yaml | /hours/0             | no such entry
                    shanxi-2017 | division: "140200"; results: [{code: book, fixed: 2}] | x.yaml | /results/0            | two kinds of worth
                    shanxi-2017 | division: "140200"; effective: {from: 2018-02-30} | x.yaml   | /effective/from         | no such day
                    shanxi-2017 | division: "140200"; effective: {from: 2018-02-28, to: 2018-02-27} | x.yaml | /effective/to | over before it begins
                    shanxi-2017 | division: "140200"; effective: {to: 2018-02-27} | x.yaml     | /effective/from         | no beginning
                    shanxi-2017 | effective: {from: 2020-01-01}             | x.yaml           | /effective              | two on one day
                    """)
    void whatIsWrongIsNamedInTheFileThatSaysIt(
            String base, String text, String file, String path, String why) throws IOException {
        write("x", base, text);
        assertThat(problems())
                .as(why)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).endsWith(file);
                    assertThat(problem.path()).startsWith(path);
                    assertThat(problem.fix().zh()).isNotBlank();
                });
        assertThat(PolicyFiles.load(folder).policies()).containsKey(SHANXI);
    }

    @Test
    void whatTheLowerFileSaysWrongIsNamedThereAndOnce() throws IOException {
        replaceInShanxi("places: 2", "places: 9");
        write("x", SHANXI, "division: \"140200\"");
        assertThat(problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).endsWith(SHANXI + ".yaml");
                    assertThat(problem.path()).isEqualTo("/rounding/places");
                });
    }

    @Test
    void aRingOfLayersIsNamedInEachOfThem() throws IOException {
        write("a", "b", "division: \"140200\"");
        write("b", "c", "division: \"140300\"");
        write("c", "a", "division: \"140400\"");
        assertThat(problems())
                .extracting(problem -> Path.of(problem.file()).getFileName() + problem.path())
                .contains("c.yaml/extends");
        assertThat(problems())
                .anySatisfy(
                        problem -> assertThat(problem.message().en()).contains("a → b → c → a"));
    }

    @Test
    void whatExtendsAnUnreadableFileIsLeftOutInSilence() throws IOException {
        Files.writeString(folder.resolve(SHANXI + ".yaml"), "id: [");
        write("x", SHANXI, "division: \"140200\"");
        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).endsWith(SHANXI + ".yaml"));
    }

    @Test
    void foldersBesideTheFilesAreNoPolicies() throws IOException {
        Path examples = Files.createDirectories(folder.resolve(SHANXI).resolve("examples"));
        Files.writeString(examples.resolve("hours.yaml"), "- name: 40 h");
        Files.createDirectories(folder.resolve("odd.yaml"));
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.load(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.policies()).containsOnlyKeys(SHANXI);
    }

    private PolicyFile again(String id) {
        return Objects.requireNonNull(PolicyFiles.load(folder).policies().get(id), id);
    }

    private Policy policy(String id) {
        return again(id).policy();
    }

    private List<FileProblem> problems() {
        return PolicyFiles.load(folder).problems();
    }

    private void write(String id, String base, String text) throws IOException {
        Files.writeString(
                folder.resolve(id + ".yaml"),
                "id: %s\nextends: %s\n%s\n".formatted(id, base, text.replace("; ", "\n")));
    }

    private void replaceInShanxi(String there, String instead) throws IOException {
        Path file = folder.resolve(SHANXI + ".yaml");
        String text = Files.readString(file);
        assertThat(text).contains(there);
        Files.writeString(file, text.replace(there, instead));
    }
}
