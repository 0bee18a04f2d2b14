package io.credithub.flow.explain;

import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.explain.AwardExplanation.TakenPlace;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.teacher.Registry.LineReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a line: whether it counts, and if not, what took its place and by what. Reasons
/// are those that were written with the lines, whatever has become of the record since.
final class FateWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(FateWords.class);

    private final AwardExplanation award;
    private final PostedEntry posted;
    private final EntryTrail trail;
    private final List<Text> sentences = new ArrayList<>();

    private FateWords(AwardExplanation award) {
        this.award = award;
        this.posted = award.posted();
        this.trail = award.trail();
    }

    static List<Text> of(AwardExplanation award) {
        FateWords words = new FateWords(award);
        words.before();
        Related reversal = award.trail().reversal();
        if (reversal == null) words.inForce();
        else words.reversed(reversal);
        return words.sentences;
    }

    private boolean isAward() {
        return posted.line().kind() == LedgerEntry.EntryKind.AWARD;
    }

    private void before() {
        Related replaced = trail.replaces();
        Related reversal = trail.replacement(posted.line().seq());
        if (replaced == null || reversal == null) {
            if (isAward() && reason() != EntryReason.AWARDED) {
                sentences.add(MESSAGES.text("sentence", reason().text().capital()));
            }
            return;
        }
        Text why = corrected(reversal.why());
        sentences.add(
                why == null
                        ? MESSAGES.text("fate.replaces", replaced.seq())
                        : MESSAGES.text("fate.replaces.why", why, replaced.seq()));
    }

    private EntryReason reason() {
        return posted.line().why().reason();
    }

    private void inForce() {
        sentences.add(MESSAGES.text("fate.in-force"));
        for (OtherCopy copy : award.copies()) aside(copy);
    }

    private void reversed(Related reversal) {
        Related reverses = trail.reverses();
        Text what =
                isAward()
                        ? MESSAGES.text("fate.reversed-by", reversal.seq())
                        : MESSAGES.text("fate.reverses", reverses == null ? "" : reverses.seq());
        reversedFor(reversal.why(), what);
        Related restoredBy = trail.restoredBy();
        if (restoredBy == null) return;
        Text why = restoredBy.why().reason().text();
        sentences.add(MESSAGES.text("fate.restored", restoredBy.seq(), why));
    }

    private void reversedFor(LineReason why, Text what) {
        Text corrected = corrected(why);
        TakenPlace taken = award.taken();
        if (corrected != null) {
            sentences.add(MESSAGES.text("fate.why", corrected, what, then(taken)));
        } else if (why.reason() == EntryReason.SET_ASIDE && taken != null) {
            asideOf(taken, what);
        } else if (why.reason() == EntryReason.HELD) {
            heldFor(taken, what);
        } else {
            sentences.add(MESSAGES.text("fate.why", reason(why).capital(), what, Text.EMPTY));
        }
    }

    private static Text reason(LineReason why) {
        if (why.reason() == EntryReason.WITHDRAWN) return MESSAGES.text("fate.withdrawn");
        int change = why.occasion().recomputation();
        Text text = why.reason().text();
        return change == 0 ? text : MESSAGES.text("fate.recomputation", text, change);
    }

    /// Another content of the record counts, by what; null if that is not why.
    private static @Nullable Text corrected(LineReason why) {
        if (why.instead() == null) return null;
        Text by = why.instead().cause().criterion().text();
        if (why.reason() == EntryReason.CORRECTED) return MESSAGES.text("fate.corrected", by);
        if (why.reason() != EntryReason.CONFLICTING) return null;
        return MESSAGES.text("fate.conflicting", by);
    }

    /// What became of the content that counts instead.
    private Text then(@Nullable TakenPlace taken) {
        if (taken == null) return Text.EMPTY;
        if (taken.seq() != null) return MESSAGES.text("fate.then.posted", taken.seq());
        for (RecordVersion version : posted.contents()) {
            if (version.number() == taken.by().cause().version()) return untaken(version);
        }
        return Text.EMPTY;
    }

    private Text untaken(RecordVersion current) {
        boolean isOthers = current.teacher() != posted.content().teacher();
        if (isOthers && current.now() != VersionState.WAITING)
            return MESSAGES.text("fate.then.others");
        return switch (current.now()) {
            case WAITING -> MESSAGES.text("fate.then.waiting");
            case ASIDE -> MESSAGES.text("fate.then.aside");
            case HELD -> MESSAGES.text("fate.then.held");
            case REFUSED -> MESSAGES.text("fate.then.refused");
            case IN_FORCE, SUPERSEDED, WITHDRAWN -> Text.EMPTY;
        };
    }

    private void asideOf(TakenPlace taken, Text what) {
        Text line =
                taken.seq() == null
                        ? Text.EMPTY
                        : MESSAGES.text("fate.set-aside.line", taken.seq());
        sentences.add(
                MESSAGES.text(
                        "fate.set-aside",
                        taken.title(),
                        AwardExplanation.shown(taken.by().recordId()),
                        line,
                        taken.by().cause().criterion().text(),
                        what));
    }

    /// Why, as far as the content is held still.
    private void heldFor(@Nullable TakenPlace taken, Text what) {
        if (taken != null) {
            sentences.add(
                    MESSAGES.text(
                            "fate.held.for",
                            taken.title(),
                            AwardExplanation.shown(taken.by().recordId()),
                            taken.by().cause().criterion().text(),
                            what));
            return;
        }
        HoldReason why = posted.content().matched().hold();
        sentences.add(
                why == null
                        ? MESSAGES.text("fate.held", what)
                        : MESSAGES.text("fate.held.why", why.text(), what));
    }

    private void aside(OtherCopy copy) {
        sentences.add(
                copy.copy().now() == VersionState.HELD
                        ? MESSAGES.text("fate.copy.held", copy.title(), id(copy), decided(copy))
                        : MESSAGES.text("fate.copy", copy.title(), id(copy), decided(copy)));
    }

    private static Text decided(OtherCopy copy) {
        return copy.criterion() == null
                ? MESSAGES.text("fate.copy.as-it-was")
                : copy.criterion().text();
    }

    private static String id(OtherCopy copy) {
        return AwardExplanation.shown(copy.copy().copy().origin().recordId());
    }
}
