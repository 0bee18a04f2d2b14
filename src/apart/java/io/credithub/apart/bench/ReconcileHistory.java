package io.credithub.apart.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Breaks of the years before, which nobody has worked off: the table that runs write into, and
/// that pages are read from, is as full as it may ever be.
final class ReconcileHistory {

    /// A place in the middle of the list of open ones.
    private static final String MIDDLE =
            """
            select opened_at, identity from recon_break where state = 1 order by opened_at, identity
            offset (select count(*) / 2 from recon_break where state = 1) limit 1\
            """;

    private final Connection owner;

    ReconcileHistory(Connection owner) {
        this.owner = owner;
    }

    void fill(ReconcileProvince province, int breaks) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(fill(breaks, province.teachers()));
            statement.execute("vacuum (analyze) recon_break");
        }
    }

    long open() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from recon_break where state = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// @param micros since 1970
    record HistoryPlace(long micros, UUID identity) {}

    HistoryPlace middle() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(MIDDLE)) {
            row.next();
            OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant());
            return new HistoryPlace(micros, row.getObject(2, UUID.class));
        }
    }

    private static String fill(long breaks, long teachers) {
        return """
        insert into recon_break (identity, aspect, code, state, owner, teacher_id, division,
            school_code, school_year, feed_id, record_key, record_id, credits_ours,
            credits_theirs, ours, theirs, fields, print, first_run, first_seen_at, last_run,
            last_seen_at, opened_at)
        select k.identity, 1, k.code, 1, case k.code when 8 then 4 when 20 then 5 else 2 end,
            t.id, t.division_code, t.school_code, 2022 + n %% 3, 1 + n %% 4, k.identity,
            'BH-' || n, 1600, 1500, '40.00', '39.00', '[["/hours","40.00","39.00",16]]',
            k.identity, 1, k.at, 1, k.at, k.at
        from generate_series(1, %d) n join teacher t on t.id = 1 + n %% %d
        cross join lateral (select md5('history' || n)::uuid as identity,
            (array[15, 16, 16, 17, 20, 8])[1 + n %% 6] as code,
            now() - (n %% 700) * interval '1 day' - n * interval '1 microsecond' as at) k\
        """
                .formatted(breaks, teachers);
    }
}
