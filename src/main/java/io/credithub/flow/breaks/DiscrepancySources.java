package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.BreakAspect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// All that find differences, in the order in which a run asks them.
public record DiscrepancySources(List<DiscrepancySource> all) {
    /// @throws IllegalArgumentException if two find the same
    public DiscrepancySources {
        all = List.copyOf(all);
        Set<BreakAspect> taken = EnumSet.noneOf(BreakAspect.class);
        for (DiscrepancySource source : all) {
            for (BreakAspect aspect : source.aspects()) {
                if (!taken.add(aspect)) throw new IllegalArgumentException("twice: " + aspect);
            }
        }
    }

    /// What a run can close, since it would have found it.
    public Set<BreakAspect> aspects() {
        Set<BreakAspect> aspects = EnumSet.noneOf(BreakAspect.class);
        for (DiscrepancySource source : all) aspects.addAll(source.aspects());
        return aspects;
    }
}
