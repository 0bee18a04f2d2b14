package io.credithub.domain.standing;

import java.util.List;

/// Single awards of one teacher, asked about one cycle.
///
/// @param cycle its first school year
/// @param awards in any order; those of other cycles are left out
public record Entries(int cycle, List<Earned> awards) {
    public Entries {
        awards = List.copyOf(awards);
    }
}
