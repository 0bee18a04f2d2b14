package io.credithub.flow.report;

import java.io.OutputStream;

/// Makes the writers. Implemented by `hub.report`.
public interface ReportWriters {
    /// @throws io.credithub.flow.result.Unavailable if this machine lacks what the format takes
    ReportWriter open(ReportFormat format, ReportLanguage language, OutputStream out);
}
