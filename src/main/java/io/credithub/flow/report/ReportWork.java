package io.credithub.flow.report;

/// Makes reports after the answer was given. Implemented on the roof.
public interface ReportWork {
    /// Somebody wants a report, or does not want one any more.
    void begin();
}
