package io.credithub.domain.recognition;

import io.credithub.domain.Article;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.Step;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth;
import io.credithub.domain.policy.terms.RoleShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a result would be worth to one of those who have a part in it, before anybody decides. The
/// figures are the policy's own judgement.
@Article({"四(三)", "四(四)"})
public sealed interface Appraisal {
    /// The policy itself says how much: nobody may decide otherwise.
    record Settled(ResultRule rule, Award award, List<Step> steps) implements Appraisal {}

    /// A reviewer decides, within bounds that count themselves.
    ///
    /// @param bounds of what is decided for the whole work
    /// @param least of this role's share
    /// @param most of this role's share
    record OpenAppraisal(ResultRule rule, ResultWorth.DecidedRange bounds, Award least, Award most)
            implements Appraisal {}

    /// The policy has no place for it.
    ///
    /// @param findings at least one; fields as in the canonical record
    record UnfitClaim(List<Finding> findings) implements Appraisal {}

    /// @param facts of a self-directed result; what was decided on it does not matter
    static Appraisal of(Policy policy, Facts facts) {
        SelfDirected result = ((SelfDirected) facts.training()).decided(null);
        List<Finding> unknown = unknown(policy, result);
        if (!unknown.isEmpty()) return new UnfitClaim(unknown);
        Facts undecided = with(facts, result);
        Optional<ResultRule> rule = policy.resultRule(undecided);
        if (rule.isEmpty()) return judged(policy, undecided, null);
        boolean isCounted = rule.get().worth() instanceof ResultWorth.PerQuantity;
        BigDecimal quantity = result.quantity();
        if (quantity != null && !isCounted) {
            return unfit(FindingCode.NOT_APPLICABLE, "quantity", quantity.toPlainString());
        }
        return rule.get().worth() instanceof ResultWorth.DecidedRange bounds
                ? open(policy, undecided, rule.get(), bounds)
                : judged(policy, undecided, rule.get());
    }

    /// The award once a reviewer has decided; findings if it may not be.
    static Judgement decided(Policy policy, Facts facts, BigDecimal credits) {
        SelfDirected result = (SelfDirected) facts.training();
        return policy.judge(with(facts, result.decided(credits)));
    }

    private static Appraisal judged(Policy policy, Facts facts, @Nullable ResultRule rule) {
        return switch (policy.judge(facts)) {
            case Judgement.Unjudged none -> new UnfitClaim(none.findings());
            case Judgement.Awarded some ->
                    new Settled(Objects.requireNonNull(rule), some.award(), policy.explain(facts));
        };
    }

    private static Appraisal open(
            Policy policy, Facts facts, ResultRule rule, ResultWorth.DecidedRange bounds) {
        Judgement least = decided(policy, facts, amount(bounds.least().hundredths()));
        Judgement most = decided(policy, facts, amount(bounds.most().hundredths()));
        if (least instanceof Judgement.Awarded from && most instanceof Judgement.Awarded to) {
            return new OpenAppraisal(rule, bounds, from.award(), to.award());
        }
        return new UnfitClaim(
                Stream.of(least, most)
                        .filter(Judgement.Unjudged.class::isInstance)
                        .flatMap(none -> ((Judgement.Unjudged) none).findings().stream())
                        .distinct()
                        .toList());
    }

    /// A rule that fits every rank or role must not let a slip of the ledger lock earn the whole
    /// worth.
    private static List<Finding> unknown(Policy policy, SelfDirected result) {
        List<ResultRule> rules = policy.terms().awards().results();
        List<Finding> findings = new ArrayList<>();
        if (isNew(result.category(), rules, ResultRule::category)) {
            findings.add(finding(FindingCode.NO_RULE, "category", result.category()));
        }
        if (isNew(result.rank(), rules, ResultRule::rank)) {
            findings.add(finding(FindingCode.NO_RULE, "rank", result.rank()));
        }
        boolean shares =
                rules.stream()
                        .flatMap(rule -> rule.shares().stream())
                        .map(RoleShare::role)
                        .anyMatch(role -> role.equals(result.role()));
        if (!shares && isNew(result.role(), rules, ResultRule::role)) {
            findings.add(finding(FindingCode.NO_RULE, "role", result.role()));
        }
        return findings;
    }

    private static boolean isNew(
            @Nullable String word,
            List<ResultRule> rules,
            Function<ResultRule, @Nullable String> of) {
        return word != null && rules.stream().noneMatch(rule -> word.equals(of.apply(rule)));
    }

    private static UnfitClaim unfit(FindingCode code, String field, String value) {
        return new UnfitClaim(List.of(finding(code, field, value)));
    }

    private static Finding finding(FindingCode code, String field, @Nullable String value) {
        return new Finding(code, "/activity/" + field, value);
    }

    private static Facts with(Facts facts, SelfDirected result) {
        return new Facts(facts.level(), result, facts.themes(), facts.completedOn());
    }

    private static BigDecimal amount(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
