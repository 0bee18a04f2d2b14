package io.credithub.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A worked case of a policy, as a file in its `examples/` holds it: a completion and what it is
/// worth, or awards and where they leave a teacher. Amounts are texts with two places, as `16.00`;
/// what is not expected may be anything.
///
/// @param name what it shows, in a sentence
/// @param completion a canonical record; who and what it is about may be left out
/// @param credits what it is worth; absent if it cannot be judged
/// @param rule the code of the rule that decides it
/// @param findings all codes, as `HUB-1013`, in this order; absent: none
/// @param division where the teacher is: the policy in force there on the day judges; absent: this
///   one
/// @param policy the id of that policy, or [#NO_POLICY]
/// @param asOf the day on which the standing is asked for
/// @param cycle its first school year
/// @param awards what was completed
record PolicyExample(
        @JsonProperty(required = true) String name,
        @Nullable JsonNode completion,
        @Nullable String credits,
        @Nullable String rule,
        @Nullable List<String> findings,
        @Nullable String division,
        @Nullable String policy,
        @Nullable String asOf,
        @Nullable Integer cycle,
        @Nullable Teacher teacher,
        @Nullable List<ObjectNode> awards,
        @Nullable Expected standing) {
    /// No policy is in force.
    static final String NO_POLICY = "none";

    /// @param transferredOn into the schools that the policy covers
    /// @param divisions where the teacher belonged; absent: where this policy is in force
    record Teacher(
            @Nullable String confirmedOn,
            @Nullable String transferredOn,
            boolean newTeacher,
            @Nullable List<Place> divisions,
            @Nullable List<Exempted> exemptions,
            @Nullable List<Lent> loans) {
        static final Teacher SETTLED = new Teacher(null, null, false, null, null, null);
    }

    record Place(
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String code) {}

    record Exempted(
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) int schoolYear) {}

    /// @param line key of the yearly floor, where loans are of one form
    record Lent(
            @JsonProperty(required = true) int schoolYear,
            @JsonProperty(required = true) String credits,
            @Nullable String line) {}

    /// @param policy the id of the policy that the requirements are taken from
    /// @param recognised in the whole cycle
    /// @param cut by all caps
    record Expected(
            @Nullable String policy,
            @Nullable String verdict,
            @Nullable String recognised,
            @Nullable String cut,
            @Nullable Map<String, OfLine> lines,
            @Nullable Map<Integer, OfYear> years) {}

    record OfLine(@Nullable String counted, @Nullable String missing) {}

    record OfYear(
            @Nullable String counted,
            @Nullable String missing,
            @Nullable String borrowed,
            @Nullable String carriedOut,
            @Nullable String outcome) {}

    /// @throws java.time.DateTimeException if it is no date
    static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
