package io.credithub.report.paper;

/// What a page is read on.
enum Medium {
    /// A browser, which may print it.
    SCREEN,
    /// Sheets of A4.
    PAPER
}
