package io.credithub.domain.policy;

import io.credithub.domain.Text;

/// What one policy file states: numbers and structure, no logic.
///
/// @param source the regulation that it carries, as officials cite it
public record Terms(
        String id,
        Text title,
        String source,
        SchoolCalendar calendar,
        AwardTerms awards,
        RequirementTerms requirements) {}
