package io.credithub.domain.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many credits a person may decide on, and what becomes of their parts.
final class AdjustedAmountsTest {
    private static Facts facts(Training training) {
        return new Facts(Level.PROVINCE, training, List.of(), LocalDate.of(2023, 5, 1));
    }

    private static final Facts COURSE =
            facts(new Training.Course(Form.CENTRALISED, 3_000, Grade.PASS, null));

    @ParameterizedTest(name = "{0}/100 of {1}+{2}: {3}+{4}, {5}")
    @CsvSource({
        "1200, 1000, 500, 1000, 200, experience first and the rest is quality",
        "1500, 1000, 500, 1000, 500, as by the rules",
        "1000, 1000, 500, 1000, 0, no more than experience",
        " 400, 1000, 500,  400, 0, less than experience",
        "1700, 1000, 500, 1000, 700, more than all",
        "   0, 1000, 500,    0, 0, nothing",
        " 300,    0,   0,  300, 0, where the rules give nothing"
    })
    void partsFollowTheRules(
            int asked, int experience, int quality, int first, int rest, String why) {
        AwardAmounts rules =
                new AwardAmounts(1, 4, 2022, experience + quality, experience, quality);
        assertThat(Valuation.adjusted(COURSE, rules, asked))
                .as(why)
                .isEqualTo(new AwardAmounts(1, ~4, 2022, asked, first, rest));
    }

    @Test
    void theLineItselfSaysThatItIsAdjustedAndWhichRuleGoesBeside() {
        AwardAmounts rules = new AwardAmounts(1, 0, 2022, 1_000, 1_000, 0);
        AwardAmounts adjusted = Valuation.adjusted(COURSE, rules, 1_000);
        assertThat(rules.isAdjusted()).isFalse();
        assertThat(adjusted.isAdjusted()).isTrue();
        assertThat(AwardAmounts.ruleOfPolicy(adjusted.rule())).isZero();
        assertThat(adjusted.isAsMuchAs(rules)).isFalse();
        assertThat(rules.isAsMuchAs(adjusted)).isFalse();
    }

    @ParameterizedTest(name = "{0} instead of {1} above {2}: {3}")
    @CsvSource({
        "1500, 1000, 500, false",
        "1501, 1000, 500, true",
        " 500, 1000, 500, false",
        " 499, 1000, 500, true",
        "1001, 1000,   0, true"
    })
    void aSecondPersonIsNeededAboveTheThreshold(
            long asked, long rules, long above, boolean needed) {
        AdjustmentBounds bounds = new AdjustmentBounds(new Credits(above));
        assertThat(bounds.needsSecond(new Credits(rules), new Credits(asked))).isEqualTo(needed);
    }

    @ParameterizedTest(name = "{0} in {1}, own: {2}: {3}")
    @CsvSource({
        "CONFIRM, PROPOSED, false, ",
        "CONFIRM, PROPOSED, true, OWN",
        "CONFIRM, POSTED, false, DECIDED",
        "REFUSE, PROPOSED, true, OWN",
        "REFUSE, PROPOSED, false, ",
        "WITHDRAW, PROPOSED, true, ",
        "WITHDRAW, PROPOSED, false, ANOTHERS",
        "WITHDRAW, POSTED, true, DECIDED",
        "REVOKE, POSTED, true, ",
        "REVOKE, REVOKED, false, DECIDED",
        "PROPOSE, PROPOSED, true, DECIDED"
    })
    void whoMayTakeWhichStep(
            AdjustmentAct act, AdjustmentState state, boolean own, AdjustmentAct.Barred barred) {
        assertThat(act.barred(state, own)).isEqualTo(barred);
    }
}
