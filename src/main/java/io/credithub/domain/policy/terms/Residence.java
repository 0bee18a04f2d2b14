package io.credithub.domain.policy.terms;

import java.time.LocalDate;

/// Since when a teacher belongs to a division. The last one that has begun holds.
///
/// @param from its first day
/// @param division of GB/T 2260, six digits
public record Residence(LocalDate from, String division) {}
