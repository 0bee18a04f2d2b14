package io.credithub.domain.standing.words;

import io.credithub.domain.Hundredths;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.words.StandingReason.Topic;

/// The sentence on a new teacher's first year: which days count, what is there, what is asked, and
/// what follows.
final class ProbationWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(ProbationWords.class);

    private ProbationWords() {}

    static StandingReason of(Probation probation) {
        return new StandingReason(
                Topic.PROBATION,
                probation.state().name(),
                probation.required().paragraph(),
                sentence(probation),
                Hundredths.text(probation.hourHundredths()));
    }

    private static Text sentence(Probation probation) {
        return MESSAGES.text(
                "probation",
                probation.period().from(),
                probation.period().until(),
                Hundredths.text(probation.hourHundredths()),
                Hundredths.text(probation.required().hourHundredths()),
                Hundredths.text(probation.centralised()),
                Hundredths.text(probation.required().centralised()),
                Hundredths.text(probation.schoolOrOnline()),
                Hundredths.text(probation.required().schoolOrOnline()),
                end(probation));
    }

    private static Text end(Probation probation) {
        return switch (probation.state()) {
            case MET -> MESSAGES.text("probation.met");
            case RUNNING -> MESSAGES.text("probation.running");
            case SHORT -> MESSAGES.text("probation.short");
        };
    }
}
