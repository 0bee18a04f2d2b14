package io.credithub.flow.explain;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.Criterion;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.SurvivorshipRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Explains one line of the ledger (查询): finds its record in the bytes that came, maps and judges
/// it again by the same code that posted it, and tells what became of it.
@Article({"四(五)", "五(二)"})
public final class ExplainAward {
    private final Provenance provenance;
    private final RecordReread reading;
    private final StatementQuery statements;
    private final Policies policies;
    private final MatchingBook matching;
    private final Executor workers;

    public ExplainAward(
            Provenance provenance,
            RecordReread reading,
            StatementQuery statements,
            Policies policies,
            MatchingBook matching,
            Executor workers) {
        this.provenance = provenance;
        this.reading = reading;
        this.statements = statements;
        this.policies = policies;
        this.matching = matching;
        this.workers = workers;
    }

    /// @param seq of the line in the ledger
    /// @return empty if there is none within the jurisdiction
    public Uni<Optional<AwardExplanation>> explain(long seq, Jurisdiction within) {
        return provenance
                .find(seq, within)
                .emitOn(workers)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : explain(found.get()).map(Optional::of));
    }

    private Uni<AwardExplanation> explain(PostedEntry posted) {
        return matching.of(posted.matching())
                .emitOn(workers)
                .map(matcher -> explain(posted, matcher));
    }

    private AwardExplanation explain(PostedEntry posted, CopyMatcher matcher) {
        LedgerLine line = posted.line();
        EntryTrail trail = EntryTrail.of(posted);
        return new AwardExplanation(
                posted,
                statements.explain(line),
                policies.numbered(line.policy()),
                reading.read(line.origin(), posted.delivered()),
                trail,
                copies(posted, matcher),
                instead(trail, posted));
    }

    private List<OtherCopy> copies(PostedEntry posted, CopyMatcher matcher) {
        RecordVersion content = posted.content();
        return posted.copies().stream()
                .filter(copy -> !copy.copy().key().equals(content.copy().key()))
                .map(copy ->
                        new OtherCopy(
                                copy,
                                title(copy.copy().origin().feedCode()),
                                inForceBy(copy, posted),
                                criterion(content, copy, matcher)))
                .toList();
    }

    /// What took the place of a reversed line, as the reversal says.
    private AwardExplanation.@Nullable TakenPlace instead(EntryTrail trail, PostedEntry posted) {
        Related reversal = trail.reversal();
        if (reversal == null) return null;
        Instead instead = reversal.why().instead();
        if (instead == null) return null;
        Long seq = null;
        for (Related entry : posted.entries()) {
            boolean isTheirs =
                    entry.record().equals(instead.cause().record())
                            && entry.version() == instead.cause().version()
                            && entry.kind() == LedgerEntry.EntryKind.AWARD;
            if (isTheirs && entry.seq() > reversal.seq() && seq == null) seq = entry.seq();
        }
        return new AwardExplanation.TakenPlace(instead, title(instead.feed()), seq);
    }

    private Text title(String feed) {
        return reading.feed(feed).map(FeedDefinition::title).orElseGet(() -> new Text(feed, feed));
    }

    private static @Nullable Criterion criterion(
            RecordVersion content, RecordVersion copy, CopyMatcher matcher) {
        if (isPeer(content, copy)) return between(content, copy, matcher);
        return isPeer(copy, content) ? between(copy, content, matcher) : null;
    }

    /// Whether one counts in place of the other, or the other is held for it.
    private static boolean isPeer(RecordVersion counts, RecordVersion other) {
        return counts.now() == VersionState.IN_FORCE
                && counts.copy().key().equals(other.matched().peer());
    }

    private static @Nullable Criterion between(
            RecordVersion counts, RecordVersion other, CopyMatcher matcher) {
        if (other.now() == VersionState.HELD) return other.matched().rule();
        return SurvivorshipRule.between(matcher, counts, other);
    }

    private static @Nullable Long inForceBy(RecordVersion copy, PostedEntry posted) {
        if (copy.now() != VersionState.IN_FORCE) return null;
        Long seq = null;
        for (Related entry : posted.entries()) {
            boolean isOurs =
                    entry.record().equals(copy.copy().key()) && entry.version() == copy.number();
            if (isOurs && entry.kind() == LedgerEntry.EntryKind.AWARD) seq = entry.seq();
        }
        return seq;
    }
}
