package io.credithub.flow.explain;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.ContentCriterion;
import io.credithub.domain.ledger.Entry;
import io.credithub.domain.ledger.State;
import io.credithub.domain.ledger.Version;
import io.credithub.flow.explain.Provenance.Posted;
import io.credithub.flow.explain.Provenance.Related;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a line: whether it counts, and if not, what took its place and by what.
final class FateWords {
    private final AwardExplanation award;
    private final Posted posted;
    private final Version content;
    private final EntryTrail trail;
    private final List<Text> sentences = new ArrayList<>();

    private FateWords(AwardExplanation award) {
        this.award = award;
        this.posted = award.posted();
        this.content = posted.content();
        this.trail = award.trail();
    }

    static List<Text> of(AwardExplanation award) {
        FateWords words = new FateWords(award);
        words.before();
        if (award.posted().line().kind() == Entry.Kind.AWARD) words.award();
        else words.reversal();
        return words.sentences;
    }

    private void before() {
        Related replaced = trail.replaces();
        if (replaced == null) return;
        Text by = by(criterion(content, replaced));
        add(
                "来源更正了这条记录" + by.zh() + ",本笔代替第 " + replaced.seq() + " 号。",
                "The source corrected the record"
                        + (by.en() + ", and this line takes the place of line ")
                        + (replaced.seq() + "."));
    }

    private @Nullable ContentCriterion criterion(Version counts, Related other) {
        for (Version version : posted.contents()) {
            if (version.number() == other.version()) {
                return ContentCriterion.between(counts, version);
            }
        }
        return null;
    }

    private void award() {
        if (trail.reversedBy() == null) {
            add("这笔现在有效。", "It is in force.");
            for (OtherCopy copy : award.copies()) aside(copy);
        } else if (trail.restoredBy() != null) {
            add(
                    "本笔曾由第 "
                            + trail.reversedBy().seq()
                            + " 号冲销,后由第 "
                            + trail.restoredBy().seq()
                            + " 号恢复。",
                    "It was reversed by line "
                            + (trail.reversedBy().seq() + " and restored by line ")
                            + (trail.restoredBy().seq() + "."));
        } else {
            reversedFor(
                    "本笔已由第 " + trail.reversedBy().seq() + " 号冲销",
                    "line " + trail.reversedBy().seq() + " reverses it");
        }
    }

    private void reversal() {
        Related reversed = trail.reverses();
        String seq = reversed == null ? "" : String.valueOf(reversed.seq());
        if (trail.restoredBy() != null) {
            add(
                    "本笔冲销第 " + seq + " 号,后由第 " + trail.restoredBy().seq() + " 号恢复。",
                    "It reverses line "
                            + seq
                            + ", which line "
                            + trail.restoredBy().seq()
                            + " restored.");
        } else {
            reversedFor("本笔冲销第 " + seq + " 号", "it reverses line " + seq);
        }
    }

    /// @param zh what was done
    private void reversedFor(String zh, String en) {
        if (posted.line().origin().withdrawn()) {
            add("来源撤回了这条记录," + zh + "。", "The source withdrew the record: " + en + ".");
            return;
        }
        if (content.now() == State.SUPERSEDED) superseded(zh, en);
        else asideOf(zh, en);
    }

    private void superseded(String zh, String en) {
        Version current = posted.current();
        Text by = by(ContentCriterion.between(current, content));
        Text then = then(current);
        add(
                "来源更正了这条记录" + by.zh() + "," + zh + then.zh() + "。",
                "The source corrected the record" + by.en() + ": " + en + then.en() + ".");
    }

    private Text then(Version current) {
        Related replacedBy = trail.replacedBy();
        if (replacedBy != null) {
            return new Text(
                    ",由第 " + replacedBy.seq() + " 号按更正后的内容入账",
                    ", and line " + replacedBy.seq() + " posts it as corrected");
        }
        if (current.teacher() != content.teacher() && current.now() != State.WAITING) {
            return new Text(",更正后的记录不在本人名下", ", and the record is somebody else's now");
        }
        return switch (current.now()) {
            case WAITING ->
                    new Text(",更正后的记录还在等待教师入册", ", and the corrected record waits for its teacher");
            case ASIDE -> new Text(",更正后的记录不重复计", ", and another system's copy counts instead");
            case IN_FORCE, SUPERSEDED, WITHDRAWN -> new Text("", "");
        };
    }

    private void asideOf(String zh, String en) {
        for (OtherCopy copy : award.copies()) {
            if (!copy.counts()) continue;
            Text by = decided(copy);
            Text line =
                    copy.seq() == null
                            ? new Text("", "")
                            : new Text(",第 " + copy.seq() + " 号", ", line " + copy.seq());
            add(
                    "同一培训以"
                            + copy.title().zh()
                            + "的记录(编号 "
                            + id(copy)
                            + line.zh()
                            + ")为准:"
                            + by.zh()
                            + ";"
                            + zh
                            + "。",
                    "The record of "
                            + (copy.title().en() + " (id " + id(copy) + line.en())
                            + (") counts for the same training: " + by.en() + "; " + en + "."));
            return;
        }
        add(zh + "。", "Now " + en + ".");
    }

    private void aside(OtherCopy copy) {
        Text by = decided(copy);
        add(
                copy.title().zh() + "对同一培训也有记录(编号 " + id(copy) + "),不重复计:" + by.zh() + "。",
                copy.title().en()
                        + (" has a record of the same training (id " + id(copy))
                        + ("), which does not count again: " + by.en() + "."));
    }

    private static Text decided(OtherCopy copy) {
        return copy.criterion() == null
                ? new Text("按当时的系统先后次序确定", "by the order of systems as it was then")
                : copy.criterion().text();
    }

    private static Text by(@Nullable ContentCriterion criterion) {
        return criterion == null
                ? new Text("", "")
                : new Text("(" + criterion.text().zh() + ")", " (" + criterion.text().en() + ")");
    }

    private static String id(OtherCopy copy) {
        return AwardExplanation.shown(copy.copy().copy().origin().recordId());
    }

    private void add(String zh, String en) {
        sentences.add(new Text(zh, en));
    }
}
