package io.credithub.mapping.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
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
/// @param asOf of the question that is asked, as [StandingExampleQuestion] reads it; so are the
///   next three
record PolicyExample(
        @JsonProperty(required = true) String name,
        @Nullable JsonNode completion,
        @Nullable String credits,
        @Nullable String rule,
        @Nullable List<String> findings,
        @Nullable String division,
        @Nullable String policy,
        @Nullable JsonNode asOf,
        @Nullable JsonNode cycle,
        @Nullable JsonNode teacher,
        @Nullable JsonNode awards,
        @Nullable ExpectedAward standing) {
    /// No policy is in force.
    static final String NO_POLICY = "none";

    /// @param policy the id of the policy that the requirements are taken from
    /// @param recognised in the whole cycle
    /// @param cut by all caps
    /// @param openLoans how many
    record ExpectedAward(
            @Nullable String policy,
            @Nullable String verdict,
            @Nullable String recognised,
            @Nullable String cut,
            @Nullable String openLoans,
            @Nullable OfProbation probation,
            @Nullable Map<String, OfLine> lines,
            @Nullable Map<Integer, OfYear> years) {}

    /// A new teacher's first year, in hours.
    record OfProbation(
            @Nullable String state,
            @Nullable String hours,
            @Nullable String centralised,
            @Nullable String schoolOrOnline) {}

    /// @param earned before any cap
    record OfLine(@Nullable String earned, @Nullable String counted, @Nullable String missing) {}

    record OfYear(
            @Nullable String counted,
            @Nullable String missing,
            @Nullable String carriedIn,
            @Nullable String borrowed,
            @Nullable String repaid,
            @Nullable String carriedOut,
            @Nullable String outcome) {}
}
