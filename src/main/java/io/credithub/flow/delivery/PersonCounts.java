package io.credithub.flow.delivery;

import org.jspecify.annotations.Nullable;

/// Distinct persons of a delivery; for several deliveries, summed.
///
/// @param declared absent if nobody declares it
/// @param undeclared received in deliveries that declare none
public record PersonCounts(@Nullable Long declared, long undeclared, long received) {}
