package io.credithub.flow.explain;

import io.credithub.domain.Credits;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Step;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.Unit;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import io.credithub.flow.teacher.Registry.LineAmounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The story of a line of the ledger in sentences that a teacher can check: where it came from, how
/// it was understood, what it is worth by which paragraph, and what became of it.
final class AwardWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(AwardWords.class);

    /// The tables that an award can depend on.
    private static final Set<String> TOLD = Set.of("/level", "/form", "/grade", "/themes");

    private final AwardExplanation award;
    private final LedgerLine line;
    private final Unit unit;
    private final TrainingWords training;
    private final List<Text> sentences = new ArrayList<>();

    private AwardWords(AwardExplanation award) {
        this.award = award;
        this.line = award.posted().line();
        this.unit = award.policy().terms().awards().unit();
        this.training = new TrainingWords(award.policy());
    }

    static List<Text> of(AwardExplanation award) {
        AwardWords words = new AwardWords(award);
        words.origin();
        words.mapping();
        words.rules();
        words.result();
        words.sentences.addAll(FateWords.of(award));
        return List.copyOf(words.sentences);
    }

    private void origin() {
        Delivered delivered = award.posted().delivered();
        String reference = AwardExplanation.shown(delivered.reference());
        sentences.add(
                MESSAGES.text(
                        "origin",
                        award.again().title(line.origin().feed()),
                        day(delivered.landedAt()),
                        line.origin().position() + 1,
                        AwardExplanation.shown(line.origin().recordId()),
                        delivered.delivery(),
                        file(award.again().feed(), reference)));
        sentences.add(training.record(line.programme(), line.facts()));
    }

    /// A file has a name that says something; a page's address or a request's key does not.
    private static Text file(@Nullable FeedDefinition feed, String reference) {
        return feed != null && feed.kind() == FeedDefinition.FeedKind.DROP
                ? MESSAGES.text("origin.file", reference)
                : Text.EMPTY;
    }

    private void mapping() {
        Reread again = award.again();
        if (again.fields() == null) {
            sentences.add(MESSAGES.text("mapping.unreadable"));
            return;
        }
        for (CodeLookup code : again.codes()) if (TOLD.contains(code.field())) code(code);
        if (!again.sameVersion()) sentences.add(MESSAGES.text("mapping.another"));
        sentences.add(
                award.matches() ? MESSAGES.text("mapping.same") : MESSAGES.text("mapping.differs"));
    }

    private void code(CodeLookup code) {
        if (code.canonical() == null) return;
        sentences.add(
                MESSAGES.text(
                        "mapping.code",
                        TrainingWords.field(code.field()),
                        code.source(),
                        code.table(),
                        training.code(code.field(), code.canonical())));
    }

    private void rules() {
        Heading policy = award.policy().heading();
        sentences.add(MESSAGES.text("rules.policy", policy.title(), policy.source()));
        if (policy.confidence() == Confidence.SECONDARY) {
            sentences.add(MESSAGES.text("rules.secondary"));
        }
        for (Step step : award.rules().steps()) {
            Text text = step.text().capital();
            sentences.add(MESSAGES.text("rules.step", text, step.value(), step.paragraph()));
        }
        adjusted();
    }

    /// By whose decision it earns something else.
    private void adjusted() {
        LineAdjustment adjustment = line.adjustment();
        Credits byRules = award.rules().byRules();
        if (adjustment == null || byRules == null) return;
        sentences.add(
                MESSAGES.text(
                        "rules.adjusted",
                        day(adjustment.at()),
                        adjustment.role(),
                        byRules,
                        adjustment.credits(),
                        AwardExplanation.shown(adjustment.reason()),
                        adjustment.id()));
    }

    private void result() {
        boolean isAward = line.kind() == LedgerEntry.EntryKind.AWARD;
        int year = line.schoolYear();
        Text amount = amount(line.amounts());
        LocalDate day = day(line.postedAt());
        sentences.add(
                isAward
                        ? MESSAGES.text("result.posted", year, amount, day, line.seq())
                        : MESSAGES.text("result.reversed", year, amount, day, line.seq()));
        if (!award.rules().verified()) sentences.add(MESSAGES.text("result.differs"));
    }

    /// With 研训经历, 研训质量, 实践应用, as far as there is any.
    private Text amount(LineAmounts amounts) {
        Credits all = amounts.credits();
        List<Text> parts = new ArrayList<>();
        if (isAny(amounts.experience())) {
            parts.add(MESSAGES.text("result.experience", amounts.experience()));
        }
        if (isAny(amounts.quality())) {
            parts.add(MESSAGES.text("result.quality", amounts.quality()));
        }
        if (isAny(amounts.practice())) {
            parts.add(MESSAGES.text("result.practice", amounts.practice()));
        }
        return parts.stream()
                .reduce((one, more) -> MESSAGES.text("list", one, more))
                .map(told -> MESSAGES.text("result.amount.parts", all, unit.text(), told))
                .orElseGet(() -> MESSAGES.text("result.amount", all, unit.text()));
    }

    private static boolean isAny(Credits credits) {
        return credits.hundredths() != 0;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, award.policy().terms().calendar().zone());
    }
}
