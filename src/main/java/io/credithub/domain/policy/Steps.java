package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Hundredths;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.ResultRule.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Writes the way to an award down, in the two languages.
final class Steps implements Trail {
    private static final String NOTHING = "0.00";

    private final List<Step> steps = new ArrayList<>();

    List<Step> list() {
        return List.copyOf(steps);
    }

    @Override
    public void divided(HoursRule rule, int hourHundredths) {
        steps.add(
                new Step(
                        rule.paragraph(),
                        new Text(divisorZh(rule), divisorEn(rule)),
                        Quotient.text(hourHundredths, rule.hourHundredthsPerCredit())));
    }

    @Override
    public void dividedPart(HoursRule rule, int hourHundredths) {
        String hours = plain(hourHundredths);
        Text text =
                new Text(
                        divisorZh(rule) + "(本部分 " + hours + " 学时)",
                        divisorEn(rule) + " (this part: " + hours + " h)");
        String value = Quotient.text(hourHundredths, rule.hourHundredthsPerCredit());
        steps.add(new Step(rule.paragraph(), text, value));
    }

    @Override
    public void dividedUnsplit(HoursRule dearest, int hourHundredths) {
        String hours = plain(dearest.hourHundredthsPerCredit());
        Text text =
                new Text(
                        "混合培训未给分项学时,按其中最高折算标准 " + hours + " 学时折 1 学分",
                        "blended without a split: by the dearest divisor of its parts, "
                                + hours
                                + " h make 1 credit");
        String value = Quotient.text(hourHundredths, dearest.hourHundredthsPerCredit());
        steps.add(new Step(dearest.paragraph(), text, value));
    }

    @Override
    public void summed(long dividend, long divisor) {
        String paragraph = steps.getLast().paragraph();
        Text text = new Text("各部分学分相加", "the parts added up");
        steps.add(new Step(paragraph, text, Quotient.text(dividend, divisor)));
    }

    @Override
    public void graded(GradeRule rule, long dividend, long divisor) {
        String grade = rule.grade().zh();
        String name = rule.grade().name();
        String percent = plain(Math.abs(rule.tenThousandths() - GradeRule.WHOLE));
        Text text;
        if (rule.tenThousandths() > GradeRule.WHOLE) {
            text =
                    new Text(
                            "评定为“" + grade + "”,在原学分基础上增加 " + percent + "%",
                            "graded " + name + ": " + percent + " % more");
        } else if (rule.tenThousandths() == GradeRule.WHOLE) {
            text = new Text("评定为“" + grade + "”,认定基本学分", "graded " + name + ": the base credits");
        } else {
            text =
                    new Text(
                            "评定为“" + grade + "”,减少 " + percent + "%",
                            "graded " + name + ": " + percent + " % less");
        }
        steps.add(new Step(rule.paragraph(), text, Quotient.text(dividend, divisor)));
    }

    @Override
    public void failed(GradeRule rule) {
        Text text =
                new Text(
                        "评定为“" + rule.grade().zh() + "”,不能取得该项目学分",
                        "graded " + rule.grade().name() + ": no credits for this programme");
        steps.add(new Step(rule.paragraph(), text, NOTHING));
    }

    @Override
    public void absent(AttendanceRule rule, BigDecimal attendance) {
        String minimum = percent(rule.minimum());
        String seen = percent(attendance);
        Text text =
                new Text(
                        "出勤率 " + seen + "% 低于 " + minimum + "%,不认定学分",
                        "attendance of " + seen + " % is below " + minimum + " %: no credits");
        steps.add(new Step(rule.paragraph(), text, NOTHING));
    }

    @Override
    public void result(ResultRule rule, SelfDirected result) {
        switch (rule.worth()) {
            case Worth.Fixed fixed -> add(rule, rule.title(), fixed.credits().toString());
            case Worth.PerQuantity each -> {
                String quantity = String.valueOf(result.quantity());
                String rate = each.each().toString();
                Text text =
                        new Text(
                                rule.title().zh()
                                        + ":"
                                        + quantity
                                        + " "
                                        + each.unit().zh()
                                        + ",每"
                                        + each.unit().zh()
                                        + " "
                                        + rate
                                        + " 学分,最多 "
                                        + each.most()
                                        + " 学分",
                                rule.title().en()
                                        + ": "
                                        + quantity
                                        + " × "
                                        + rate
                                        + " credits for each "
                                        + each.unit().en()
                                        + ", at most "
                                        + each.most());
                add(rule, text, quantity + " × " + rate);
            }
            case Worth.Decided _ ->
                    add(rule, rule.title(), String.valueOf(result.decidedCredits()));
        }
    }

    @Override
    public void rounded(Rounding rounding, Credits credits) {
        String how =
                switch (rounding.mode()) {
                    case HALF_UP -> "四舍五入";
                    case UP -> "进一";
                    case DOWN -> "舍去尾数";
                };
        Text text =
                new Text(
                        how + ",保留 " + rounding.places() + " 位小数(文件未作规定,依本政策默认)",
                        "rounded "
                                + rounding.mode()
                                + " to "
                                + rounding.places()
                                + " places (the regulation is silent; default of this policy)");
        steps.add(new Step(rounding.paragraph(), text, credits.toString()));
    }

    private void add(ResultRule rule, Text text, String value) {
        steps.add(new Step(rule.paragraph(), text, value));
    }

    private static String divisorZh(HoursRule rule) {
        return rule.title().zh() + " " + plain(rule.hourHundredthsPerCredit()) + " 学时折 1 学分";
    }

    private static String divisorEn(HoursRule rule) {
        return rule.title().en()
                + ": "
                + plain(rule.hourHundredthsPerCredit())
                + " h make 1 credit";
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
