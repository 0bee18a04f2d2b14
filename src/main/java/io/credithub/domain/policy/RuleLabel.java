package io.credithub.domain.policy;

import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.ResultRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How a rule of a policy is cited.
///
/// @param code stable within the policy
/// @param paragraphs of the regulation that it rests on
public record RuleLabel(String code, List<String> paragraphs) {
    public RuleLabel {
        paragraphs = List.copyOf(paragraphs);
    }

    /// In the order of [Award#rule()].
    static List<RuleLabel> of(AwardTerms terms) {
        Set<String> beyondHours = new LinkedHashSet<>();
        terms.multipliers().forEach(rule -> beyondHours.add(rule.paragraph()));
        terms.roles().forEach(rule -> beyondHours.add(rule.paragraph()));
        terms.grades().forEach(rule -> beyondHours.add(rule.paragraph()));
        EventMost most = terms.eventMost();
        if (most != null) beyondHours.add(most.paragraph());
        Set<String> byHours = new LinkedHashSet<>();
        terms.hours().forEach(rule -> byHours.add(rule.paragraph()));
        byHours.addAll(beyondHours);
        AttendanceRule attendance = terms.attendance();
        List<RuleLabel> labels = new ArrayList<>();
        labels.add(
                new RuleLabel(
                        "attendance",
                        attendance == null ? List.of() : List.of(attendance.paragraph())));
        labels.add(new RuleLabel("failed", paragraphsOfGrades(terms)));
        labels.add(new RuleLabel("blended", List.copyOf(byHours)));
        labels.add(new RuleLabel("blended-unsplit", List.copyOf(byHours)));
        for (HoursRule rule : terms.hours()) {
            Set<String> paragraphs = new LinkedHashSet<>();
            paragraphs.add(rule.paragraph());
            paragraphs.addAll(beyondHours);
            labels.add(new RuleLabel(rule.code(), List.copyOf(paragraphs)));
        }
        for (ResultRule rule : terms.results()) {
            labels.add(new RuleLabel(rule.code(), List.of(rule.paragraph())));
        }
        return List.copyOf(labels);
    }

    private static List<String> paragraphsOfGrades(AwardTerms terms) {
        return terms.grades().stream().map(GradeRule::paragraph).distinct().toList();
    }
}
