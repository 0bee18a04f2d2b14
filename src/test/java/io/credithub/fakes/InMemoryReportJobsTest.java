package io.credithub.fakes;

import io.credithub.contract.ReportJobsContract;

final class InMemoryReportJobsTest extends ReportJobsContract {
    private static final InMemoryReportJobs JOBS = new InMemoryReportJobs();

    InMemoryReportJobsTest() {
        super(JOBS, JOBS.lapsing());
    }
}
