package io.credithub.flow.teacher;

import io.credithub.domain.policy.terms.Residence;
import java.util.List;
import java.util.Map;

/// Where teachers are and were, by their numbers in the registry.
public record Residences(Map<Integer, List<Residence>> residences) {
    /// For a province where it does not matter.
    public static final Residences ANYWHERE = new Residences(Map.of());

    public List<Residence> of(int teacher) {
        return residences.getOrDefault(teacher, List.of());
    }
}
