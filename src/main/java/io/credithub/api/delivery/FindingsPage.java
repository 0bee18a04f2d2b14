package io.credithub.api.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a delivery's findings.
///
/// @param next the cursor of the page after it; absent on the last
/// @param more how many findings of the delivery are counted and not kept
public record FindingsPage(List<FindingView> items, @Nullable String next, long more) {}
