package io.credithub.domain.standing.words;

import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.YearResult;

/// What a school year comes to, and its yearly floors.
final class YearOutcomeWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(YearOutcomeWords.class);

    private final Policy policy;
    private final Measure measure;

    YearOutcomeWords(Policy policy) {
        this.policy = policy;
        this.measure = Measure.of(policy);
    }

    Text of(YearStanding year) {
        Text end = end(year);
        if (year.decided() != null) return MESSAGES.text("outcome", year.schoolYear(), end);
        return MESSAGES.text("outcome.asked", year.schoolYear(), asked(year), floors(year), end);
    }

    private Text asked(YearStanding year) {
        if (year.minimum().hundredths() == 0) {
            return MESSAGES.text("outcome.no-minimum", measure.unit().text());
        }
        Text least = measure.of(year.minimum());
        return year.missing().hundredths() == 0
                ? MESSAGES.text("outcome.met", least)
                : MESSAGES.text("outcome.missing", least, measure.of(year.missing()));
    }

    private Text floors(YearStanding year) {
        Text lacking = Text.EMPTY;
        for (YearFloor floor : year.floors()) {
            if (floor.met()) continue;
            Text missing = measure.of(floor.missing());
            lacking = lacking.plus(MESSAGES.text("outcome.floor", title(floor), missing));
        }
        return lacking;
    }

    private Text title(YearFloor floor) {
        for (RequirementLine line : policy.lines())
            if (line.key().equals(floor.line())) return line.title();
        throw new IllegalArgumentException("the policy has no line " + floor.line());
    }

    private static Text end(YearStanding year) {
        YearResult outcome = year.outcome();
        return switch (outcome) {
            case OPEN -> MESSAGES.text("outcome.open");
            case QUALIFIED -> MESSAGES.text("outcome.qualified");
            case BORROWED -> MESSAGES.text("outcome.borrowed");
            case UNQUALIFIED ->
                    year.decided() == null
                            ? MESSAGES.text("outcome.unqualified")
                            : MESSAGES.text("outcome.unqualified.decided");
        };
    }

    /// A floor of the year.
    Text of(YearFloor floor, RequirementLine line) {
        if (floor.waived()) return MESSAGES.text("floor.waived", line.title());
        Text text =
                MESSAGES.text(
                        "floor.asked",
                        line.title(),
                        measure.of(floor.required()),
                        measure.of(floor.recognised()));
        if (floor.carriedIn().hundredths() < 0) {
            text = MESSAGES.text("floor.owed", text, measure.of(floor.carriedIn()));
        }
        if (floor.borrowed().hundredths() > 0) {
            text = MESSAGES.text("floor.borrowed", text, measure.of(floor.borrowed()));
        }
        return floor.met()
                ? MESSAGES.text("floor.met", text)
                : MESSAGES.text("floor.missing", text, measure.of(floor.missing()));
    }
}
