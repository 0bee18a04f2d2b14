package io.credithub.store.access;

import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.Gathering;
import io.credithub.flow.result.Unavailable;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.IdentityRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// The trail in the tables `audit_entry` and `audit_outcome`. Lines that come at once are written
/// and made durable together.
@ApplicationScoped
public class PostgresAuditTrail implements AuditTrail {
    private static final Duration WRITTEN_MAX = Duration.ofSeconds(10);

    private static final String WRITE =
            """
            insert into audit_entry (request, at, key_id, role, operation, teacher_id, target,
                status, address, times)
            select u.request, u.at, u.key_id, u.role, u.operation,
                coalesce((select t.id from teacher t where t.teacher_no = u.teacher_no),
                    (select f.teacher_id from former_identity f
                        where f.kind = 1 and f.value = u.teacher_no limit 1),
                    (select e.teacher_id from ledger_entry e where e.seq = u.award),
                    (select p.teacher_id from person_act p where p.id = u.proposal)),
                u.target, u.status, u.address, u.times
            from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[],
                $6::text[], $7::int8[], $8::uuid[], $9::text[], $10::int4[], $11::text[],
                $12::int4[]) with ordinality
                as u (request, at, key_id, role, operation, teacher_no, award, proposal, target,
                    status, address, times, place)
            order by u.place\
            """;

    private static final String END =
            """
            insert into audit_outcome (request, at, status, target)
            select * from unnest($1::uuid[], $2::timestamptz[], $3::int4[], $4::text[])\
            """;

    private static final String FIND =
            """
            select a.id, a.request, a.at, a.key_id, a.person, a.role, a.operation, a.teacher_id,
                t.teacher_no, coalesce(o.target, a.target) as target,
                coalesce(o.status, a.status) as status, a.address, a.times
            from audit_entry a
            left join audit_outcome o on a.status is null and o.request = a.request
            left join teacher t on t.id = a.teacher_id
            where a.id < $1\
            """;

    private final Pool pool;
    private final Gathering<List<AuditLine>, Boolean> lines;
    private final Gathering<AuditResult, Boolean> outcomes;

    PostgresAuditTrail(Pool pool) {
        this.pool = pool;
        this.lines = new Gathering<>("the audit trail", WRITTEN_MAX, this::writeAll);
        this.outcomes = new Gathering<>("the audit trail", WRITTEN_MAX, this::endAll);
    }

    @Override
    public Uni<Void> write(List<AuditLine> written) {
        return lines.ask(written)
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> new Unavailable("the audit trail", failure));
    }

    @Override
    public Uni<Void> end(AuditResult outcome) {
        return outcomes.ask(outcome).replaceWithVoid();
    }

    private Uni<List<Boolean>> writeAll(List<List<AuditLine>> asked) {
        List<AuditLine> all = asked.stream().flatMap(List::stream).toList();
        ArrayParameters<AuditLine> columns =
                new ArrayParameters<>(all)
                        .uuids(AuditLine::request)
                        .plain(times(all, AuditLine::at))
                        .texts(AuditLine::key)
                        .texts(AuditLine::role)
                        .texts(AuditLine::operation)
                        .texts(line -> line.target().teacherNo())
                        .plain(all.stream().map(line -> line.target().award()).toArray(Long[]::new))
                        .uuids(line -> line.target().proposal())
                        .texts(line -> line.target().named())
                        .intsOrNull(AuditLine::status)
                        .texts(AuditLine::address)
                        .ints(AuditLine::times);
        return pool.preparedQuery(WRITE).execute(columns.tuple()).map(_ -> done(asked));
    }

    private Uni<List<Boolean>> endAll(List<AuditResult> ended) {
        ArrayParameters<AuditResult> columns =
                new ArrayParameters<>(ended)
                        .uuids(AuditResult::request)
                        .plain(times(ended, AuditResult::at))
                        .ints(AuditResult::status)
                        .texts(AuditResult::target);
        return pool.preparedQuery(END).execute(columns.tuple()).map(_ -> done(ended));
    }

    private static <T> OffsetDateTime[] times(List<T> rows, Function<T, Instant> time) {
        return rows.stream()
                .map(row -> time.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static List<Boolean> done(List<?> asked) {
        return asked.stream().map(_ -> true).toList();
    }

    /// Only what is asked for is in the statement, so that an index can answer it.
    @Override
    public Uni<List<AuditEntry>> find(AuditQuery question, long before, int most) {
        Tuple values = Tuple.of(before);
        StringBuilder sql = new StringBuilder(FIND);
        String prefix = question.view().prefix();
        if (!prefix.isEmpty()) {
            sql.append(
                    " and (starts_with(t.answering_division, %s) or starts_with(t.division_code, %s))"
                            .replace("%s", bind(values, prefix)));
        }
        if (question.teacherNo() != null) {
            String holder = IdentityRows.HOLDER.replace("$1", bind(values, question.teacherNo()));
            sql.append(" and a.teacher_id = ").append(holder);
        }
        if (question.key() != null) {
            sql.append(" and a.key_id = ").append(bind(values, question.key()));
        }
        if (question.operation() != null) {
            String operation = bind(values, question.operation());
            sql.append(" and starts_with(a.operation, ").append(operation).append(')');
        }
        if (question.from() != null) {
            sql.append(" and a.at >= ").append(bind(values, time(question.from())));
        }
        if (question.until() != null) {
            sql.append(" and a.at < ").append(bind(values, time(question.until())));
        }
        sql.append(" order by a.id desc limit ").append(bind(values, most));
        return pool.preparedQuery(sql.toString()).execute(values).map(PostgresAuditTrail::entries);
    }

    private static String bind(Tuple values, Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static List<AuditEntry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresAuditTrail::entry)
                .toList();
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.getLong("id"),
                row.getUUID("request"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("key_id"),
                row.getString("person"),
                row.getString("role"),
                row.getString("operation"),
                row.getInteger("teacher_id"),
                row.getString("teacher_no"),
                row.getString("target"),
                row.getInteger("status"),
                row.getString("address"),
                row.getInteger("times"));
    }
}
