package io.credithub.flow.access;

import java.time.Instant;

/// When something was done, and by the holder of which key.
public record Stamp(Instant at, String by) {}
