package io.credithub.flow.report.verify;

import io.credithub.flow.report.ReportLanguage;

/// Writes what is said of a paper as a page. Implemented by `hub.report`.
public interface VerificationPage {
    WrittenPage of(VerifiedPaper paper, ReportLanguage language);

    /// @param policy what a browser may do with it: Content-Security-Policy
    record WrittenPage(String html, String policy) {}
}
