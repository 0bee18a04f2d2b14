package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.TrainingRole;

/// Whether the policy that a completion was judged by says what its role earns. Where it is silent,
/// the record is held.
@FunctionalInterface
public interface RoleRulings {
    /// Where no policy speaks of any role but the participant's.
    RoleRulings SILENT = (_, facts) -> facts.role() == TrainingRole.PARTICIPANT;

    /// @param policy the number of the policy version in the registry
    boolean isRuled(int policy, Facts facts);
}
