package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.domain.policy.ResultRule.Worth;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives self-directed results their credits. No grade, no bonus; the cap is the standing's.
@Article("四(四)")
final class ResultScale {
    private final Terms terms;
    private final LineShares lines;
    private final int firstOrdinal;

    ResultScale(Terms terms, LineShares lines, int firstOrdinal) {
        this.terms = terms;
        this.lines = lines;
        this.firstOrdinal = firstOrdinal;
    }

    Judgement judge(Facts facts, SelfDirected result, Trail trail) {
        List<ResultRule> rules = terms.results();
        for (int i = 0; i < rules.size(); i++) {
            ResultRule rule = rules.get(i);
            if (!rule.fits(result)) continue;
            return switch (value(rule.worth(), result)) {
                case Value.Found found -> {
                    trail.result(rule, result);
                    trail.rounded(terms.rounding(), found.credits());
                    yield new Awarded(award(facts, firstOrdinal + i, found.credits()), List.of());
                }
                case Value.Missing missing -> new Unjudged(List.of(missing.finding()));
            };
        }
        return new Unjudged(List.of(unfit(result)));
    }

    /// What a result is worth, or why nobody can say.
    private sealed interface Value {
        record Found(Credits credits) implements Value {}

        record Missing(Finding finding) implements Value {}
    }

    private static Value value(Worth worth, SelfDirected result) {
        return switch (worth) {
            case Worth.Fixed fixed -> new Value.Found(fixed.credits());
            case Worth.PerQuantity each -> counted(each, result.quantity());
            case Worth.Decided bounds -> decided(bounds, result.decidedCredits());
        };
    }

    private static Value counted(Worth.PerQuantity each, @Nullable BigDecimal quantity) {
        if (quantity == null) return missing("/activity/quantity");
        BigDecimal hundredths = quantity.multiply(BigDecimal.valueOf(each.each().hundredths()));
        Credits credits = Credits.rounded(hundredths.movePointLeft(2));
        return new Value.Found(credits.compareTo(each.most()) > 0 ? each.most() : credits);
    }

    private static Value decided(Worth.Decided bounds, @Nullable BigDecimal decided) {
        if (decided == null) return missing("/activity/decidedCredits");
        Credits credits = Credits.rounded(decided);
        if (credits.compareTo(bounds.least()) >= 0 && credits.compareTo(bounds.most()) <= 0) {
            return new Value.Found(credits);
        }
        String value = decided.toPlainString();
        return new Value.Missing(
                new Finding(FindingCode.OUT_OF_RANGE, "/activity/decidedCredits", value));
    }

    private static Value missing(String field) {
        return new Value.Missing(new Finding(FindingCode.MISSING_FIELD, field, null));
    }

    private Award award(Facts facts, int rule, Credits credits) {
        return new Award(
                credits,
                Credits.ZERO,
                Credits.ZERO,
                credits,
                terms.calendar().schoolYearOf(facts.completedOn()),
                rule,
                lines.whole(facts, credits.hundredths()));
    }

    /// Names the field that a rule of the same category would need otherwise.
    private Finding unfit(SelfDirected result) {
        boolean known = false;
        boolean decidable = false;
        for (ResultRule rule : terms.results()) {
            if (result.category().equals(rule.category())) {
                known = true;
                decidable |= rule.worth() instanceof Worth.Decided;
            }
        }
        if (decidable && result.decidedCredits() == null) {
            return new Finding(FindingCode.MISSING_FIELD, "/activity/decidedCredits", null);
        }
        return known
                ? new Finding(FindingCode.NO_RULE, "/activity/rank", result.rank())
                : new Finding(FindingCode.NO_RULE, "/activity/category", result.category());
    }
}
