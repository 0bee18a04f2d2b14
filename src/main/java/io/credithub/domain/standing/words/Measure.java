package io.credithub.domain.standing.words;

import io.credithub.domain.Credits;
import io.credithub.domain.Hundredths;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Unit;

/// Writes amounts in the unit of a policy.
record Measure(Unit unit) {
    private static final MessageBundle MESSAGES = MessageBundle.of(Measure.class);

    static Measure of(Policy policy) {
        return new Measure(policy.terms().awards().unit());
    }

    /// `17.30 学分`, `17.30 credits`; what is owed is named by a verb, not by a sign.
    Text of(Credits amount) {
        String plain = Hundredths.text(Math.abs(amount.hundredths()));
        return MESSAGES.text("amount", plain, unit.text());
    }
}
