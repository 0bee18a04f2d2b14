package io.credithub.domain.policy;

import io.credithub.domain.Hundredths;
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
import io.credithub.domain.policy.terms.RoleShare;
import io.credithub.domain.policy.terms.Rounding;
import io.credithub.domain.policy.terms.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The sentences of [Steps], in the unit of a policy.
final class StepWords {
    private final String zh;
    private final String en;

    StepWords(Unit unit) {
        this.zh = unit.zh();
        this.en = unit.en();
    }

    Text divided(HoursRule rule) {
        return new Text(divisorZh(rule), divisorEn(rule));
    }

    Text dividedPart(HoursRule rule, int hourHundredths) {
        String hours = plain(hourHundredths);
        return new Text(
                divisorZh(rule) + "(本部分 " + hours + " 学时)",
                divisorEn(rule) + " (this part: " + hours + " h)");
    }

    /// Which form earns least, multipliers decide as well as divisors: the words name the form.
    Text dividedUnsplit(HoursRule least) {
        return new Text(
                "混合培训未给分项学时,按各形式中所得最少的一种计:" + divisorZh(least),
                "blended without a split, taken as the form that earns least: " + divisorEn(least));
    }

    Text multiplied(Multiplier multiplier) {
        String percent = plain(multiplier.tenThousandths());
        return new Text(
                multiplier.title().zh() + ":按 " + percent + "% 计",
                multiplier.title().en() + ": × " + percent + " %");
    }

    Text summed() {
        return new Text("各部分" + zh + "相加", "the parts added up");
    }

    Text graded(GradeRule rule) {
        String grade = "评定为“" + rule.grade().zh() + "”,";
        String name = "graded " + rule.grade().name() + ": ";
        int share = rule.tenThousandths();
        String percent = plain(Math.abs(share - GradeRule.WHOLE));
        if (share > GradeRule.WHOLE) {
            return new Text(
                    grade + "在原" + zh + "基础上增加 " + percent + "%", name + percent + " % more");
        }
        if (share == GradeRule.WHOLE) {
            return new Text(grade + "认定基本" + zh, name + "the base " + en + "s");
        }
        if (rule.grade() == Grade.FAIL) {
            return new Text(
                    grade + "按 " + plain(share) + "% 计" + zh,
                    name + plain(share) + " % of the " + en + "s");
        }
        return new Text(grade + "减少 " + percent + "%", name + percent + " % less");
    }

    Text failed(GradeRule rule) {
        return new Text(
                "评定为“" + rule.grade().zh() + "”,不能取得该项目" + zh,
                "graded " + rule.grade().name() + ": no " + en + "s for this programme");
    }

    Text absent(AttendanceRule rule, BigDecimal attendance) {
        String minimum = percent(rule.minimum());
        String seen = percent(attendance);
        return new Text(
                "出勤率 " + seen + (rule.exclusive() ? "% 未超过 " : "% 低于 ") + minimum + "%,不认定" + zh,
                "attendance of "
                        + seen
                        + (rule.exclusive() ? " % is not above " : " % is below ")
                        + minimum
                        + " %: no "
                        + en
                        + "s");
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
        String zhUnit = each.unit().zh();
        String enUnit = each.unit().en();
        String zhPer = isOne(each) ? zhUnit : " " + plain(each.per()) + " " + zhUnit;
        String enPer = isOne(each) ? enUnit : plain(each.per()) + " " + enUnit;
        String zhCounted = title.zh() + ":" + quantity + " " + zhUnit + ",每" + zhPer;
        String enCounted =
                title.en()
                        + ": "
                        + quantity
                        + (isOne(each) ? "" : " " + enUnit)
                        + " × "
                        + each.each()
                        + " "
                        + en
                        + "s for each "
                        + enPer;
        return each.most() == null
                ? new Text(zhCounted + " " + each.each() + " " + zh, enCounted)
                : new Text(
                        zhCounted
                                + (" " + each.each() + " " + zh)
                                + (",最多 " + each.most() + " " + zh),
                        enCounted + ", at most " + each.most());
    }

    Text shared(RoleShare share) {
        String of =
                share.isPercent() ? plain(share.part()) + "%" : share.part() + "/" + share.whole();
        return new Text(
                "角色“" + share.role() + "”得其中 " + of, "the share of " + share.role() + ": " + of);
    }

    Text rounded(Rounding rounding) {
        String how =
                switch (rounding.mode()) {
                    case HALF_UP -> "四舍五入";
                    case UP -> "进一";
                    case DOWN -> "舍去尾数";
                };
        return new Text(
                how + ",保留 " + rounding.places() + " 位小数(依本政策文件的取值)",
                "rounded "
                        + rounding.mode()
                        + " to "
                        + rounding.places()
                        + " places (as the file of this policy has it)");
    }

    Text capped(EventMost most) {
        String credits = most.credits().toString();
        return new Text(
                "单次培训最多认定 " + credits + " " + zh,
                "one training earns at most " + credits + " " + en + "s");
    }

    private String divisorZh(HoursRule rule) {
        return rule.title().zh() + " " + plain(rule.hourHundredthsPerCredit()) + " 学时折 1 " + zh;
    }

    private String divisorEn(HoursRule rule) {
        return rule.title().en() + ": " + plain(rule.hourHundredthsPerCredit()) + " h make 1 " + en;
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
