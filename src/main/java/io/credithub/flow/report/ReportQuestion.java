package io.credithub.flow.report;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants a report about.
///
/// @param within whose teachers; the asker may see them
/// @param schoolYear by its first year; null: the one that is running
/// @param terms what else narrows it, by the report's own names
/// @param askedBy who asks, as keys are called
/// @param asOf the moment of the figures, a settled one: whatever the registry learned later is not
///   in it
public record ReportQuestion(
        ReportName name,
        Jurisdiction within,
        @Nullable Integer schoolYear,
        Map<String, String> terms,
        String askedBy,
        Instant asOf) {
    public ReportQuestion {
        terms = Map.copyOf(terms);
    }
}
