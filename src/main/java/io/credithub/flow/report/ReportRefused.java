package io.credithub.flow.report;

import io.credithub.domain.Text;

/// A report that cannot be made as it was asked for. Whoever asked is told why: a term that cannot
/// be meant, more than one file may hold.
public final class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    /// @param why with the way out, without a personal value
    public ReportRefused(Text why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    /// Chinese first.
    public String line() {
        return why.zh() + " · " + why.en();
    }
}
