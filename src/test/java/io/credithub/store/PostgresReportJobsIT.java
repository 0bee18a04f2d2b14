package io.credithub.store;

import io.credithub.contract.ReportJobsContract;
import io.credithub.store.report.PostgresReportJobs;
import io.credithub.testing.ApartFromOthers;
import java.time.Duration;

@ApartFromOthers
final class PostgresReportJobsIT extends ReportJobsContract {
    PostgresReportJobsIT() {
        super(
                new PostgresReportJobs(PostgresStores.shared().pool, Duration.ofMinutes(1)),
                new PostgresReportJobs(PostgresStores.shared().pool, Duration.ZERO));
    }
}
