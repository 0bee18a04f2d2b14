package io.credithub.demo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one system has of one attendance, in all its versions.
///
/// @param sightings in the order in which the system meant them, whatever order they arrive in
/// @param inForce what the system means in the end; absent if it took the record back, or never
///   wrote it well
public record SimulatedCopy(
        SourceSystem system,
        String recordId,
        List<ReportedVersion> sightings,
        @Nullable Details inForce) {}
