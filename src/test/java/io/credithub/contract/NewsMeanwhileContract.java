package io.credithub.contract;

import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.Matching;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.domain.reconcile.RoleRulings;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is presumed to be news is looked at again for what came while it waited for the ledger
/// lock.
public abstract class NewsMeanwhileContract {
    private static final CopyMatcher HOLDING =
            new Matching(
                    ProgrammeRegister.EMPTY,
                    MatchingRules.DEFAULT,
                    (_, _) -> 1,
                    _ ->
                            new Authority(
                                    Set.of(Level.SCHOOL),
                                    Authority.ANY.forms(),
                                    null,
                                    Authority.ANY.roles(),
                                    null,
                                    null,
                                    false),
                    RoleRulings.SILENT);

    private final Stores stores;
    private final Steps steps;

    protected NewsMeanwhileContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    protected Stores stores() {
        return stores;
    }

    /// Returns once somebody who has written his contents waits for the ledger lock, if anybody
    /// ever does.
    protected abstract void untilOneWaits();

    /// The ledger lock as another process has it.
    protected abstract LedgerLock elsewhere();

    /// Somebody who has done what is to be done under the ledger lock, and has it still.
    private final class Holder {
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final CompletableFuture<? extends @Nullable Object> whole;
        private volatile boolean isThere;

        Holder(LedgerLock lock, Function<LedgerTransaction, Uni<?>> work) {
            whole =
                    lock.withLock(1, ledger -> work.apply(ledger).chain(this::stay))
                            .subscribeAsCompletionStage();
            until("the work is done", () -> isThere || whole.isDone());
        }

        Holder(LandedChunk chunk, RecordMerge news) {
            whole =
                    stores.lock()
                            .<String>tryOptimistic(
                                    news.changes(),
                                    Stores.MATCHER,
                                    ledger -> write(ledger, chunk, news).chain(this::stay))
                            .subscribeAsCompletionStage();
            until("the work is done", () -> isThere || whole.isDone());
        }

        private Uni<String> stay(Object done) {
            isThere = true;
            return Uni.createFrom().completionStage(end);
        }

        void leave() {
            end.complete("left");
            assertThat(Steps.wait(Uni.createFrom().<Object>completionStage(whole)))
                    .isEqualTo("left");
        }
    }

    private Uni<String> write(LedgerTransaction ledger, LandedChunk chunk, RecordMerge news) {
        return steps.postings()
                .post(
                        ledger,
                        news,
                        (merge, totals) -> Steps.posting(chunk, merge, totals, List.of(), Map.of()))
                .replaceWith("posted");
    }

    private static RecordMerge news(Arrival arrival) {
        RecordMerge merge = new RecordMerge(Stores.MATCHER, List.of());
        merge.arrive(arrival);
        merge.groups();
        merge.settle(KnownCopies.NONE);
        return merge;
    }

    /// Whether a vendor's record of the same day is taken for news, that was written while the
    /// holder had the ledger lock, and waited for it.
    private @Nullable String vendors(
            LandedChunk chunk, int teacher, Holder holder, String programme) {
        RecordMerge news = news(steps.arrival(chunk, "V", teacher, 1, 60, programme));
        CompletableFuture<@Nullable String> answer =
                stores.lock()
                        .<String>tryOptimistic(
                                news.changes(),
                                Stores.MATCHER,
                                ledger -> write(ledger, chunk, news))
                        .subscribeAsCompletionStage();
        untilOneWaits();
        holder.leave();
        return Steps.wait(Uni.createFrom().completionStage(answer));
    }

    private Holder posting(LedgerLock lock, int teacher) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        return new Holder(lock, ledger -> steps.post(ledger, chunk, arrival));
    }

    @Test
    void whatWasPostedMeanwhileIsSeen() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        assertThat(vendors(vendors, teacher, posting(stores.lock(), teacher), "研修")).isNull();
    }

    @Test
    void whatAnotherProcessPostedMeanwhileIsSeen() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        assertThat(vendors(vendors, teacher, posting(elsewhere(), teacher), "研修")).isNull();
    }

    @Test
    void whatWasPresumedMeanwhileIsSeen() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Holder holder = new Holder(chunk, news(steps.arrival(chunk, "R", teacher, 1, 30)));
        assertThat(vendors(vendors, teacher, holder, "研修")).isNull();
    }

    /// What is held moves neither the ledger nor any sum.
    @Test
    void whatWasHeldMeanwhileIsSeen() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        Holder holder =
                new Holder(
                        stores.lock(),
                        ledger -> {
                            RecordMerge held = new RecordMerge(HOLDING, List.of());
                            held.arrive(arrival);
                            return steps.postings()
                                    .resolveAndPost(
                                            ledger,
                                            held,
                                            Set.of(),
                                            (merge, totals) ->
                                                    Steps.posting(
                                                            chunk,
                                                            merge,
                                                            totals,
                                                            merge.changes(),
                                                            Map.of()))
                                    .invoke(() ->
                                            assertThat(held.changes())
                                                    .extracting(one -> one.now())
                                                    .containsExactly(VersionState.HELD));
                        });
        assertThat(vendors(vendors, teacher, holder, "研修")).isNull();
    }

    @Test
    void whatCannotBeACopyChangesNothing() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        assertThat(vendors(vendors, teacher, posting(stores.lock(), teacher), "另一项"))
                .isEqualTo("posted");
    }

    @Test
    void whatAnotherProcessPostedThatCannotBeACopyChangesNothing() {
        int teacher = steps.teacher("T");
        LandedChunk vendors = stores.land(Stores.VENDOR, 1);
        assertThat(vendors(vendors, teacher, posting(elsewhere(), teacher), "另一项"))
                .isEqualTo("posted");
    }
}
