package io.credithub.flow.expectation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a feed says that its records of a month come to: those completed in it.
///
/// @param persons distinct teachers; absent: not said, as hours and credits
/// @param credits the source's own
public record DeclaredTotal(
        String feed,
        YearMonth month,
        long records,
        @Nullable Long persons,
        @Nullable Hours hours,
        @Nullable Credits credits) {}
