package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Training;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One policy, ready to judge. Pure and unchanging: the same facts always get the same answer, from
/// any thread.
public final class Policy {
    private final Terms terms;
    private final LineShares shares;
    private final HoursScale hours;
    private final ResultScale results;
    private final List<RuleLabel> rules;

    /// @throws IllegalArgumentException if two rules claim the same training, or a grade has none;
    ///   whoever reads a file says so first
    public Policy(Terms terms) {
        this.terms = terms;
        this.shares = new LineShares(terms.lines());
        this.hours = new HoursScale(terms, shares);
        int firstResult = HoursScale.FIRST_HOURS_RULE + terms.hours().size();
        this.results = new ResultScale(terms, shares, firstResult);
        this.rules = labels(terms);
    }

    /// What a completion is worth. Builds no text: this runs for every record.
    @Article({"四(一)", "四(二)", "四(四)"})
    public Judgement judge(Facts facts) {
        return weigh(facts, Trail.OFF);
    }

    /// The steps that lead to the award of [#judge], by the same arithmetic; empty if there is
    /// none.
    @Article("五(二)")
    public List<Step> explain(Facts facts) {
        Steps steps = new Steps();
        return switch (weigh(facts, steps)) {
            case Judgement.Awarded _ -> steps.list();
            case Judgement.Unjudged _ -> List.of();
        };
    }

    private Judgement weigh(Facts facts, Trail trail) {
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

    public int lineCount() {
        return shares.count();
    }

    /// The requirement lines in the order of [Award#lines()].
    public List<Line> lines() {
        return terms.lines();
    }

    /// The rules in the order of [Award#rule()].
    public List<RuleLabel> rules() {
        return rules;
    }

    private static List<RuleLabel> labels(Terms terms) {
        Set<String> byGrade = new LinkedHashSet<>();
        terms.grades().forEach(grade -> byGrade.add(grade.paragraph()));
        Set<String> byHours = new LinkedHashSet<>();
        terms.hours().forEach(rule -> byHours.add(rule.paragraph()));
        byHours.addAll(byGrade);
        AttendanceRule attendance = terms.attendance();
        List<RuleLabel> labels = new ArrayList<>();
        labels.add(
                new RuleLabel(
                        "attendance",
                        attendance == null ? List.of() : List.of(attendance.paragraph())));
        labels.add(new RuleLabel("failed", List.copyOf(byGrade)));
        labels.add(new RuleLabel("blended", List.copyOf(byHours)));
        labels.add(new RuleLabel("blended-unsplit", List.copyOf(byHours)));
        for (HoursRule rule : terms.hours()) {
            Set<String> paragraphs = new LinkedHashSet<>();
            paragraphs.add(rule.paragraph());
            paragraphs.addAll(byGrade);
            labels.add(new RuleLabel(rule.code(), List.copyOf(paragraphs)));
        }
        for (ResultRule rule : terms.results()) {
            labels.add(new RuleLabel(rule.code(), List.of(rule.paragraph())));
        }
        return List.copyOf(labels);
    }
}
