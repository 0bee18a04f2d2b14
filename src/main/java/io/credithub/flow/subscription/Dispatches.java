package io.credithub.flow.subscription;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is on its way out, and what became of what was. Whoever has taken one may say what became
/// of it until its lease is over and another has taken it: then nothing is written. Implemented by
/// `hub.store`.
public interface Dispatches {
    /// One more, at once.
    ///
    /// @param most of these at a time
    /// @return empty: so many are on their way already
    Uni<Optional<ReportDispatch>> trial(Subscription wanted, int most, Instant now);

    Uni<Optional<AddressedDispatch>> find(int id);

    /// Of subscriptions of an owner, and of those about what lies in a view; the newest first.
    ///
    /// @param before of those below this number
    Uni<List<AddressedDispatch>> seen(DispatchQuery question, int before, int most);

    /// The next whose time has come and nobody is at. One that was taken [TakenDispatch#TAKES_MAX]
    /// times since a step of it last came to an end is dead, once its lease is over.
    ///
    /// @param busy targets that are left out
    /// @param lease for so long nobody else takes it
    Uni<Optional<TakenDispatch>> take(Instant now, Collection<String> busy, Duration lease);

    /// Is looked at again later.
    ///
    /// @param job that makes the report; null: a new one is asked for
    Uni<Void> later(TakenDispatch taken, @Nullable Integer job, Instant next);

    /// Its report is there: to be sent at once, under that name, or the one that it was given
    /// before.
    Uni<Void> made(TakenDispatch taken, String fileName, Instant now);

    Uni<Void> sent(TakenDispatch taken, SendReceipt receipt);

    /// Failed once more.
    ///
    /// @param next null: it is not tried any more
    /// @param job null: the report is made anew
    Uni<Void> failed(
            TakenDispatch taken, String failure, @Nullable Integer job, @Nullable Instant next);

    Uni<Void> refuse(TakenDispatch taken, SendRefusal why);

    /// One that was tried in vain is tried again from the beginning.
    ///
    /// @return false: it was not
    Uni<Boolean> retry(int id, Instant now);

    /// How many were tried in vain.
    Uni<Long> dead();

    record AddressedDispatch(ReportDispatch dispatch, Subscription of) {}

    /// @param hold tells who has it from who had it before
    record TakenDispatch(AddressedDispatch what, int hold) {
        /// One that brings its process down may do so only so often.
        public static final int TAKES_MAX = 5;

        /// Why one is dead that did so.
        public static final String LOST =
                "取走 5 次都没有结果:可能每次都使进程中断,请查看日志与报表大小 · taken 5 times without an end: it may bring"
                        + " its process down each time; see the log, and how large the report is";

        public int id() {
            return what.dispatch().id();
        }
    }

    /// @param subscription null: any
    /// @param state null: any
    record DispatchQuery(
            String owner,
            Jurisdiction view,
            @Nullable Integer subscription,
            @Nullable DispatchState state) {}
}
