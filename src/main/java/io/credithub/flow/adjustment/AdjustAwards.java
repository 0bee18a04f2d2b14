package io.credithub.flow.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentAct.Barred;
import io.credithub.domain.adjustment.AdjustmentBounds;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.AdjustmentBook.NewAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.OpenAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.adjustment.NotAdjusted.AdjustmentRefusal;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adjusts what contents of records earn: somebody proposes it; where more than a little is added
/// or taken away, a second person agrees; then the award is reversed and the other one posted, in
/// one transaction with the decision. It is of this content: a corrected one is looked at anew.
@Singleton
public final class AdjustAwards {
    private final AdjustmentBook book;
    private final LedgerLock lock;
    private final PostingService postings;
    private final Policies policies;
    private final AdjustmentBounds bounds;

    public AdjustAwards(
            AdjustmentBook book,
            LedgerLock lock,
            PostingService postings,
            Policies policies,
            AdjustmentBounds bounds) {
        this.book = book;
        this.lock = lock;
        this.postings = postings;
        this.policies = policies;
        this.bounds = bounds;
    }

    /// Who asks.
    ///
    /// @param within the caller's jurisdiction
    public record AdjustmentRequest(Jurisdiction within, Signed by) {}

    /// What a content is to earn.
    ///
    /// @param evidence what it rests on
    public record AskedAward(Credits credits, String evidence) {}

    /// @param record its key
    /// @return the id of the adjustment: proposed, or posted if nobody else must agree
    public Uni<Outcome<Long, NotAdjusted>> ofRecord(
            AdjustmentRequest request, UUID record, AskedAward asked) {
        return lock.withLock(
                1, ledger -> propose(ledger, request, new AskedRecord(record, null), asked));
    }

    /// @param identity of the break
    public Uni<Outcome<Long, NotAdjusted>> ofBreak(
            AdjustmentRequest request, UUID identity, AskedAward asked) {
        return lock.withLock(
                1,
                ledger ->
                        book.broken(ledger, identity, request.within())
                                .chain(found -> {
                                    if (found == null) return Uni.createFrom().item(none());
                                    UUID record = found.record();
                                    return record == null
                                            ? refused(AdjustmentRefusal.NO_RECORD)
                                            : propose(
                                                            ledger,
                                                            request,
                                                            new AskedRecord(record, identity),
                                                            asked)
                                                    .map(AdjustAwards::ofSeenBreak);
                                }));
    }

    /// Of a break that is in sight it may be told that its record earns nothing.
    private static Outcome<Long, NotAdjusted> ofSeenBreak(Outcome<Long, NotAdjusted> told) {
        return told instanceof Outcome.NotFound
                ? Outcome.refused(NotAdjusted.of(AdjustmentRefusal.NOT_IN_FORCE))
                : told;
    }

    private static Outcome<Long, NotAdjusted> none() {
        return Outcome.notFound();
    }

    private static Uni<Outcome<Long, NotAdjusted>> refused(AdjustmentRefusal why) {
        return Uni.createFrom().item(Outcome.refused(NotAdjusted.of(why)));
    }

    /// @param broken identity of the break, if it is proposed from one
    private record AskedRecord(UUID record, @Nullable UUID broken) {}

    private Uni<Outcome<Long, NotAdjusted>> propose(
            LedgerTransaction ledger,
            AdjustmentRequest request,
            AskedRecord target,
            AskedAward asked) {
        return book.owner(ledger, target.record(), request.within())
                .chain(owner ->
                        owner == null
                                ? Uni.createFrom().item(none())
                                : RecordFile.read(ledger, target.record())
                                        .chain(file ->
                                                propose(ledger, request, target, asked, file)));
    }

    private Uni<Outcome<Long, NotAdjusted>> propose(
            LedgerTransaction ledger,
            AdjustmentRequest request,
            AskedRecord target,
            AskedAward asked,
            RecordFile file) {
        RecordVersion content = file.inForce();
        if (content == null) return refused(AdjustmentRefusal.NOT_IN_FORCE);
        Valuation worth = Objects.requireNonNull(content.copy().worth());
        if (worth.price().isAdjusted()) return refused(AdjustmentRefusal.ADJUSTED_ALREADY);
        NotAdjusted beyond = beyond(worth, asked.credits());
        if (beyond != null) return Uni.createFrom().item(Outcome.refused(beyond));
        Credits rules = new Credits(worth.price().credits());
        NewAdjustment proposed =
                new NewAdjustment(
                        target.record(),
                        content.number(),
                        asked.credits(),
                        rules,
                        bounds.needsSecond(rules, asked.credits()),
                        asked.evidence(),
                        target.broken());
        return book.isOpen(ledger, target.record(), content.number())
                .chain(isOpen ->
                        isOpen
                                ? refused(AdjustmentRefusal.ADJUSTED_ALREADY)
                                : keep(ledger, request.by(), proposed, file)
                                        .map(Outcome::<Long, NotAdjusted>done));
    }

    private @Nullable NotAdjusted beyond(Valuation worth, Credits asked) {
        Credits rules = new Credits(worth.price().credits());
        if (asked.equals(rules)) return NotAdjusted.of(AdjustmentRefusal.AS_BY_RULES);
        Integer source = worth.sourceCredits();
        Policy policy = policies.numbered(worth.price().policy());
        Credits most =
                AdjustmentBounds.most(
                        policy,
                        worth.facts(),
                        rules,
                        source == null ? Credits.ZERO : new Credits(source));
        boolean isWithin = asked.compareTo(Credits.ZERO) >= 0 && asked.compareTo(most) <= 0;
        return isWithin ? null : new NotAdjusted(AdjustmentRefusal.OUT_OF_BOUNDS, most);
    }

    private Uni<Long> keep(
            LedgerTransaction ledger, Signed by, NewAdjustment proposed, RecordFile file) {
        Uni<Long> kept = book.propose(ledger, proposed, by);
        if (proposed.fourEyes()) return kept;
        return kept.call(id -> book.take(ledger, id, AdjustmentAct.CONFIRM, by))
                .call(() -> post(ledger, file, proposed.version(), proposed.credits()));
    }

    private Uni<Void> post(
            LedgerTransaction ledger, RecordFile file, int version, Credits credits) {
        RecordVersion content = file.content(version);
        Valuation worth = Objects.requireNonNull(content.copy().worth());
        int hundredths = Math.toIntExact(credits.hundredths());
        return file.post(
                ledger,
                postings,
                new RecordFile.NewPrice(
                        content,
                        Valuation.adjusted(worth.facts(), worth.price(), hundredths),
                        EntryReason.ADJUSTED));
    }

    /// Takes a step about an adjustment.
    ///
    /// @param act any but to propose
    public Uni<Outcome<Long, NotAdjusted>> act(
            AdjustmentRequest request, long id, AdjustmentAct act) {
        return lock.withLock(
                1,
                ledger ->
                        book.find(ledger, id, request.within())
                                .chain(found -> {
                                    if (found == null) return Uni.createFrom().item(none());
                                    boolean isOwn = found.proposedBy().equals(request.by().by());
                                    Barred barred = act.barred(found.state(), isOwn);
                                    return barred == null
                                            ? take(
                                                    ledger,
                                                    new AskedStep(id, act, request.by()),
                                                    found)
                                            : refused(AdjustmentRefusal.of(barred));
                                }));
    }

    private record AskedStep(long id, AdjustmentAct act, Signed by) {}

    private Uni<Outcome<Long, NotAdjusted>> take(
            LedgerTransaction ledger, AskedStep step, OpenAdjustment found) {
        return switch (step.act()) {
            case CONFIRM ->
                    RecordFile.read(ledger, found.record())
                            .chain(file -> confirm(ledger, step, found, file));
            case REVOKE ->
                    RecordFile.read(ledger, found.record())
                            .chain(file ->
                                    taken(ledger, step)
                                            .call(() -> restore(ledger, file, found.version())));
            case REFUSE, WITHDRAW -> taken(ledger, step);
            case PROPOSE -> throw new IllegalArgumentException("proposed already: " + step.id());
        };
    }

    private Uni<Outcome<Long, NotAdjusted>> taken(LedgerTransaction ledger, AskedStep step) {
        return book.take(ledger, step.id(), step.act(), step.by())
                .map(_ -> Outcome.done(step.id()));
    }

    private Uni<Outcome<Long, NotAdjusted>> confirm(
            LedgerTransaction ledger, AskedStep step, OpenAdjustment found, RecordFile file) {
        VersionState state = file.content(found.version()).was();
        if (state == VersionState.SUPERSEDED) return refused(AdjustmentRefusal.CONTENT_CHANGED);
        if (state != VersionState.IN_FORCE) return refused(AdjustmentRefusal.NOT_IN_FORCE);
        return taken(ledger, step).call(() -> post(ledger, file, found.version(), found.credits()));
    }

    private Uni<Void> restore(LedgerTransaction ledger, RecordFile file, int version) {
        RecordVersion content = file.content(version);
        return RulesAward.of(content, ledger, postings, policies)
                .map(price ->
                        new RecordFile.NewPrice(content, price, EntryReason.ADJUSTMENT_REVOKED))
                .chain(price -> file.post(ledger, postings, price));
    }
}
