package io.credithub.api;

import io.credithub.domain.report.ReportName;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/// Reports that are kept, as if they had been made.
record StoredReports(Pool pool) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JOB =
            """
            insert into report_job (name, division, school_year, terms, format, language,
                names_persons, line, asked_by, state, finished_at, bytes, sha256)
            values ($1, '140105', 2025, $2, 'CSV', 'ZH', $3, sha256(gen_random_uuid()::text::bytea), 'test', 'DONE',
                now(), octet_length($4), sha256($4::text::bytea))
            returning id\
            """;
    private static final String FILE =
            """
            insert into report_file (job_id, no, piece) values ($1, 0, convert_to($2, 'UTF8'))\
            """;

    /// @return its number
    int keep(ReportName name, String text) {
        int id =
                pool.preparedQuery(JOB)
                        .execute(
                                Tuple.of(
                                        name.name(),
                                        "{\"name\":\"" + text + "\"}",
                                        name.namesPersons(),
                                        text))
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getInteger("id");
        pool.preparedQuery(FILE).execute(Tuple.of(id, text)).await().atMost(PATIENCE);
        return id;
    }
}
