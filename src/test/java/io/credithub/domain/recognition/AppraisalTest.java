package io.credithub.domain.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By Shanxi's file, and one of ranges that are shared.
final class AppraisalTest {
    private static final Policy SHANXI = Policies.shanxi();
    private static final Policy SHARED =
            Policies.withAwards(
                    """
                    hours: [{code: a, title: {zh: 甲, en: a}, form: ONLINE, hoursPerCredit: 5, paragraph: p}]
                    grades: [{grade: EXCELLENT, percent: 100, paragraph: p}, {grade: GOOD, percent: 100, paragraph: p},
                      {grade: PASS, percent: 100, paragraph: p}, {grade: FAIL, percent: 0, paragraph: p}]
                    rounding: {mode: HALF_UP, places: 2, paragraph: p}
                    results:
                      - code: paper
                        title: {zh: 论文, en: paper}
                        category: PAPER
                        decided: {least: 15, most: 30}
                        shares: [{role: AUTHOR, percent: 100}, {role: CO_AUTHOR, of: 3}]
                        paragraph: p
                    """);

    @ParameterizedTest(name = "{0} is worth {1} by {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PAPER PROVINCE - -            | 5.00  | paper-province
                    PAPER PROVINCE FIRST_AUTHOR - | 5.00  | paper-province-first
                    PAPER PROVINCE CO_AUTHOR -    | 2.50  | paper-province-joint
                    BOOK - - 2.5                  | 10.00 | book
                    """)
    void whatThePolicySaysItselfIsSettled(String result, String credits, String rule) {
        Appraisal appraisal = Appraisal.of(SHANXI, facts(result));
        assertThat(appraisal)
                .isInstanceOfSatisfying(
                        Appraisal.Settled.class,
                        settled -> {
                            assertThat(settled.award().credits()).hasToString(credits);
                            assertThat(settled.rule().code()).isEqualTo(rule);
                            assertThat(settled.steps()).isNotEmpty();
                        });
    }

    @Test
    void aRangeIsOpenAndSharedByRole() {
        assertThat(Appraisal.of(SHARED, facts("PAPER - CO_AUTHOR -")))
                .isInstanceOfSatisfying(
                        Appraisal.OpenAppraisal.class,
                        open -> {
                            assertThat(open.bounds().least()).hasToString("15.00");
                            assertThat(open.bounds().most()).hasToString("30.00");
                            assertThat(open.least().credits()).hasToString("5.00");
                            assertThat(open.most().credits()).hasToString("10.00");
                        });
    }

    @ParameterizedTest(name = "{0} is unfit: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PATENT - - -               | NO_RULE        | /activity/category
                    PAPER GALAXY - -           | NO_RULE        | /activity/rank
                    PAPER PROVINCE COAUTHOR -  | NO_RULE        | /activity/role
                    BOOK - - -                 | MISSING_FIELD  | /activity/quantity
                    PAPER PROVINCE - 3         | NOT_APPLICABLE | /activity/quantity
                    DEGREE_STUDY - - 3         | NOT_APPLICABLE | /activity/quantity
                    """)
    void whatThePolicyHasNoPlaceForIsNamed(String result, FindingCode code, String field) {
        assertThat(Appraisal.of(SHANXI, facts(result)))
                .isInstanceOfSatisfying(
                        Appraisal.UnfitClaim.class,
                        unfit ->
                                assertThat(unfit.findings())
                                        .hasSize(1)
                                        .allMatch(found -> found.code() == code)
                                        .extracting(Finding::field)
                                        .containsExactly(field));
    }

    @Test
    void aShareOfARangeNeedsItsRole() {
        assertThat(Appraisal.of(SHARED, facts("PAPER - - -")))
                .isEqualTo(
                        new Appraisal.UnfitClaim(
                                List.of(
                                        new Finding(
                                                FindingCode.MISSING_FIELD,
                                                "/activity/role",
                                                null))));
    }

    @Test
    void whatIsOpenMayBeDecidedWithinItsBoundsAndNotOutside() {
        Facts facts = facts("DEGREE_STUDY - - -");
        for (int hundredths = 0; hundredths <= 3100; hundredths++) {
            Judgement judged = Appraisal.decided(SHANXI, facts, BigDecimal.valueOf(hundredths, 2));
            assertThat(judged instanceof Judgement.Awarded)
                    .as("%d", hundredths)
                    .isEqualTo(hundredths >= 100 && hundredths <= 3000);
        }
    }

    @Test
    void whatWasDecidedBeforeDoesNotMatter() {
        Facts open = facts("DEGREE_STUDY - - -");
        Facts decided =
                Trainings.facts(
                        Level.CITY,
                        ((SelfDirected) open.training()).decided(new BigDecimal("700")));
        assertThat(Appraisal.of(SHANXI, decided)).isEqualTo(Appraisal.of(SHANXI, open));
    }

    /// 四(四) caps its results at 20; whatever a rule of it names must be under the cap, and 四(三)
    /// not.
    @Test
    void theCapHoldsEveryCategoryOfItsParagraphAndNoOther() {
        Set<String> capped =
                SHANXI.lines().stream()
                        .filter(line -> line.key().equals("self-directed"))
                        .flatMap(line -> line.scope().categories().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(capped).isEqualTo(categoriesOf("四(四)"));
        assertThat(categoriesOf("四(三)")).containsExactly("DEGREE_STUDY");
    }

    private static Set<String> categoriesOf(String paragraph) {
        return SHANXI.terms().awards().results().stream()
                .filter(rule -> rule.paragraph().equals(paragraph))
                .map(ResultRule::category)
                .map(Objects::requireNonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @param words category, rank, role and quantity
    private static Facts facts(String words) {
        String[] word = words.split(" ");
        BigDecimal quantity = word[3].equals("-") ? null : new BigDecimal(word[3]);
        return Trainings.facts(
                Level.CITY,
                new SelfDirected(word[0], given(word[1]), given(word[2]), quantity, null));
    }

    private static @Nullable String given(String word) {
        return word.equals("-") ? null : word;
    }
}
