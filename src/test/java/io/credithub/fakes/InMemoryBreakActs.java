package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakActs;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Breaks in memory, as far as people act on them. Of a filter it knows division and state.
public final class InMemoryBreakActs implements BreakActs {
    private final Map<UUID, Planted> breaks = new LinkedHashMap<>();

    private static final class Planted {
        private final String division;
        private BreakState state;
        private final List<String> events = new ArrayList<>();

        Planted(String division, BreakState state) {
            this.division = division;
            this.state = state;
        }
    }

    public synchronized void plant(UUID identity, String division, BreakState state) {
        breaks.put(identity, new Planted(division, state));
    }

    /// Of each event `kind by from>to owner assignee note`, in order.
    public synchronized List<String> history(UUID identity) {
        Planted one = breaks.get(identity);
        return one == null ? List.of() : List.copyOf(one.events);
    }

    @Override
    public Uni<Outcome<BreakState, BarredBreak>> act(
            UUID identity, Jurisdiction within, BreakDeed deed) {
        return Uni.createFrom().item(() -> take(identity, within, deed));
    }

    private synchronized Outcome<BreakState, BarredBreak> take(
            UUID identity, Jurisdiction within, BreakDeed deed) {
        Planted one = breaks.get(identity);
        if (one == null || !within.covers(one.division)) return Outcome.notFound();
        BreakAction action = deed.action();
        BreakState was = one.state;
        if (!BreakAction.possible(was).contains(action)) {
            return Outcome.refused(new BarredBreak(identity, was));
        }
        one.state = action.from(was);
        BreakOwner owner = action.owner(deed.owner());
        String assignee = action == BreakAction.ASSIGN ? masked(deed.assignee()) : null;
        one.events.add(
                "%s %s %s>%s %s %s %s"
                        .formatted(
                                action,
                                deed.by(),
                                was,
                                one.state,
                                owner,
                                assignee,
                                masked(deed.reason())));
        return Outcome.done(one.state);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : ResidentId.masked(text);
    }

    @Override
    public Uni<BulkDeed> actAll(List<UUID> identities, Jurisdiction within, BreakDeed deed) {
        return Uni.createFrom()
                .item(() -> {
                    long done = 0;
                    List<BarredBreak> barred = new ArrayList<>();
                    for (UUID one : new LinkedHashSet<>(identities)) {
                        switch (take(one, within, deed)) {
                            case Outcome.Done<BreakState, BarredBreak> _ -> done++;
                            case Outcome.NotFound<BreakState, BarredBreak> _ ->
                                    barred.add(new BarredBreak(one, null));
                            case Outcome.Refused<BreakState, BarredBreak>(BarredBreak why) ->
                                    barred.add(why);
                        }
                    }
                    return new BulkDeed(done, barred, false);
                });
    }

    @Override
    public Uni<BulkDeed> actAll(BreakFilter filter, BreakDeed deed) {
        List<UUID> named = new ArrayList<>();
        synchronized (this) {
            breaks.forEach((identity, one) -> {
                boolean isThere = filter.within().covers(one.division);
                if (isThere && (filter.state() == null || filter.state() == one.state)) {
                    named.add(identity);
                }
            });
        }
        return actAll(named, filter.within(), deed);
    }
}
