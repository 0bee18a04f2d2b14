package io.credithub.store;

import io.credithub.domain.Credits;
import io.credithub.flow.Bank;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The acts of the bank on one teacher, each list by one question answered from an index.
@ApplicationScoped
public class PostgresBank implements Bank {
    private static final String EXEMPTIONS =
            "select * from exemption where teacher_id = $1 order by granted_at, id";

    private static final String DECISIONS =
            """
            select * from decided_year where teacher_id = $1 and school_year = $2
            order by granted_at, id\
            """;

    private final Pool pool;

    PostgresBank(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Exempted>> exemptions(int teacher) {
        return all(EXEMPTIONS, Tuple.of(teacher), PostgresBank::exempted);
    }

    @Override
    public Uni<List<DecidedYear>> decisions(int teacher, int schoolYear) {
        return all(DECISIONS, Tuple.of(teacher, schoolYear), PostgresBank::decided);
    }

    private static Exempted exempted(Row row) {
        return new Exempted(
                row.getUUID("id"),
                row.getString("kind"),
                row.getShort("school_year"),
                row.getString("evidence"),
                granted(row),
                ended(row));
    }

    private static DecidedYear decided(Row row) {
        return new DecidedYear(
                row.getUUID("id"),
                row.getShort("school_year"),
                new Credits(row.getInteger("recognised")),
                row.getBoolean("qualified"),
                granted(row),
                ended(row),
                row.getString("reason"));
    }

    private static Mark granted(Row row) {
        Instant at = Objects.requireNonNull(DeliveryStatusRows.instant(row, "granted_at"));
        return new Mark(at, row.getString("granted_by"));
    }

    private static @Nullable Mark ended(Row row) {
        Instant at = DeliveryStatusRows.instant(row, "ended_at");
        return at == null ? null : new Mark(at, row.getString("ended_by"));
    }

    private <T> Uni<List<T>> all(String sql, Tuple values, Function<Row, T> reading) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(reading).toList());
    }
}
