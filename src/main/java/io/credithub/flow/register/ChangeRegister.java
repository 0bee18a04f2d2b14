package io.credithub.flow.register;

import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterOutcome;
import io.credithub.domain.programme.RegisterRefusal;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RecomputeRegister;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Does something to the programme register, in one transaction under the ledger lock: from then on
/// whatever arrives is matched by it, and what had arrived follows in the background. Or tells what
/// would follow.
@Singleton
public final class ChangeRegister {
    private final LedgerLock lock;
    private final RegisterStore store;
    private final RecomputeRegister recompute;
    private final Recomputations recomputations;
    private final RecomputationWork work;
    private final ProvinceDay today;

    /// The day in the province.
    @Singleton
    public record ProvinceDay(Policies policies, InstantSource clock) {
        LocalDate day() {
            return policies.dayOf(clock.instant());
        }
    }

    public ChangeRegister(
            LedgerLock lock,
            RegisterStore store,
            RecomputeRegister recompute,
            Recomputations recomputations,
            RecomputationWork work,
            ProvinceDay today) {
        this.lock = lock;
        this.store = store;
        this.recompute = recompute;
        this.recomputations = recomputations;
        this.work = work;
        this.today = today;
    }

    /// What was done, or would be.
    ///
    /// @param version number of what records are matched by from then on; 0: it is as it was
    /// @param changes empty: it was so already
    /// @param recomputation id of what follows for records; absent: nothing does
    public record RegisterChanged(
            long version, List<EntryChange> changes, @Nullable Integer recomputation) {
        public RegisterChanged {
            changes = List.copyOf(changes);
        }
    }

    /// What follows is posted after the answer.
    public Uni<Outcome<RegisterChanged, RegisterRefusal>> change(
            RegisterAct act, Deciding deciding) {
        return lock.withLock(
                        1,
                        ledger ->
                                done(
                                        ledger,
                                        act,
                                        (entries, changes) ->
                                                keep(ledger, entries, changes, deciding)))
                .invoke(outcome -> {
                    Integer follows = follows(outcome);
                    if (follows != null) work.apply(follows);
                });
    }

    private Uni<RegisterChanged> keep(
            LedgerTransaction ledger,
            ProgrammeEntries entries,
            List<EntryChange> changes,
            Deciding deciding) {
        return recompute
                .keep(ledger, entries, changes, deciding)
                .map(kept -> new RegisterChanged(kept.version(), changes, kept.recomputation()));
    }

    /// Nothing is done; what would follow is worked out after the answer.
    public Uni<Outcome<RegisterChanged, RegisterRefusal>> tell(RegisterAct act, String by) {
        return lock.snapshot(ledger ->
                        done(
                                ledger,
                                act,
                                (entries, changes) ->
                                        recompute
                                                .ask(ledger, entries, changes, by)
                                                .map(id -> new RegisterChanged(0, changes, id))))
                .call(outcome -> {
                    Integer follows = follows(outcome);
                    if (follows == null) return Uni.createFrom().voidItem();
                    return recomputations.rules(follows).invoke(work::tell).replaceWithVoid();
                });
    }

    private static @Nullable Integer follows(Outcome<RegisterChanged, RegisterRefusal> outcome) {
        return outcome instanceof Outcome.Done<RegisterChanged, RegisterRefusal>(var changed)
                ? changed.recomputation()
                : null;
    }

    private Uni<Outcome<RegisterChanged, RegisterRefusal>> done(
            LedgerTransaction ledger,
            RegisterAct act,
            BiFunction<ProgrammeEntries, List<EntryChange>, Uni<RegisterChanged>> work) {
        return store.entries(ledger)
                .chain(entries ->
                        switch (act.on(entries, today.day())) {
                            case RegisterOutcome.Altered(List<EntryChange> changes) ->
                                    (changes.isEmpty()
                                                    ? Uni.createFrom()
                                                            .item(
                                                                    new RegisterChanged(
                                                                            0, changes, null))
                                                    : work.apply(entries, changes))
                                            .map(Outcome::done);
                            case RegisterOutcome.NotAllowed(RegisterRefusal why) ->
                                    Uni.createFrom().item(Outcome.refused(why));
                            case RegisterOutcome.NoSuchEntry _ ->
                                    Uni.createFrom().item(Outcome.notFound());
                        });
    }
}
