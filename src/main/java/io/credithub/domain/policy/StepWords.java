package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Hundredths;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.Multiplier;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth;
import io.credithub.domain.policy.terms.RoleRule;
import io.credithub.domain.policy.terms.RoleShare;
import io.credithub.domain.policy.terms.Rounding;
import io.credithub.domain.policy.terms.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The sentences of [Steps], in the unit of a policy.
final class StepWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(StepWords.class);

    private final Text unit;

    StepWords(Unit unit) {
        this.unit = unit.text();
    }

    Text divided(HoursRule rule) {
        String hours = plain(rule.hourHundredthsPerCredit());
        return MESSAGES.text("step.divided", rule.title(), hours, unit);
    }

    Text dividedPart(HoursRule rule, int hourHundredths) {
        return MESSAGES.text("step.part", divided(rule), plain(hourHundredths));
    }

    /// Which form earns least, multipliers decide as well as divisors: the words name the form.
    Text dividedUnsplit(HoursRule least) {
        return MESSAGES.text("step.unsplit", divided(least));
    }

    Text multiplied(Multiplier multiplier) {
        String percent = plain(multiplier.tenThousandths());
        return MESSAGES.text("step.multiplied", multiplier.title(), percent);
    }

    Text ofRole(RoleRule rule) {
        String of = rule.isPercent() ? plain(rule.part()) + "%" : rule.part() + "/" + rule.whole();
        return MESSAGES.text("step.of-role", rule.title(), of);
    }

    Text summed() {
        return MESSAGES.text("step.summed", unit);
    }

    Text graded(GradeRule rule) {
        Text grade = grade(rule);
        int share = rule.tenThousandths();
        String percent = plain(Math.abs(share - GradeRule.WHOLE));
        if (share > GradeRule.WHOLE) {
            return MESSAGES.text("step.graded.more", grade, percent, unit);
        }
        if (share == GradeRule.WHOLE) return MESSAGES.text("step.graded.whole", grade, unit);
        if (rule.grade() == Grade.FAIL) {
            return MESSAGES.text("step.graded.fail", grade, plain(share), unit);
        }
        return MESSAGES.text("step.graded.less", grade, percent);
    }

    Text failed(GradeRule rule) {
        return MESSAGES.text("step.failed", grade(rule), unit);
    }

    private static Text grade(GradeRule rule) {
        return new Text(rule.grade().zh(), rule.grade().name());
    }

    Text absent(AttendanceRule rule, BigDecimal attendance) {
        String minimum = percent(rule.minimum());
        String seen = percent(attendance);
        return rule.exclusive()
                ? MESSAGES.text("step.absent.not-above", seen, minimum, unit)
                : MESSAGES.text("step.absent.below", seen, minimum, unit);
    }

    Text result(ResultRule rule, SelfDirected result) {
        return switch (rule.worth()) {
            case ResultWorth.Fixed _, ResultWorth.DecidedRange _ -> rule.title();
            case ResultWorth.PerQuantity each ->
                    counted(rule.title(), each, number(result.quantity()));
        };
    }

    /// The worth of a result before the share of a role and the rounding.
    String worth(ResultWorth worth, SelfDirected result) {
        return switch (worth) {
            case ResultWorth.Fixed fixed -> fixed.credits().toString();
            case ResultWorth.DecidedRange _ -> number(result.decidedCredits());
            case ResultWorth.PerQuantity each ->
                    number(result.quantity())
                            + (isOne(each) ? "" : " ÷ " + plain(each.per()))
                            + " × "
                            + each.each();
        };
    }

    private Text counted(Text title, ResultWorth.PerQuantity each, String quantity) {
        Text of = each.unit();
        Credits worth = each.each();
        Text counted =
                isOne(each)
                        ? MESSAGES.text("step.counted.each", title, quantity, of, worth, unit)
                        : MESSAGES.text(
                                "step.counted.several",
                                title,
                                quantity,
                                of,
                                worth,
                                unit,
                                plain(each.per()));
        if (each.most() == null) return counted;
        return MESSAGES.text("step.counted.most", counted, each.most(), unit);
    }

    Text shared(RoleShare share) {
        String of =
                share.isPercent() ? plain(share.part()) + "%" : share.part() + "/" + share.whole();
        return MESSAGES.text("step.shared", share.role(), of);
    }

    Text rounded(Rounding rounding) {
        Text how =
                switch (rounding.mode()) {
                    case HALF_UP -> MESSAGES.text("step.rounded.half-up");
                    case UP -> MESSAGES.text("step.rounded.up");
                    case DOWN -> MESSAGES.text("step.rounded.down");
                };
        return MESSAGES.text("step.rounded", how, rounding.places());
    }

    Text capped(EventMost most) {
        return MESSAGES.text("step.capped", most.credits(), unit);
    }

    private static boolean isOne(ResultWorth.PerQuantity each) {
        return each.per() == ResultWorth.PerQuantity.ONE;
    }

    private static String number(@Nullable BigDecimal number) {
        return String.valueOf(number);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// `300` as `3`, `250` as `2.5`.
    private static String plain(int hundredths) {
        String text = Hundredths.text(hundredths);
        if (text.endsWith(".00")) return text.substring(0, text.length() - 3);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
