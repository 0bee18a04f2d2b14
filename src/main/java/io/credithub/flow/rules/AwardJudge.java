package io.credithub.flow.rules;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.flow.rules.Policies.NumberedPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges completions by the version of the day, where the teacher then was.
public final class AwardJudge {
    private final Rulebook rules;

    public AwardJudge(Rulebook rules) {
        this.rules = rules;
    }

    /// What a version said.
    public record Judged(NumberedPolicy by, Judgement judgement) {
        /// The award as the ledger keeps it; null if the version has no answer.
        public @Nullable AwardAmounts price() {
            return judgement instanceof Judgement.Awarded awarded
                    ? priceOf(by.number(), awarded.award())
                    : null;
        }
    }

    /// @param residences of the teacher
    public Judged judge(Facts facts, List<Residence> residences) {
        return by(rules.ofAward(residences, facts.completedOn()), facts);
    }

    /// Of a teacher whom nobody knows yet: by the rules of the whole province; if they have no
    /// answer, by whichever has one, so that the record can wait for its place to be known.
    public Judged judge(Facts facts) {
        Judged first = judge(facts, List.of());
        if (first.price() != null || !rules.isByPlace()) return first;
        for (NumberedPolicy one : rules.allOn(facts.completedOn())) {
            Judged said = by(one, facts);
            if (said.price() != null) return said;
        }
        return first;
    }

    private static Judged by(NumberedPolicy version, Facts facts) {
        return new Judged(version, version.policy().judge(facts));
    }

    public static AwardAmounts priceOf(int policy, Award award) {
        return new AwardAmounts(
                policy,
                award.rule(),
                award.schoolYear(),
                Math.toIntExact(award.credits().hundredths()),
                Math.toIntExact(award.experience().hundredths()),
                Math.toIntExact(award.quality().hundredths()));
    }
}
