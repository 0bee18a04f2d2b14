package io.credithub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.fixtures.JsonSchema;
import io.credithub.mapping.policy.PolicyText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published schema says what a policy file may hold.
final class PolicySchemaTest {
    private static final Path POLICIES = Path.of("mappings/policies");
    private static final Path FILE = Path.of("docs/schema/policy.schema.json");

    @Test
    void everyPolicyOfTheProjectKeepsToIt() throws IOException {
        for (Path file : files()) {
            assertThat(schema().faults(tree(Files.readString(file)))).as("" + file).isEmpty();
        }
    }

    @Test
    void everyObjectRefusesKeysThatItDoesNotKnow() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(FILE));
        assertThat(schema.findParents("type"))
                .filteredOn(each -> each.path("type").toString().contains("object"))
                .hasSizeGreaterThan(20)
                .allSatisfy(each ->
                        assertThat(each.path("additionalProperties").asBoolean(true)).isFalse());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    source: 晋教师〔2017〕14号     | sauce: 14                        | /sauce
                    confidence: LAW            | confidence: SURE                 | /confidence
                    confidence: LAW            | {}                               | /confidence
                    "140000"                   | "1400"                           | /division
                    cycleYears: 5              | cycleYears: 6                    | /calendar/cycleYears
                    hoursPerCredit: 3          | hoursPerCredit: 0                | /hours/0/hoursPerCredit
                    hoursPerCredit: 3          | hoursPerCredits: 3               | /hours/0/hoursPerCredits
                    levels: [CITY, COUNTY]     | levels: [TOWN]                   | /hours/1/levels
                    levels: [CITY, COUNTY]     | levels: null                     | /hours/1/levels
                    levels: [CITY, COUNTY]     | remove: true                     | /hours/1/remove
                    minimum: 0.8               | minimum: 80                      | /attendance
                    fixed: 6                   | fixed: 6; decided: {least: 1, most: 2} | /results/0
                    carriesForward: true       | carriesForward: perhaps          | /schoolYear/carriesForward
                    key: ict                   | kee: ict                         | /cycle/themes
                    """)
    void whatIsWrongIsRefused(String there, String instead, String path) throws IOException {
        String text = Files.readString(POLICIES.resolve("shanxi-2017.yaml"));
        assertThat(text).contains(there);
        String put = instead.equals("{}") ? "" : instead.replace("; ", "\n    ");
        int at = text.indexOf(there);
        String wrong = text.substring(0, at) + put + text.substring(at + there.length());
        assertThat(schema().faults(tree(wrong))).anyMatch(fault -> fault.startsWith(path));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    ^^                                              | true
                    unit: HOUR                                      | true
                    effective: {from: 2019-09-01, to: null}         | true
                    effective: {to: 2019-09-01}                     | false
                    loans: null                                     | true
                    rounding: null                                  | false
                    hours: [{code: online, hoursPerCredit: 6}]      | true
                    hours: [{code: online, remove: true}]           | true
                    hours: [{code: online, remove: false}]          | false
                    hours: [{code: online, from: 1}]                | false
                    multipliers: [{code: a, percent: 120, themes: [ICT]}] | true
                    roles: [{code: a, role: MENTOR, of: 3}]         | true
                    roles: [{code: a, levels: [CITY], forms: [ONLINE], percent: 700}] | true
                    roles: [{code: a, role: PARTICIPANT}]           | false
                    attendance: {exclusive: true}                   | true
                    eventMost: {credits: 15, paragraph: x}          | true
                    once: {paragraph: x}                            | true
                    results: [{code: a, shares: [{role: A, of: 3}]}] | true
                    results: [{code: a, shares: [{role: A, of: 3, percent: 5}]}] | false
                    results: [{code: a, fixed: null, perQuantity: {each: 4, per: 10000}}] | true
                    schoolYear: {most: 160}                         | true
                    cycle: {floors: [{key: a, period: YEAR, within: b, group: g}]} | true
                    cycle: {floors: [{key: a, period: WEEK}]}       | false
                    cycle: {caps: [{key: a, categories: [PAPER], credits: 5}]} | true
                    cycle: {caps: [{key: a, group: g}]}             | false
                    exemptions: [{kind: SMALL_SCHOOL, waives: [city]}] | true
                    loans: {ratePercent: 100, perForm: true}        | true
                    """)
    void whatExtendsAnotherStatesOnlyWhatDiffers(String text, boolean isRight) throws IOException {
        List<String> faults = schema().faults(tree("id: x\nextends: shanxi-2017\n" + text));
        assertThat(faults.isEmpty()).as("" + faults).isEqualTo(isRight);
    }

    private static JsonSchema schema() throws IOException {
        return new JsonSchema(new ObjectMapper().readTree(Files.readString(FILE)));
    }

    private static JsonNode tree(String yaml) throws IOException {
        return PolicyText.tree(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(POLICIES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
