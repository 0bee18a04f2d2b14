package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One policy, ready to judge. Pure and unchanging: the same facts always get the same answer, from
/// any thread.
public final class Policy {
    private final Terms terms;
    private final Requirements requirements;
    private final LineShares shares;
    private final HoursScale hours;
    private final ResultScale results;
    private final List<RuleLabel> rules;

    /// @throws IllegalArgumentException if two rules claim the same training, or a grade has none;
    ///   whoever reads a file says so first
    public Policy(Terms terms) {
        this.terms = terms;
        this.requirements = new Requirements(terms.requirements().lines());
        this.shares = new LineShares(requirements);
        this.hours = new HoursScale(terms, shares);
        int firstResult = HoursScale.FIRST_HOURS_RULE + terms.awards().hours().size();
        this.results = new ResultScale(terms, shares, firstResult);
        this.rules = RuleLabel.of(terms.awards());
    }

    /// What a completion is worth. Builds no text: this runs for every record.
    @Article({"四(一)", "四(二)", "四(四)"})
    public Judgement judge(Facts facts) {
        return weigh(facts, StepListener.OFF);
    }

    /// The steps that lead to the award of [#judge], by the same arithmetic; empty if there is
    /// none.
    @Article("五(二)")
    public List<Step> explain(Facts facts) {
        Steps steps = new Steps(terms.awards().unit());
        return switch (weigh(facts, steps)) {
            case Judgement.Awarded _ -> steps.list();
            case Judgement.Unjudged _ -> List.of();
        };
    }

    /// The rule that gives a result its worth, whether anybody has decided on it yet or not; empty
    /// for other trainings, and for a result that no rule fits.
    @Article({"四(三)", "四(四)"})
    public Optional<ResultRule> resultRule(Facts facts) {
        return facts.training() instanceof Training.SelfDirected result
                ? results.rule(facts.level(), result)
                : Optional.empty();
    }

    /// Whether it says what the teacher's role earns in such a training; what a participant earns,
    /// it always says. Where it is silent, [#judge] answers as of a participant, and a person
    /// decides whether that is earned. Its `roles` are of hours: a result of a teacher's own work
    /// has those of its category.
    public boolean isRoleRuled(Facts facts) {
        return hours.isRoleRuled(facts);
    }

    /// That the role is none that it speaks of: the record is held. Empty, or this one finding.
    public List<Finding> silence(Facts facts) {
        if (isRoleRuled(facts)) return List.of();
        String role = facts.role().name();
        return List.of(new Finding(FindingCode.NOT_AUTHORISED, "/role", role));
    }

    private Judgement weigh(Facts facts, StepListener trail) {
        return switch (facts.training()) {
            case Training.Course course -> hours.course(facts, course, trail);
            case Training.Blended blended -> hours.blended(facts, blended, trail);
            case Training.SelfDirected result -> results.judge(facts, result, trail);
        };
    }

    public String id() {
        return terms.id();
    }

    public Text title() {
        return terms.title();
    }

    /// Where it comes from, and where and when it holds.
    public Heading heading() {
        return terms.heading();
    }

    /// Everything that the file states.
    public Terms terms() {
        return terms;
    }

    /// The cycle of a day, named by its first school year.
    public int cycleOf(LocalDate day) {
        return terms.calendar().cycleOf(day);
    }

    public int schoolYearOf(LocalDate day) {
        return terms.calendar().schoolYearOf(day);
    }

    /// The cycle that a school year belongs to.
    public int cycleOfSchoolYear(int schoolYear) {
        return terms.calendar().cycleOfSchoolYear(schoolYear);
    }

    /// What is asked of a teacher, ready to be counted.
    public Requirements requirements() {
        return requirements;
    }

    /// The requirement lines in the order of [Award#lines()], which may have more rows behind them.
    public List<RequirementLine> lines() {
        return requirements.lines();
    }

    /// What credits that somebody else awarded add to each row: as [#judge] splits them if it
    /// awards as many, else a blended training by the hours of its parts.
    public long[] split(Facts facts, Credits credits) {
        long hundredths = credits.hundredths();
        if (!(facts.training() instanceof Training.Blended blended) || blended.parts().isEmpty()) {
            return shares.whole(facts, hundredths);
        }
        if (judge(facts) instanceof Judgement.Awarded(Award award, _)
                && award.credits().equals(credits)) {
            return award.lines();
        }
        return shares.byParts(
                facts,
                hundredths,
                mask ->
                        Math.multiplyExact(hundredths, hours(blended, mask))
                                / Math.max(1, hours(blended, ~0)));
    }

    private static long hours(Training.Blended blended, int formMask) {
        long sum = 0;
        for (Training.Part part : blended.parts()) {
            if (LineShares.has(formMask, part)) sum += part.hourHundredths();
        }
        return sum;
    }

    /// The rules in the order of [Award#rule()].
    public List<RuleLabel> rules() {
        return rules;
    }
}
