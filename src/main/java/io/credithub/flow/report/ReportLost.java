package io.credithub.flow.report;

/// The job is this process's no more: somebody cancelled it, or another process took it up.
public final class ReportLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReportLost(int job) {
        super("report " + job + " was cancelled or taken up by another process");
    }
}
