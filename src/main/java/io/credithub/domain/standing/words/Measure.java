package io.credithub.domain.standing.words;

import io.credithub.domain.Credits;
import io.credithub.domain.Hundredths;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Unit;

/// Writes amounts in the unit of a policy.
record Measure(Unit unit) {
    static Measure of(Policy policy) {
        return new Measure(policy.terms().awards().unit());
    }

    /// `17.30 学分`; what is owed is named by a verb, not by a sign.
    String zh(Credits amount) {
        return plain(amount) + " " + unit.zh();
    }

    /// `17.30 credits`
    String en(Credits amount) {
        return plain(amount) + " " + unit.en() + "s";
    }

    static String quotedZh(Text title) {
        return "“" + title.zh() + "”";
    }

    static String quotedEn(Text title) {
        return "“" + title.en() + "”";
    }

    private static String plain(Credits amount) {
        return Hundredths.text(Math.abs(amount.hundredths()));
    }
}
