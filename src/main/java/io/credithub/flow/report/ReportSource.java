package io.credithub.flow.report;

import io.credithub.domain.report.ReportName;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/// Gathers one report. There is one of each name.
public interface ReportSource {
    ReportName name();

    /// The names of what narrows it beside division and school year.
    default Set<String> terms() {
        return Set.of();
    }

    /// Whether it can be narrowed so, before anything is counted.
    ///
    /// @param terms by names that it knows
    /// @throws ReportTermRefused if a value is none
    default void check(Map<String, String> terms) {}

    /// Brings what it reads up to date, if there is anything to bring; before the moment of its
    /// figures is chosen.
    default Uni<Void> prepare() {
        return Uni.createFrom().voidItem();
    }

    /// Counts what stands above the tables; their rows are read when they are asked for. All of it
    /// as known on the moment of the question: who asks again later is told the same.
    Uni<ReportDocument> open(ReportQuestion question);
}
