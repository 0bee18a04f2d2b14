package io.credithub.domain.standing;

import io.credithub.domain.policy.Policy;

/// What a teacher's awards of a cycle add up to, under the policy that asks in it.
///
/// @param tally of the cycle, under this policy
public record CycleSums(Policy policy, Tally tally) {
    /// Nothing was awarded in the cycle.
    ///
    /// @param cycle its first school year
    public static CycleSums empty(Policy policy, int cycle) {
        return new CycleSums(policy, Tally.empty(policy, cycle));
    }
}
