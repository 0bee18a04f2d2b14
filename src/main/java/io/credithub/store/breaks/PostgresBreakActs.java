package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakActs;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.breaks.Breaks.BreakPlaceInList;
import io.credithub.flow.result.Outcome;
import io.credithub.store.connection.FreeText;
import io.credithub.store.connection.Sessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/// One break at a time is an entity; many are one statement, which locks them in the order of their
/// identities, changes those that can be changed, and writes the history of each.
@ApplicationScoped
public class PostgresBreakActs implements BreakActs {
    /// `%d`: the place of the first parameter after those of the question, by which breaks are
    /// named as `asked`. States in which it is possible, the state that it leads to or null, the
    /// owner or null, whether it assigns, to whom, who does it, when, the action, the reason.
    private static final String ACT =
            """
            , target as materialized (
                select b.identity, b.state, b.code from recon_break b
                where b.identity in (select identity from asked)
                order by b.identity for update),
            done as (
                update recon_break b set
                    state = coalesce(:p2::int2, b.state),
                    owner = coalesce(:p3::int2, b.owner),
                    owner_given = b.owner_given or :p3 is not null,
                    assignee = case when :p4::bool then :p5::text else b.assignee end,
                    closed_at = case :p2 when 2 then :p7::timestamptz when 1 then null
                        else b.closed_at end,
                    closed_by = case :p2 when 2 then :p6::text when 1 then null
                        else b.closed_by end,
                    opened_at = case :p2 when 1 then :p7 else b.opened_at end,
                    version = b.version + 1
                from target t
                where b.identity = t.identity and t.state = any(:p1::int2[])
                returning b.identity, b.code, t.state as was, b.state),
            told as (
                insert into recon_break_event (identity, at, by, kind, code, from_state, state, note,
                    owner, assignee)
                select identity, :p7, :p6, :p8::text, code, was, state, :p9::text, :p3,
                    case when :p4 then :p5 end
                from done)
            select t.identity, t.state, d.identity is not null as is_done
            from target t left join done d on d.identity = t.identity\
            """;

    private static final String NAMED =
            """
            with asked as (
                select b.identity from recon_break b
                where b.identity = any($1::uuid[]) and starts_with(b.division, $2))\
            """;

    private static final int PARAMETERS = 9;

    private final Sessions sessions;
    private final Pool pool;
    private final InstantSource clock;

    public PostgresBreakActs(Sessions sessions, Pool pool, InstantSource clock) {
        this.sessions = sessions;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Outcome<BreakState, BarredBreak>> act(
            UUID identity, Jurisdiction within, BreakDeed deed) {
        return sessions.change(session ->
                session.find(BreakRow.class, identity)
                        .chain(found ->
                                found == null || !found.isWithin(within.prefix())
                                        ? Uni.createFrom().item(Outcome.notFound())
                                        : act(session, identity, found, deed)));
    }

    /// The break first: of two who act at once the later finds another version, and looks again.
    private Uni<Outcome<BreakState, BarredBreak>> act(
            Session session, UUID identity, BreakRow found, BreakDeed deed) {
        return switch (found.take(deed, clock.instant())) {
            case Outcome.Done<BreakState, BarredBreak>(BreakState was) ->
                    session.flush()
                            .chain(() ->
                                    session.persist(
                                            BreakEventRow.of(
                                                    identity,
                                                    found.code(),
                                                    was,
                                                    deed,
                                                    clock.instant())))
                            .replaceWith(Outcome.done(found.state()));
            case Outcome.Refused<BreakState, BarredBreak> barred -> Uni.createFrom().item(barred);
            case Outcome.NotFound<BreakState, BarredBreak> none -> Uni.createFrom().item(none);
        };
    }

    @Override
    public Uni<BulkDeed> actAll(List<UUID> identities, Jurisdiction within, BreakDeed deed) {
        if (identities.size() > NAMED_MAX) throw new IllegalArgumentException("too many");
        Tuple values =
                Tuple.tuple()
                        .addArrayOfUUID(identities.toArray(UUID[]::new))
                        .addString(within.prefix());
        return act(NAMED, values, deed).map(rows -> told(rows, identities));
    }

    private static BulkDeed told(RowSet<Row> rows, List<UUID> identities) {
        Set<UUID> unseen = new HashSet<>(identities);
        List<BarredBreak> barred = new ArrayList<>();
        long done = 0;
        for (Row row : rows) {
            unseen.remove(row.getUUID("identity"));
            if (row.getBoolean("is_done")) done++;
            else barred.add(barred(row));
        }
        for (UUID one : unseen) barred.add(new BarredBreak(one, null));
        return new BulkDeed(done, barred, false);
    }

    private static BarredBreak barred(Row row) {
        return new BarredBreak(row.getUUID("identity"), BreakState.of(row.getInteger("state")));
    }

    @Override
    public Uni<BulkDeed> actAll(BreakFilter filter, BreakDeed deed) {
        BreakSql question = new BreakSql(filter, BreakPlaceInList.FIRST, FILTERED_MAX);
        String named =
                "with asked as (select q.identity from (%s) q)".formatted(question.statement());
        return act(named, question.values(), deed)
                .map(rows -> {
                    BulkDeed told = told(rows, List.of());
                    boolean isMore = rows.size() == FILTERED_MAX;
                    return new BulkDeed(told.done(), told.barred(), isMore);
                });
    }

    /// @param before how many parameters the question has
    private static String numbered(int before) {
        String sql = ACT;
        for (int no = 1; no <= PARAMETERS; no++) sql = sql.replace(":p" + no, "$" + (before + no));
        return sql;
    }

    private Uni<RowSet<Row>> act(String named, Tuple values, BreakDeed deed) {
        BreakAction action = deed.action();
        String sql = named + numbered(values.size());
        BreakOwner owner = action.owner(deed.owner());
        values.addArrayOfShort(
                action.states().stream()
                        .map(state -> Narrow.toShort(state.code()))
                        .toArray(Short[]::new));
        values.addValue(
                switch (action) {
                    case ACCEPT, REOPEN ->
                            Narrow.toShort(action.from(action.states().iterator().next()).code());
                    case ASSIGN, COMMENT, CORRECT_AT_SOURCE, CHANGE_OWNER, ADJUST -> null;
                });
        values.addValue(owner == null ? null : Narrow.toShort(owner.code()));
        values.addBoolean(action == BreakAction.ASSIGN);
        values.addString(FreeText.of(deed.assignee()));
        values.addString(deed.by());
        values.addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        values.addString(action.name());
        values.addString(FreeText.of(deed.reason()));
        return pool.withTransaction(connection -> connection.preparedQuery(sql).execute(values));
    }
}
