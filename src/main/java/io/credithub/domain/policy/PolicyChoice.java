package io.credithub.domain.policy;

import io.credithub.domain.policy.terms.Residence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// By which policy a teacher is judged: one for all, or the one of the place.
public sealed interface PolicyChoice permits PolicyBook, PolicyChoice.Always {
    /// What an award is judged by.
    ///
    /// @param residences of the teacher, in any order
    Optional<Policy> ofAward(List<Residence> residences, LocalDate completedOn);

    /// What the requirements of a cycle are taken from.
    ///
    /// @param cycle named by its first school year
    Optional<Policy> ofCycle(List<Residence> residences, int cycle, LocalDate asOf);

    /// The same policy, wherever and whenever.
    record Always(Policy policy) implements PolicyChoice {
        @Override
        public Optional<Policy> ofAward(List<Residence> residences, LocalDate completedOn) {
            return Optional.of(policy);
        }

        @Override
        public Optional<Policy> ofCycle(List<Residence> residences, int cycle, LocalDate asOf) {
            return Optional.of(policy);
        }
    }
}
