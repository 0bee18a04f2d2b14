package io.credithub.mapping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One tree laid over another.
final class YamlOverlayTest {
    private final List<FileProblem> problems = new ArrayList<>();

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {a: 1, b: 2}                       | {b: 3}                       | {a: 1, b: 3}                       | a key by itself
                    {a: {b: 1, c: 2}}                  | {a: {c: 3}}                  | {a: {b: 1, c: 3}}                  | an object key by key
                    {a: 1}                             | {b: {c: 1}}                  | {a: 1, b: {c: 1}}                  | a new key
                    {a: 1, b: 2}                       | {b: null}                    | {a: 1}                             | null takes a key out
                    {a: 1}                             | {a: {b: 1}}                  | {a: {b: 1}}                        | another kind replaces
                    {a: [X, Y]}                        | {a: [Z]}                     | {a: [Z]}                           | a list of words replaces
                    {a: [{code: x, n: 1}, {code: y, n: 2}]} | {a: [{code: y, n: 3}]}  | {a: [{code: x, n: 1}, {code: y, n: 3}]} | an entry by its code
                    {a: [{key: x, n: 1, m: 1}]}        | {a: [{key: x, m: 2}]}        | {a: [{key: x, n: 1, m: 2}]}        | an entry key by key
                    {a: [{key: x, n: 1, m: 1}]}        | {a: [{key: x, m: null}]}     | {a: [{key: x, n: 1}]}              | a key of an entry goes
                    {a: [{kind: X, n: 1}]}             | {a: [{kind: Y, n: 2}]}       | {a: [{kind: X, n: 1}, {kind: Y, n: 2}]} | a new entry is the last
                    {a: [{code: x}, {code: y}]}        | {a: [{code: x, remove: true}]} | {a: [{code: y}]}                 | an entry is taken out
                    {a: [{code: x}, {code: y}]}        | {a: [{code: x, remove: true}, {code: x, n: 1}]} | {a: [{code: y}, {code: x, n: 1}]} | out and in again is the last
                    {a: [{grade: G, n: 1}]}            | {a: [{grade: G, n: 2}]}      | {a: [{grade: G, n: 2}]}            | a grade by its name
                    {a: [{grade: G, n: 1}]}            | {a: [{grade: G, levels: [L], n: 2}]} | {a: [{grade: G, n: 1}, {grade: G, levels: [L], n: 2}]} | the levels are part of it
                    {a: [{grade: G, levels: [L, M], n: 1}]} | {a: [{grade: G, levels: [M, L], n: 2}]} | {a: [{grade: G, levels: [M, L], n: 2}]} | in any order
                    {a: [{grade: G, levels: [L], n: 1}]} | {a: [{grade: G, levels: [L], remove: true}]} | {a: []}           | a grade of levels is taken out
                    {a: [{role: R, n: 1}, {role: S}]}  | {a: [{role: R, n: 2}]}       | {a: [{role: R, n: 2}]}             | what has no name is replaced
                    {a: [{code: x}]}                   | {a: []}                      | {a: []}                            | an empty list says that there is none
                    {}                                 | {a: [{code: x, n: 1}]}       | {a: [{code: x, n: 1}]}             | a list where there was none
                    {a: {b: [{code: x, n: 1}]}}        | {}                           | {a: {b: [{code: x, n: 1}]}}        | nothing over it is nothing
                    """)
    void theUpperOneIsLaidOverTheLower(String under, String over, String result, String why)
            throws IOException {
        assertThat(lay(under, over)).as(why).isEqualTo(SourcedYaml.of(tree(result), "").json());
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {a: 1}             | {b: null}                             | /b          | the key is not there
                    {a: 1}             | {b: {c: null}}                        | /b/c        | nor inside a new object
                    {a: [{code: x}]}   | {a: [{code: y, remove: true}]}        | /a/0        | the entry is not there
                    {}                 | {a: [{code: y, remove: true}]}        | /a/0        | nor is the list
                    {a: [{code: x}]}   | {a: [{code: x, n: 1}, {code: x}]}     | /a/1        | twice
                    {a: [{code: x}]}   | {a: [{n: 1}]}                         | /a/0        | no name
                    {a: [{code: x}]}   | {a: [{code: x, remove: false}]}       | /a/0/remove | remove is true or absent
                    {a: [{code: x}]}   | {a: [{code: x, n: 1, remove: true}]}  | /a/0/remove | and then the only word
                    """)
    void whatCannotBeLaidIsNamed(String under, String over, String path, String why)
            throws IOException {
        lay(under, over);
        assertThat(problems)
                .as(why)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("over");
                    assertThat(problem.path()).isEqualTo(path);
                });
    }

    @ParameterizedTest(name = "{0} is stated at {1}")
    @CsvSource(
            textBlock =
                    """
                    /a/0/n,       under:/a/1/n
                    /a/1/n,       over:/a/0/n
                    /a/1/m,       under:/a/2/m
                    /a/1/missing, over:/a/0/missing
                    /b/c,         under:/b/c
                    /z/y,         over:/z/y
                    ^^,           over:
                    """,
            quoteCharacter = '^')
    void everyPlaceKnowsWhoStatesIt(String path, String origin) throws IOException {
        SourcedYaml under =
                SourcedYaml.of(
                        tree("{a: [{code: w}, {code: x, n: 1}, {code: y, m: 1}], b: {c: 1}}"),
                        "under");
        SourcedYaml over =
                SourcedYaml.of(tree("{a: [{code: y, n: 2}, {code: w, remove: true}]}"), "over");
        SourcedYaml.YamlOrigin found = overlay().lay(under, over).originOf(path);
        assertThat(found.file() + ":" + found.path()).isEqualTo(origin);
    }

    @Test
    void layersMayBeLaidOneByOneOrAsOne() throws IOException {
        SourcedYaml lowest = SourcedYaml.of(tree("{a: [{code: x, n: 1}], b: 1}"), "lowest");
        SourcedYaml middle = SourcedYaml.of(tree("{a: [{code: y, n: 2}], b: 2}"), "middle");
        SourcedYaml upper = SourcedYaml.of(tree("{a: [{code: y, n: 3}], c: 3}"), "upper");
        SourcedYaml fromBelow = overlay().lay(overlay().lay(lowest, middle), upper);
        SourcedYaml fromAbove = overlay().lay(lowest, overlay().lay(middle, upper));
        assertThat(fromBelow.json()).isEqualTo(fromAbove.json());
    }

    private JsonNode lay(String under, String over) throws IOException {
        return overlay()
                .lay(SourcedYaml.of(tree(under), "under"), SourcedYaml.of(tree(over), "over"))
                .json();
    }

    private YamlOverlay overlay() {
        return new YamlOverlay(new StrictYaml.ProblemSink("over", problems));
    }

    private static JsonNode tree(String yaml) throws IOException {
        return PolicyText.tree(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
