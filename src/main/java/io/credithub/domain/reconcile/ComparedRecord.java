package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Facts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// As much of a record as copies are compared by.
///
/// @param startedOn absent where the source does not say
/// @param credits the award, in hundredths
/// @param sourceCredits the source's own figure, in hundredths
public record ComparedRecord(
        Facts facts, @Nullable LocalDate startedOn, int credits, @Nullable Integer sourceCredits) {}
