package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth;
import io.credithub.domain.policy.terms.RoleShare;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.policy.terms.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives self-directed results their credits. No grade, no bonus; the cap is the standing's.
@Article("四(四)")
final class ResultScale {
    /// The most that the door lets a record have.
    private static final long QUANTITY_MAX = 100_000;

    private static final String ROLE = "/activity/role";

    private final AwardTerms terms;
    private final SchoolCalendar calendar;
    private final LineShares lines;
    private final int firstOrdinal;

    /// @throws IllegalArgumentException if a rule could give more than [HoursTable#AWARD_MAX]
    ResultScale(Terms terms, LineShares lines, int firstOrdinal) {
        this.terms = terms.awards();
        this.calendar = terms.calendar();
        this.lines = lines;
        this.firstOrdinal = firstOrdinal;
        for (ResultRule rule : this.terms.results()) {
            if (largest(rule) > HoursTable.AWARD_MAX) {
                throw new IllegalArgumentException(rule.code() + " needs a most");
            }
        }
    }

    Judgement judge(Facts facts, SelfDirected result, StepListener trail) {
        List<ResultRule> rules = terms.results();
        for (int i = 0; i < rules.size(); i++) {
            ResultRule rule = rules.get(i);
            if (!rule.fits(facts.level(), result)) continue;
            return switch (value(rule, result, trail)) {
                case ScaleValue.FoundValue found -> {
                    Credits credits =
                            new Credits(terms.rounding().round(found.dividend(), found.divisor()));
                    trail.rounded(terms.rounding(), credits);
                    yield new Awarded(award(facts, firstOrdinal + i, credits), List.of());
                }
                case ScaleValue.MissingValue missing -> new Unjudged(List.of(missing.finding()));
            };
        }
        return new Unjudged(List.of(unfit(facts.level(), result)));
    }

    /// The rule that gives a result its worth: the first that fits it as it is, else the first that
    /// fits it once somebody has decided on it.
    Optional<ResultRule> rule(Level level, SelfDirected result) {
        SelfDirected undecided = result.decided(null);
        return first(level, undecided).or(() -> first(level, result.decided(BigDecimal.ONE)));
    }

    private Optional<ResultRule> first(Level level, SelfDirected result) {
        return terms.results().stream().filter(rule -> rule.fits(level, result)).findFirst();
    }

    /// What a result is worth, or why nobody can say.
    private sealed interface ScaleValue {
        /// Hundredths, exactly: a dividend and its divisor.
        record FoundValue(BigDecimal dividend, long divisor) implements ScaleValue {
            static FoundValue of(Credits credits) {
                return new FoundValue(BigDecimal.valueOf(credits.hundredths()), 1);
            }
        }

        record MissingValue(Finding finding) implements ScaleValue {}
    }

    /// The worth of a result, or the share of the teacher's role in it.
    private static ScaleValue value(ResultRule rule, SelfDirected result, StepListener trail) {
        ScaleValue worth = worth(rule.worth(), result);
        return switch (worth) {
            case ScaleValue.MissingValue _ -> worth;
            case ScaleValue.FoundValue whole -> {
                trail.result(rule, result);
                yield rule.shares().isEmpty() ? whole : shared(rule, whole, result.role(), trail);
            }
        };
    }

    private static ScaleValue shared(
            ResultRule rule,
            ScaleValue.FoundValue whole,
            @Nullable String role,
            StepListener trail) {
        if (role == null) return missing(ROLE);
        RoleShare share = rule.shareOf(role);
        if (share == null)
            return new ScaleValue.MissingValue(new Finding(FindingCode.NO_RULE, ROLE, role));
        BigDecimal dividend = whole.dividend().multiply(BigDecimal.valueOf(share.part()));
        long divisor = Math.multiplyExact(whole.divisor(), share.whole());
        trail.shared(rule, share, dividend, divisor);
        return new ScaleValue.FoundValue(dividend, divisor);
    }

    private static ScaleValue worth(ResultWorth worth, SelfDirected result) {
        return switch (worth) {
            case ResultWorth.Fixed fixed -> ScaleValue.FoundValue.of(fixed.credits());
            case ResultWorth.PerQuantity each -> counted(each, result.quantity());
            case ResultWorth.DecidedRange bounds -> decided(bounds, result.decidedCredits());
        };
    }

    private static ScaleValue counted(ResultWorth.PerQuantity each, @Nullable BigDecimal quantity) {
        if (quantity == null) return missing("/activity/quantity");
        long factor = Math.multiplyExact(each.each().hundredths(), ResultWorth.PerQuantity.ONE);
        BigDecimal dividend = quantity.multiply(BigDecimal.valueOf(factor));
        Credits most = each.most();
        if (most != null) {
            long limit = Math.multiplyExact(most.hundredths(), each.per());
            if (dividend.compareTo(BigDecimal.valueOf(limit)) > 0)
                return ScaleValue.FoundValue.of(most);
        }
        return new ScaleValue.FoundValue(dividend, each.per());
    }

    private static ScaleValue decided(
            ResultWorth.DecidedRange bounds, @Nullable BigDecimal decided) {
        if (decided == null) return missing("/activity/decidedCredits");
        Credits credits = Credits.rounded(decided);
        if (credits.compareTo(bounds.least()) >= 0 && credits.compareTo(bounds.most()) <= 0) {
            return ScaleValue.FoundValue.of(credits);
        }
        String value = decided.toPlainString();
        return new ScaleValue.MissingValue(
                new Finding(FindingCode.OUT_OF_RANGE, "/activity/decidedCredits", value));
    }

    private static ScaleValue missing(String field) {
        return new ScaleValue.MissingValue(new Finding(FindingCode.MISSING_FIELD, field, null));
    }

    private Award award(Facts facts, int rule, Credits credits) {
        return new Award(
                credits,
                Credits.ZERO,
                Credits.ZERO,
                credits,
                calendar.schoolYearOf(facts.completedOn()),
                rule,
                lines.whole(facts, credits.hundredths()));
    }

    /// Names the field that a rule of the same category would need otherwise.
    private Finding unfit(Level level, SelfDirected result) {
        boolean isKnown = false;
        boolean isDecidable = false;
        for (ResultRule rule : terms.results()) {
            if (rule.fitsAtSomeLevel(result)) {
                return new Finding(FindingCode.NO_RULE, "/level", level.name());
            }
            if (result.category().equals(rule.category())) {
                isKnown = true;
                isDecidable |= rule.worth() instanceof ResultWorth.DecidedRange;
            }
        }
        if (isDecidable && result.decidedCredits() == null) {
            return new Finding(FindingCode.MISSING_FIELD, "/activity/decidedCredits", null);
        }
        return isKnown
                ? new Finding(FindingCode.NO_RULE, "/activity/rank", result.rank())
                : new Finding(FindingCode.NO_RULE, "/activity/category", result.category());
    }

    /// The most that a rule can give, in hundredths.
    private static long largest(ResultRule rule) {
        long whole =
                switch (rule.worth()) {
                    case ResultWorth.Fixed fixed -> fixed.credits().hundredths();
                    case ResultWorth.PerQuantity each -> largest(each);
                    case ResultWorth.DecidedRange bounds -> bounds.most().hundredths();
                };
        long most = rule.shares().isEmpty() ? whole : 0;
        for (RoleShare share : rule.shares()) {
            most = Math.max(most, Math.multiplyExact(whole, share.part()) / share.whole());
        }
        return most;
    }

    private static long largest(ResultWorth.PerQuantity each) {
        Credits most = each.most();
        if (most != null) return most.hundredths();
        long quantity = Math.multiplyExact(QUANTITY_MAX, ResultWorth.PerQuantity.ONE);
        return Math.multiplyExact(quantity, each.each().hundredths()) / each.per();
    }
}
