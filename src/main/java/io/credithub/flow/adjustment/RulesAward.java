package io.credithub.flow.adjustment;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.policy.Judgement;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Residences;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.Set;

/// What the rules give for a content that a person has adjusted: those in force, where its teacher
/// is; where these have no answer, those that it was posted by.
final class RulesAward {
    private RulesAward() {}

    static Uni<AwardAmounts> of(
            RecordVersion content,
            LedgerTransaction ledger,
            PostingService postings,
            Policies policies) {
        Valuation worth = Objects.requireNonNull(content.copy().worth());
        return postings.rules(ledger)
                .chain(rules ->
                        places(content, ledger, rules)
                                .map(places -> judge(content, worth.facts(), rules, places)))
                .map(said -> {
                    AwardAmounts price = said.price();
                    return price == null ? asPosted(worth, policies) : price;
                });
    }

    private static Uni<Residences> places(
            RecordVersion content, LedgerTransaction ledger, Rulebook rules) {
        boolean isPlaced = rules.isByPlace() && content.teacher() != RecordVersion.NOBODY;
        return isPlaced
                ? ledger.places(Set.of(content.teacher()))
                : Uni.createFrom().item(Residences.ANYWHERE);
    }

    private static AwardJudge.Judged judge(
            RecordVersion content, Facts facts, Rulebook rules, Residences places) {
        AwardJudge judge = new AwardJudge(rules);
        return content.teacher() == RecordVersion.NOBODY
                ? judge.judge(facts)
                : judge.judge(facts, places.of(content.teacher()));
    }

    private static AwardAmounts asPosted(Valuation worth, Policies policies) {
        int policy = worth.price().policy();
        return switch (policies.numbered(policy).judge(worth.facts())) {
            case Judgement.Awarded awarded -> AwardJudge.priceOf(policy, awarded.award());
            case Judgement.Unjudged _ ->
                    throw new IllegalStateException("posted, yet nothing judges it: " + policy);
        };
    }
}
