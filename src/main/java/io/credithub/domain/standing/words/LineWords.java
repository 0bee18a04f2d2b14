package io.credithub.domain.standing.words;

import io.credithub.domain.Credits;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.words.StandingReason.Topic;

/// A sentence for each requirement: what is there, what is asked and why so much, what is missing
/// and what would fill it.
final class LineWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(LineWords.class);

    private final Policy policy;
    private final Standing standing;
    private final Measure measure;

    LineWords(Policy policy, Standing standing) {
        this.policy = policy;
        this.standing = standing;
        this.measure = Measure.of(policy);
    }

    /// Its value is what a cap takes, and what counts of any other line.
    StandingReason of(LineStanding line) {
        Text text =
                switch (line.state()) {
                    case WITHIN, CUTS -> cap(line);
                    case WAIVED -> waived(line);
                    case MET, MISSING -> asked(line);
                };
        Credits value = line.line().isCap() ? line.cut() : line.counted();
        return new StandingReason(
                Topic.REQUIREMENT,
                line.line().key(),
                line.line().paragraph(),
                MESSAGES.text("line", line.line().title(), text),
                value.toString());
    }

    private Text cap(LineStanding line) {
        Text at = measure.of(line.required());
        Text most =
                line.line().isYearly()
                        ? MESSAGES.text("line.most.yearly", at)
                        : MESSAGES.text("line.most.cycle", at);
        Text earned = measure.of(line.earned());
        return line.state() == LineStanding.LineState.WITHIN
                ? MESSAGES.text("line.within", most, earned)
                : MESSAGES.text("line.cut", most, earned, measure.of(line.cut()));
    }

    private Text waived(LineStanding line) {
        return MESSAGES.text("line.waived", counted(line));
    }

    private Text asked(LineStanding line) {
        Text required = line.line().isYearly() ? yearly(line) : ofCycle(line);
        Text counted = counted(line);
        Text asked =
                line.cut().hundredths() > 0
                        ? MESSAGES.text("line.asked.cut", required, counted, measure.of(line.cut()))
                        : MESSAGES.text("line.asked", required, counted);
        if (line.met()) return MESSAGES.text("line.met", asked);
        return MESSAGES.text(
                "line.missing", asked, measure.of(line.missing()), line.line().filledBy());
    }

    /// A theme is earned, whatever caps leave of it elsewhere; anything else is recognised.
    private Text counted(LineStanding line) {
        Text counted = measure.of(line.counted());
        return line.recognised() == null
                ? MESSAGES.text("line.earned", counted)
                : MESSAGES.text("line.recognised", counted);
    }

    private Text yearly(LineStanding line) {
        Text each = measure.of(line.line().threshold());
        return MESSAGES.text("line.least.yearly", each, measure.of(line.required()));
    }

    private Text ofCycle(LineStanding line) {
        Text required = measure.of(line.required());
        Credits whole = line.line().threshold();
        if (line.required().equals(whole)) return MESSAGES.text("line.least.cycle", required);
        return MESSAGES.text("line.least.part", required, measure.of(whole), why(line.line()));
    }

    /// Why it is less than in a whole cycle.
    private Text why(RequirementLine line) {
        Text why = Text.EMPTY;
        int registered = standing.registeredYears();
        int all = standing.years().size();
        if (registered < all) {
            why = why.plus(MESSAGES.text("line.part.registered", registered, all));
        }
        if (line.kind() == RequirementLine.RequirementKind.TOTAL && isLetOff()) {
            why = why.plus(MESSAGES.text("line.part.let-off"));
        }
        return why;
    }

    private boolean isLetOff() {
        boolean mayBe =
                policy.terms().requirements().exemptions().stream()
                        .anyMatch(exemption -> exemption.credits().hundredths() > 0);
        return mayBe
                && standing.years().stream().anyMatch(year -> year.exempted().hundredths() > 0);
    }
}
