package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.AwardRules.Kind;
import io.credithub.domain.policy.terms.EventMost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every award for hours: all of them are tried, up to 60 hours by the hundredth.
final class AwardLawsTest {
    private static final int HOUR_HUNDREDTHS_MAX = 6_000;
    private static final Map<Form, Integer> DIVISORS =
            Map.of(Form.CENTRALISED, 6, Form.ONLINE, 7, Form.SCHOOL_BASED, 0);

    @ParameterizedTest
    @EnumSource
    void moreHoursNeverEarnLess(AwardRules rules) {
        for (Kind kind : rules.kinds()) {
            for (Grade grade : Grade.values()) {
                long before = 0;
                for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours++) {
                    long earned = rules.earned(kind.facts(grade, hours));
                    if (earned < before) fail("%s %s %d", kind, grade, hours);
                    before = earned;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBetterGradeNeverEarnsLess(AwardRules rules) {
        Grade[] worstFirst = {Grade.FAIL, Grade.PASS, Grade.GOOD, Grade.EXCELLENT};
        for (Kind kind : rules.kinds()) {
            for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 7) {
                long before = 0;
                for (Grade grade : worstFirst) {
                    long earned = rules.earned(kind.facts(grade, hours));
                    if (earned < before) fail("%s %s %d", kind, grade, hours);
                    before = earned;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMostOfAnEventOnlyTakesAway(AwardRules rules) {
        EventMost most = rules.policy.terms().awards().eventMost();
        long limit = most == null ? Long.MAX_VALUE : most.credits().hundredths();
        for (Kind kind : rules.kinds()) {
            for (Grade grade : Grade.values()) {
                for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 3) {
                    Facts facts = kind.facts(grade, hours);
                    long free = AwardRules.earned(rules.uncapped, facts);
                    assertThat(rules.earned(facts)).isEqualTo(Math.min(free, limit));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExplanationEndsWithTheAward(AwardRules rules) {
        for (Kind kind : rules.kinds()) {
            for (Grade grade : Grade.values()) {
                for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 613) {
                    Facts facts = kind.facts(grade, hours);
                    assertThat(rules.policy.explain(facts).getLast().value())
                            .isEqualTo(AwardRules.award(rules.policy, facts).credits().toString());
                }
            }
        }
    }

    @Test
    void theArithmeticIsThatOfExactDecimals() {
        String[] percents = {"0", "120", "110", "100", "0"};
        for (Kind kind : AwardRules.SHANXI.kinds()) {
            boolean isCentral = kind.form() == Form.CENTRALISED;
            boolean isHigh = kind.level().code() <= Level.PROVINCE.code();
            BigDecimal divisor = new BigDecimal(isCentral ? (isHigh ? "3" : "4") : "5");
            for (Grade grade : Grade.values()) {
                BigDecimal share = new BigDecimal(percents[grade.code()]).movePointLeft(2);
                compare(AwardRules.SHANXI, kind, grade, new Ratio(share, divisor));
            }
        }
    }

    @Test
    void weightsAreMultipliedExactly() {
        for (Kind kind : AwardRules.WEIGHTED.kinds()) {
            boolean isHigh = kind.level().code() <= Level.PROVINCE.code();
            boolean isSchool = kind.level() == Level.SCHOOL;
            BigDecimal weight = new BigDecimal(isSchool ? "1" : isHigh ? "1.2" : "1.1");
            if (kind.form() == Form.ONLINE) weight = weight.multiply(new BigDecimal("0.875"));
            boolean isUrgent = kind.themes().contains("ICT") || kind.themes().contains("SAFETY");
            if (isUrgent) weight = weight.multiply(new BigDecimal("1.5"));
            BigDecimal good = weight.multiply(new BigDecimal("1.1"));
            compare(
                    AwardRules.WEIGHTED,
                    kind,
                    Grade.GOOD,
                    new Ratio(good, BigDecimal.valueOf(weightedDivisor(kind))));
        }
    }

    private static int weightedDivisor(Kind kind) {
        boolean isCentral = kind.form() == Form.CENTRALISED;
        boolean isListed = kind.level() == Level.NATIONAL || kind.level() == Level.CITY;
        boolean isIct = kind.themes().contains("ICT") || kind.themes().contains("CODING");
        if (isCentral && isListed && isIct) return 3;
        if (isCentral && kind.themes().contains("ETHICS")) return 4;
        return DIVISORS.getOrDefault(kind.form(), 0);
    }

    /// What an hour earns, as a fraction.
    private record Ratio(BigDecimal above, BigDecimal below) {}

    private static void compare(AwardRules rules, Kind kind, Grade grade, Ratio ratio) {
        RoundingMode mode = rules == AwardRules.SHANXI ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 11) {
            BigDecimal expected =
                    BigDecimal.valueOf(hours)
                            .multiply(ratio.above())
                            .divide(ratio.below(), 0, mode);
            assertThat(AwardRules.earned(rules.uncapped, kind.facts(grade, hours)))
                    .isEqualTo(expected.longValueExact());
        }
    }
}
