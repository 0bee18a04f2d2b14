package io.credithub.domain.policy;

import static org.assertj.core.api.Assertions.fail;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.fixtures.AwardTexts;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The policies under the laws. In each, a better grade has no smaller percentage.
enum AwardRules {
    SHANXI(""),
    CAPPED(AwardTexts.CAPPED),
    IN_HOURS(AwardTexts.IN_HOURS),
    WEIGHTED(AwardTexts.WEIGHTED);

    static final List<Form> FORMS = List.of(Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED);

    private static final List<List<String>> THEMES =
            List.of(List.of(), List.of("ICT"), List.of("ETHICS", "SAFETY"), List.of("CODING"));

    /// The policy itself, and the same without a most of an event.
    final Policy policy;

    final Policy uncapped;

    AwardRules(String awards) {
        policy = awards.isEmpty() ? Policies.shanxi() : Policies.withAwards(awards);
        uncapped =
                awards.isEmpty()
                        ? policy
                        : Policies.withAwards(awards.replaceFirst("eventMost:.*\n", ""));
    }

    /// A training without its hours and its grade.
    record Kind(Level level, Form form, List<String> themes) {
        Facts facts(Grade grade, int hourHundredths) {
            String hours = BigDecimal.valueOf(hourHundredths, 2).toPlainString();
            return Trainings.about(themes, Trainings.course(level, form, hours, grade));
        }
    }

    /// Every kind of training that the policy has a rule for.
    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Form form : FORMS) {
                for (List<String> themes : this == WEIGHTED ? THEMES : THEMES.subList(0, 1)) {
                    Kind kind = new Kind(level, form, themes);
                    if (policy.judge(kind.facts(Grade.PASS, 100)) instanceof Unjudged) continue;
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    /// In hundredths; fails if the parts of the award do not add up to it.
    long earned(Facts facts) {
        return earned(policy, facts);
    }

    static long earned(Policy policy, Facts facts) {
        Award award = award(policy, facts);
        Credits parts = award.experience().plus(award.quality()).plus(award.practice());
        boolean isWhole = parts.equals(award.credits()) && award.quality().hundredths() >= 0;
        if (!isWhole) fail("the parts do not add up: %s", award);
        return award.credits().hundredths();
    }

    static Award award(Policy policy, Facts facts) {
        return ((Awarded) policy.judge(facts)).award();
    }
}
