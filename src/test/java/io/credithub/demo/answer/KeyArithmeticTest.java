package io.credithub.demo.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.model.Details;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyArithmeticTest {
    @ParameterizedTest(name = "{0} {1} {2} {3} earns {4}: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NATIONAL | CENTRALISED  | 2400 | PASS      |  800 | 24 h by 3
                    PROVINCE | CENTRALISED  | 4000 | EXCELLENT | 1600 | not 13.33 × 1.2
                    CITY     | CENTRALISED  | 3000 | GOOD      |  825 | 30 h by 4
                    COUNTY   | CENTRALISED  | 1000 | PASS      |  250 | 10 h by 4
                    NATIONAL | ONLINE       | 1000 | EXCELLENT |  240 | online is 5 at any level
                    SCHOOL   | SCHOOL_BASED |  700 | GOOD      |  154 | 7 h by 5
                    PROVINCE | CENTRALISED  | 7200 | FAIL      |    0 | nothing for a fail
                    COUNTY   | CENTRALISED  |  750 | PASS      |  188 | 1.875 goes up
                    COUNTY   | CENTRALISED  |  733 | GOOD      |  202 | 2.01575 goes up
                    NATIONAL | BLENDED      | 7400 | GOOD      | 1628 | no split: all by 5
                    """)
    void hoursEarnByTheRegulation(
            Level level, Form form, int hours, Grade grade, long credits, String why) {
        assertThat(KeyArithmetic.award(level, form, details(hours, grade, null)))
                .as(why)
                .isEqualTo(credits);
    }

    @Test
    void eachPartOfASplitEarnsByItsOwnHours() {
        Details split =
                new Details("x", 7400, 2400, Grade.GOOD, null, LocalDate.of(2023, 1, 1), 0, 0);
        assertThat(KeyArithmetic.award(Level.NATIONAL, Form.BLENDED, split)).isEqualTo(1980);
    }

    @ParameterizedTest(name = "{0} of 10000 earns {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7999 |   0 | just too little
                    8000 | 800 | 80 % is enough
                    8001 | 800 | and more is not more
                    """)
    void tooLittleAttendanceEarnsNothing(int attendance, long credits, String why) {
        Details details = details(2400, Grade.PASS, attendance);
        assertThat(KeyArithmetic.award(Level.NATIONAL, Form.CENTRALISED, details))
                .as(why)
                .isEqualTo(credits);
    }

    private static Details details(int hours, Grade grade, @Nullable Integer attendance) {
        return new Details("x", hours, null, grade, attendance, LocalDate.of(2023, 1, 1), 0, 0);
    }
}
