package io.credithub.store;

import io.credithub.contract.BreakActsContract;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.store.breaks.PostgresBreakActs;
import io.credithub.testing.ApartFromOthers;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ApartFromOthers
final class PostgresBreakActsIT extends BreakActsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    private static final String PLANT =
            """
            insert into recon_break (identity, aspect, code, state, owner, division, school_year,
                fields, print, first_run, first_seen_at, last_run, last_seen_at, opened_at,
                closed_at, closed_by)
            values ($1, 1, 12, $2::int2, 2, $3, 2022, '[]', gen_random_uuid(), 1, now(), 1, now(),
                now(), case when $2 not in (1, 5) then now() end,
                case when $2 not in (1, 5) then 'hub' end)\
            """;

    private static final String HISTORY =
            """
            select kind, by, from_state, state, owner, assignee, note from recon_break_event
            where identity = $1 order by id\
            """;

    PostgresBreakActsIT() {
        super(new PostgresBreakActs(STORES.sessions, STORES.pool, InstantSource.system()));
    }

    @Override
    protected void plant(UUID identity, String division, BreakState state) {
        STORES.ask(PLANT, Tuple.of(identity, (short) state.code(), division));
    }

    @Override
    protected List<String> history(UUID identity) {
        List<String> events = new ArrayList<>();
        for (Row row : STORES.ask(HISTORY, Tuple.of(identity))) {
            Integer owner = row.getInteger("owner");
            events.add(
                    "%s %s %s>%s %s %s %s"
                            .formatted(
                                    row.getString("kind"),
                                    row.getString("by"),
                                    BreakState.of(row.getInteger("from_state")),
                                    BreakState.of(row.getInteger("state")),
                                    owner == null ? null : BreakOwner.of(owner),
                                    row.getString("assignee"),
                                    row.getString("note")));
        }
        return events;
    }
}
