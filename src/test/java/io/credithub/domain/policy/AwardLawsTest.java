package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds of every award for hours: all of them are tried, up to 60 hours by the hundredth.
final class AwardLawsTest {
    private static final Policy SHANXI = Policies.shanxi();
    private static final int HOUR_HUNDREDTHS_MAX = 6_000;
    private static final List<Form> FORMS =
            List.of(Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED);

    @Test
    void moreHoursNeverEarnLess() {
        everyRule((level, form, grade) -> {
            long before = 0;
            for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours++) {
                long earned = earned(level, form, grade, hours);
                if (earned < before) fail("%s %s %s %d", level, form, grade, hours);
                before = earned;
            }
        });
    }

    @Test
    void aBetterGradeNeverEarnsLess() {
        Grade[] worstFirst = {Grade.FAIL, Grade.PASS, Grade.GOOD, Grade.EXCELLENT};
        for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 7) {
            long before = 0;
            for (Grade grade : worstFirst) {
                long earned = earned(Level.PROVINCE, Form.CENTRALISED, grade, hours);
                assertThat(earned).as("%s at %d", grade, hours).isGreaterThanOrEqualTo(before);
                before = earned;
            }
        }
    }

    @Test
    void theArithmeticIsThatOfExactDecimals() {
        int[] percents = {0, 120, 110, 100, 0};
        everyRule((level, form, grade) -> {
            boolean isCentral = form == Form.CENTRALISED;
            boolean isHigh = level.code() <= Level.PROVINCE.code();
            int divisor = isCentral ? (isHigh ? 3 : 4) : 5;
            for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 11) {
                BigDecimal expected =
                        BigDecimal.valueOf(hours)
                                .multiply(BigDecimal.valueOf(percents[grade.code()]))
                                .divide(
                                        BigDecimal.valueOf(100L * divisor),
                                        0,
                                        RoundingMode.HALF_UP);
                assertThat(earned(level, form, grade, hours)).isEqualTo(expected.longValueExact());
            }
        });
    }

    @Test
    void theExplanationEndsWithTheAward() {
        everyRule((level, form, grade) -> {
            for (int hours = 1; hours <= HOUR_HUNDREDTHS_MAX; hours += 613) {
                Facts facts = facts(level, form, grade, hours);
                assertThat(SHANXI.explain(facts).getLast().value())
                        .isEqualTo(award(facts).credits().toString());
            }
        });
    }

    private static long earned(Level level, Form form, Grade grade, int hours) {
        Award award = award(facts(level, form, grade, hours));
        Credits parts = award.experience().plus(award.quality()).plus(award.practice());
        if (!parts.equals(award.credits())) fail("the parts do not add up: %s", award);
        return award.credits().hundredths();
    }

    private static Award award(Facts facts) {
        return ((Awarded) SHANXI.judge(facts)).award();
    }

    private static Facts facts(Level level, Form form, Grade grade, int hours) {
        return Trainings.course(level, form, BigDecimal.valueOf(hours, 2).toPlainString(), grade);
    }

    private interface Check {
        void of(Level level, Form form, Grade grade);
    }

    private static void everyRule(Check check) {
        for (Level level : Level.values()) {
            for (Form form : FORMS) {
                for (Grade grade : Grade.values()) {
                    if (SHANXI.judge(facts(level, form, grade, 100)) instanceof Unjudged) continue;
                    check.of(level, form, grade);
                }
            }
        }
    }
}
