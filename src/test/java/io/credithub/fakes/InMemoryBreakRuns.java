package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.BreakScope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Runs and breaks in memory. Nobody acts on a break: each is open, told or corrected.
public final class InMemoryBreakRuns implements BreakRuns {
    private static final RunCounts NOTHING = new RunCounts(0, 0, 0, 0, 0, 0, Credits.ZERO);

    private final Jurisdiction province;
    private final InstantSource clock;
    private final Map<Integer, StoredRun> runs = new TreeMap<>();
    private final Map<UUID, NotedBreak> breaks = new HashMap<>();
    private final AtomicBoolean isTaken = new AtomicBoolean();

    /// @param province a run over it, or more, is about what is nobody's too
    public InMemoryBreakRuns(String province, InstantSource clock) {
        this.province = new Jurisdiction(province);
        this.clock = clock;
    }

    private record NotedBreak(Discrepancy last, BreakState state) {
        boolean isHere() {
            return state == BreakState.OPEN || state == BreakState.TOLD;
        }

        long inQuestion() {
            BothSides credits = last.credits();
            Long ours = credits.ours();
            Long theirs = credits.theirs();
            return ours == null || theirs == null ? 0 : Math.abs(ours - theirs);
        }
    }

    @Override
    public synchronized Uni<Integer> ask(BreakScope scope, String by) {
        Jurisdiction within = scope.within();
        for (StoredRun run : runs.values()) {
            boolean isSame =
                    run.scope().within().equals(within)
                            && Objects.equals(run.scope().schoolYear(), scope.schoolYear());
            if (isSame && run.finishedAt() == null) return Uni.createFrom().item(run.id());
        }
        int id = runs.size() + 1;
        BreakScope meant =
                new BreakScope(within, within.covers(province.divisionCode()), scope.schoolYear());
        StoredRun run =
                new StoredRun(
                        id,
                        meant,
                        by,
                        clock.instant(),
                        null,
                        null,
                        RunState.WAITING,
                        0,
                        0,
                        NOTHING,
                        List.of());
        runs.put(id, run);
        return Uni.createFrom().item(id);
    }

    private static boolean isSeen(StoredRun run, Jurisdiction view) {
        Jurisdiction looked = run.scope().within();
        return view.covers(looked.divisionCode()) || looked.covers(view.divisionCode());
    }

    @Override
    public synchronized Uni<Optional<BreakRun>> find(int id, Jurisdiction within) {
        StoredRun run = runs.get(id);
        if (run == null || !isSeen(run, within)) return Uni.createFrom().item(Optional.empty());
        List<BreakSum> seen =
                run.sums().stream()
                        .filter(sum -> sum.division().startsWith(within.prefix()))
                        .toList();
        return Uni.createFrom().item(Optional.of(run.told(seen)));
    }

    @Override
    public synchronized Uni<List<BreakRun>> list(Jurisdiction within, int before, int most) {
        return Uni.createFrom()
                .item(
                        runs.values().stream()
                                .filter(run -> run.id() < before && isSeen(run, within))
                                .sorted(Comparator.comparingInt(StoredRun::id).reversed())
                                .limit(most)
                                .map(run -> run.told(List.of()))
                                .toList());
    }

    @Override
    public synchronized Uni<Boolean> cancel(int id) {
        StoredRun run = runs.get(id);
        if (run == null || run.finishedAt() != null) return Uni.createFrom().item(false);
        runs.put(id, run.as(RunState.CANCELLED, clock.instant()));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Boolean> alone(Function<RunTurn, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    if (!isTaken.compareAndSet(false, true)) {
                        return Uni.createFrom().item(false);
                    }
                    return Uni.createFrom()
                            .deferred(() -> work.apply(new MemoryTurn()))
                            .onTermination()
                            .invoke(() -> isTaken.set(false))
                            .replaceWith(true);
                });
    }

    /// The turn of one run.
    private final class MemoryTurn implements RunTurn {
        private final Map<UUID, Discrepancy> found = new HashMap<>();

        @Override
        public Uni<Optional<StartedRun>> next(Instant now) {
            synchronized (InMemoryBreakRuns.this) {
                found.clear();
                Optional<StoredRun> first =
                        runs.values().stream().filter(run -> run.finishedAt() == null).findFirst();
                first.ifPresent(run -> runs.put(run.id(), run.begun(now)));
                return Uni.createFrom()
                        .item(first.map(run -> new StartedRun(run.id(), run.scope(), 1)));
            }
        }

        private StoredRun goingOn(StartedRun run) {
            StoredRun noted = Objects.requireNonNull(runs.get(run.id()));
            if (noted.state() != RunState.RUNNING) throw new RunCancelled(run.id());
            return noted;
        }

        @Override
        public Uni<Void> advance(StartedRun run, int done, int steps) {
            return act(() -> runs.put(run.id(), goingOn(run).advanced(done, steps)));
        }

        @Override
        public Uni<Void> note(StartedRun run, List<Discrepancy> news) {
            return act(() -> {
                goingOn(run);
                for (Discrepancy one : news) {
                    found.merge(one.subject().identity(), one, MemoryTurn::first);
                }
            });
        }

        private static Discrepancy first(Discrepancy one, Discrepancy other) {
            return other.code().compareTo(one.code()) < 0 ? other : one;
        }

        private Uni<Void> act(Runnable work) {
            return Uni.createFrom()
                    .voidItem()
                    .invoke(() -> {
                        synchronized (InMemoryBreakRuns.this) {
                            work.run();
                        }
                    });
        }

        @Override
        public Uni<Void> settle(StartedRun run, Set<BreakAspect> aspects, Instant now) {
            return act(() -> {
                StoredRun noted = goingOn(run);
                RunCounts came = changed();
                long corrected = closed(run.scope(), aspects);
                List<BreakSum> left = sums(run.scope());
                long open =
                        left.stream()
                                .filter(sum -> sum.state() == BreakState.OPEN)
                                .mapToLong(sum -> sum.inQuestion().hundredths())
                                .sum();
                RunCounts counts =
                        new RunCounts(
                                0,
                                came.found(),
                                came.opened(),
                                came.reopened(),
                                came.changed(),
                                corrected,
                                new Credits(open));
                runs.put(run.id(), noted.settled(counts, left, now));
                found.clear();
            });
        }

        @Override
        public Uni<Void> fail(StartedRun run, Instant now) {
            return act(() -> {
                StoredRun noted = Objects.requireNonNull(runs.get(run.id()));
                if (noted.finishedAt() == null) runs.put(run.id(), noted.as(RunState.FAILED, now));
                found.clear();
            });
        }

        private RunCounts changed() {
            long opened = 0;
            long reopened = 0;
            long changed = 0;
            for (Map.Entry<UUID, Discrepancy> one : found.entrySet()) {
                NotedBreak known = breaks.get(one.getKey());
                Discrepancy news = one.getValue();
                if (known == null) opened++;
                else if (!known.isHere()) reopened++;
                else if (!known.last.print().equals(news.print())) changed++;
                BreakState becomes = news.isInformation() ? BreakState.TOLD : BreakState.OPEN;
                breaks.put(one.getKey(), new NotedBreak(news, becomes));
            }
            return new RunCounts(0, found.size(), opened, reopened, changed, 0, Credits.ZERO);
        }

        private long closed(BreakScope scope, Set<BreakAspect> aspects) {
            long closed = 0;
            for (Map.Entry<UUID, NotedBreak> one : breaks.entrySet()) {
                NotedBreak known = one.getValue();
                boolean isLookedFor =
                        known.isHere()
                                && aspects.contains(known.last.subject().aspect())
                                && isOf(scope, known.last);
                if (!isLookedFor || found.containsKey(one.getKey())) continue;
                one.setValue(new NotedBreak(known.last, BreakState.CORRECTED));
                closed++;
            }
            return closed;
        }
    }

    private static boolean isOf(BreakScope scope, Discrepancy one) {
        String prefix = scope.isWhole() ? "" : scope.within().prefix();
        return one.place().division().startsWith(prefix) && scope.covers(one.place().schoolYear());
    }

    private record SumKey(String division, BreakCode code, BreakState state) {}

    private List<BreakSum> sums(BreakScope scope) {
        Map<SumKey, List<NotedBreak>> sums = new HashMap<>();
        for (NotedBreak one : breaks.values()) {
            if (!one.isHere() || !isOf(scope, one.last)) continue;
            SumKey key = new SumKey(one.last.place().division(), one.last.code(), one.state);
            sums.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
        }
        return sums.entrySet().stream()
                .map(sum ->
                        new BreakSum(
                                sum.getKey().division,
                                sum.getKey().code,
                                sum.getKey().code.owner(),
                                sum.getKey().state,
                                sum.getValue().size(),
                                new Credits(
                                        sum.getValue().stream()
                                                .mapToLong(NotedBreak::inQuestion)
                                                .sum())))
                .sorted(
                        Comparator.comparing(BreakSum::division)
                                .thenComparing(BreakSum::code)
                                .thenComparing(BreakSum::state))
                .toList();
    }
}
