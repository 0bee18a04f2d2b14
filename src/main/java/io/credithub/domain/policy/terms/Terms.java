package io.credithub.domain.policy.terms;

import io.credithub.domain.Text;

/// What one policy file states: numbers and structure, no logic.
public record Terms(
        Heading heading,
        SchoolCalendar calendar,
        AwardTerms awards,
        RequirementTerms requirements) {

    public String id() {
        return heading.id();
    }

    public Text title() {
        return heading.title();
    }

    public String source() {
        return heading.source();
    }
}
