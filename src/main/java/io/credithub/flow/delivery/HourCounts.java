package io.credithub.flow.delivery;

import org.jspecify.annotations.Nullable;

/// Hours (学时) on their way in. A rejected record has none that can be counted, so the received ones
/// are those of the accepted, the duplicate and the waiting records.
///
/// @param declared absent if nobody declares it
/// @param undeclared received in deliveries that declare none
public record HourCounts(
        @Nullable Hours declared,
        Hours undeclared,
        Hours received,
        Hours accepted,
        Hours duplicate,
        Hours waiting) {}
