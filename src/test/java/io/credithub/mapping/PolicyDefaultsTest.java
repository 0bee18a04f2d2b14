package io.credithub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.terms.RequirementTerms;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth.PerQuantity;
import io.credithub.domain.policy.terms.Terms;
import io.credithub.fixtures.AwardTexts;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Requiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys that a file may leave out: without one, all is as if its default were written, which
/// `docs/policies.md` lists; and another value would be another policy.
final class PolicyDefaultsTest {
    private static final String REQUIREMENTS =
            "schoolYear: {minimum: 20, carriesForward: true, proRated: true, paragraph: p}\n"
                    + Requiring.cycle(100, "  caps:\n")
                    + Requiring.item("a", "forms: [SELF_DIRECTED], credits: 5")
                    + """
                    exemptions:
                      - {kind: A, title: {zh: t, en: t}, credits: 5, paragraph: p1}
                      - {kind: B, title: {zh: t, en: t}, waivesYear: true, paragraph: p2}
                    loans: {ratePercent: 100, paragraph: p}
                    """;

    @ParameterizedTest(name = "{0}: {1}, else {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    {ratePercent: 100   | perForm: false          | perForm: true
                    {ratePercent: 100   | consecutiveYears: false | consecutiveYears: true
                    [SELF_DIRECTED]     | period: CYCLE           | period: YEAR
                    paragraph: p1       | waivesYear: false       | waivesYear: true
                    waivesYear: true    | credits: 0              | credits: 1
                    """)
    void aRequirement(String after, String byDefault, String otherwise) {
        Terms absent = Requiring.policy(REQUIREMENTS).terms();
        assertThat(Requiring.policy(with(REQUIREMENTS, after, byDefault)).terms())
                .isEqualTo(absent);
        assertThat(Requiring.policy(with(REQUIREMENTS, after, otherwise)).terms())
                .isNotEqualTo(absent);
    }

    @ParameterizedTest(name = "{0}: {1}, else {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    {minimum: 0.75    | exclusive: false | exclusive: true
                    {each: 7          | per: 1           | per: 2
                    """)
    void anAward(String after, String byDefault, String otherwise) {
        String awards =
                AwardTexts.WEIGHTED
                        + """
                        results:
                          - code: lecture
                            title: {zh: t, en: t}
                            category: LECTURE
                            perQuantity: {each: 7, unit: {zh: t, en: t}}
                            paragraph: p
                        """;
        Terms absent = Policies.withAwards(awards).terms();
        assertThat(Policies.withAwards(with(awards, after, byDefault)).terms()).isEqualTo(absent);
        assertThat(Policies.withAwards(with(awards, after, otherwise)).terms())
                .isNotEqualTo(absent);
        assertThat(absent.awards().results().getFirst().worth())
                .isInstanceOfSatisfying(
                        PerQuantity.class, each -> assertThat(each.most()).isNull());
    }

    @Test
    void theUnit() {
        Terms absent = Policies.withAwards(AwardTexts.WEIGHTED).terms();
        assertThat(Policies.withAwards("unit: CREDIT\n" + AwardTexts.WEIGHTED).terms())
                .isEqualTo(absent);
        assertThat(Policies.withAwards("unit: HOUR\n" + AwardTexts.WEIGHTED).terms())
                .isNotEqualTo(absent);
    }

    @Test
    void withoutThemNothingIsLentNothingIsAskedOfNewTeachersAndNoYearHasAMost() {
        int loans = REQUIREMENTS.indexOf("loans:");
        RequirementTerms terms =
                Requiring.policy(REQUIREMENTS.substring(0, loans)).terms().requirements();
        assertThat(terms.loans()).isNull();
        assertThat(terms.newTeacher()).isNull();
        assertThat(terms.year().most()).isNull();
    }

    private static String with(String text, String after, String key) {
        assertThat(text).containsOnlyOnce(after);
        return text.replace(after, after + ", " + key);
    }
}
