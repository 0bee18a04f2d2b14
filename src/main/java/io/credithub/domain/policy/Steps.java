package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.Multiplier;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.RoleRule;
import io.credithub.domain.policy.terms.RoleShare;
import io.credithub.domain.policy.terms.Rounding;
import io.credithub.domain.policy.terms.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Writes the way to an award down, in the two languages.
final class Steps implements StepListener {
    private static final String NOTHING = "0.00";

    private final StepWords words;
    private final List<Step> steps = new ArrayList<>();
    private String ofHours = "";

    Steps(Unit unit) {
        this.words = new StepWords(unit);
    }

    List<Step> list() {
        return List.copyOf(steps);
    }

    @Override
    public void divided(HoursRule rule, int hourHundredths) {
        add(rule, words.divided(rule), hourHundredths);
    }

    @Override
    public void dividedPart(HoursRule rule, int hourHundredths) {
        add(rule, words.dividedPart(rule, hourHundredths), hourHundredths);
    }

    @Override
    public void dividedUnsplit(HoursRule least, int hourHundredths) {
        add(least, words.dividedUnsplit(least), hourHundredths);
    }

    @Override
    public void multiplied(Multiplier multiplier, long dividend, long divisor) {
        String value = Quotient.text(dividend, divisor);
        add(multiplier.paragraph(), words.multiplied(multiplier), value);
    }

    @Override
    public void ofRole(RoleRule rule, long dividend, long divisor) {
        add(rule.paragraph(), words.ofRole(rule), Quotient.text(dividend, divisor));
    }

    @Override
    public void summed(long dividend, long divisor) {
        add(ofHours, words.summed(), Quotient.text(dividend, divisor));
    }

    @Override
    public void graded(GradeRule rule, long dividend, long divisor) {
        add(rule.paragraph(), words.graded(rule), Quotient.text(dividend, divisor));
    }

    @Override
    public void failed(GradeRule rule) {
        add(rule.paragraph(), words.failed(rule), NOTHING);
    }

    @Override
    public void absent(AttendanceRule rule, BigDecimal attendance) {
        add(rule.paragraph(), words.absent(rule, attendance), NOTHING);
    }

    @Override
    public void result(ResultRule rule, SelfDirected result) {
        add(rule.paragraph(), words.result(rule, result), words.worth(rule.worth(), result));
    }

    @Override
    public void shared(ResultRule rule, RoleShare share, BigDecimal dividend, long divisor) {
        BigDecimal credits = dividend.movePointLeft(2);
        add(rule.paragraph(), words.shared(share), Quotient.text(credits, divisor));
    }

    @Override
    public void rounded(Rounding rounding, Credits credits) {
        add(rounding.paragraph(), words.rounded(rounding), credits.toString());
    }

    @Override
    public void capped(EventMost most) {
        add(most.paragraph(), words.capped(most), most.credits().toString());
    }

    private void add(HoursRule rule, Text text, int hourHundredths) {
        ofHours = rule.paragraph();
        add(ofHours, text, Quotient.text(hourHundredths, rule.hourHundredthsPerCredit()));
    }

    private void add(String paragraph, Text text, String value) {
        steps.add(new Step(paragraph, text, value));
    }
}
