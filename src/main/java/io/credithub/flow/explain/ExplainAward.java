package io.credithub.flow.explain;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.domain.ledger.SurvivorshipRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.feed.FeedDefinition;
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
    private final SourcePrecedence precedence;
    private final Executor workers;

    public ExplainAward(
            Provenance provenance,
            RecordReread reading,
            StatementQuery statements,
            Policies policies,
            SourcePrecedence precedence,
            Executor workers) {
        this.provenance = provenance;
        this.reading = reading;
        this.statements = statements;
        this.policies = policies;
        this.precedence = precedence;
        this.workers = workers;
    }

    /// @param seq of the line in the ledger
    /// @return empty if there is none within the jurisdiction
    public Uni<Optional<AwardExplanation>> explain(long seq, Jurisdiction within) {
        return provenance.find(seq, within).emitOn(workers).map(found -> found.map(this::explain));
    }

    private AwardExplanation explain(PostedEntry posted) {
        LedgerLine line = posted.line();
        EntryTrail trail = EntryTrail.of(posted);
        return new AwardExplanation(
                posted,
                statements.explain(line),
                policies.numbered(line.policy()),
                reading.read(line.origin(), posted.delivered()),
                trail,
                copies(posted),
                instead(trail, posted));
    }

    private List<OtherCopy> copies(PostedEntry posted) {
        RecordVersion content = posted.content();
        return posted.copies().stream()
                .filter(copy -> !copy.copy().key().equals(content.copy().key()))
                .map(copy ->
                        new OtherCopy(
                                copy,
                                title(copy.copy().origin().feedCode()),
                                inForceBy(copy, posted),
                                criterion(content, copy, posted.line().facts().level())))
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

    private @Nullable SurvivorshipRule criterion(
            RecordVersion content, RecordVersion copy, Level level) {
        boolean isInForce = content.now() == VersionState.IN_FORCE;
        boolean isAside =
                content.now() == VersionState.ASIDE && copy.now() == VersionState.IN_FORCE;
        if (isInForce) return SurvivorshipRule.between(precedence, level, content, copy);
        return isAside ? SurvivorshipRule.between(precedence, level, copy, content) : null;
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
