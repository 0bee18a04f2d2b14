package io.credithub.flow.explain;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.Criterion;
import io.credithub.domain.ledger.EntryReason;
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
            if (isAward() && reason() != EntryReason.AWARDED) add(reason().text());
            return;
        }
        Text why = corrected(reversal.why());
        if (why == null) {
            add(
                    "本笔代替第 " + replaced.seq() + " 号。",
                    "It takes the place of line " + replaced.seq() + ".");
        } else {
            add(
                    why.zh() + ",本笔代替第 " + replaced.seq() + " 号。",
                    why.en() + ", and this line takes the place of line " + replaced.seq() + ".");
        }
    }

    private EntryReason reason() {
        return posted.line().why().reason();
    }

    /// A reason as a sentence of its own.
    private void add(Text reason) {
        add(reason.zh() + "。", capital(reason.en()) + ".");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void inForce() {
        add("这笔现在有效。", "It is in force.");
        for (OtherCopy copy : award.copies()) aside(copy);
    }

    private void reversed(Related reversal) {
        Related reverses = trail.reverses();
        Text what =
                isAward()
                        ? new Text(
                                "本笔已由第 " + reversal.seq() + " 号冲销",
                                "line " + reversal.seq() + " reverses it")
                        : new Text(
                                "本笔冲销第 " + (reverses == null ? "" : reverses.seq()) + " 号",
                                "it reverses line " + (reverses == null ? "" : reverses.seq()));
        reversedFor(reversal.why(), what);
        Related restoredBy = trail.restoredBy();
        if (restoredBy == null) return;
        Text why = restoredBy.why().reason().text();
        add(
                "后由第 " + restoredBy.seq() + " 号再次入账:" + why.zh() + "。",
                "Later line " + restoredBy.seq() + " posts it again: " + why.en() + ".");
    }

    private void reversedFor(LineReason why, Text what) {
        Text corrected = corrected(why);
        TakenPlace taken = award.taken();
        if (corrected != null) {
            Text then = then(taken);
            add(
                    corrected.zh() + "," + what.zh() + then.zh() + "。",
                    corrected.en() + ": " + what.en() + then.en() + ".");
        } else if (why.reason() == EntryReason.SET_ASIDE && taken != null) {
            asideOf(taken, what);
        } else {
            Text reason = reason(why);
            add(reason.zh() + "," + what.zh() + "。", capital(reason.en()) + ": " + what.en() + ".");
        }
    }

    private static Text reason(LineReason why) {
        if (why.reason() == EntryReason.WITHDRAWN) {
            return new Text("来源撤回了这条记录", "the source withdrew the record");
        }
        int change = why.occasion().recomputation();
        Text text = why.reason().text();
        if (change == 0) return text;
        return new Text(
                text.zh() + "(第 " + change + " 次规则变更)",
                text.en() + " (change of rules no. " + change + ")");
    }

    /// Another content of the record counts, by what; null if that is not why.
    private static @Nullable Text corrected(LineReason why) {
        if (why.instead() == null) return null;
        Text by = by(why.instead().cause().criterion());
        if (why.reason() == EntryReason.CORRECTED) {
            return new Text("来源更正了这条记录" + by.zh(), "The source corrected the record" + by.en());
        }
        if (why.reason() != EntryReason.CONFLICTING) return null;
        return new Text(
                "来源在同一版本下报来不同内容" + by.zh(),
                "The source sent another content under the same version" + by.en());
    }

    /// What became of the content that counts instead.
    private Text then(@Nullable TakenPlace taken) {
        if (taken == null) return new Text("", "");
        if (taken.seq() != null) {
            return new Text(
                    ",由第 " + taken.seq() + " 号按更正后的内容入账",
                    ", and line " + taken.seq() + " posts it as corrected");
        }
        for (RecordVersion version : posted.contents()) {
            if (version.number() == taken.by().cause().version()) return untaken(version);
        }
        return new Text("", "");
    }

    private Text untaken(RecordVersion current) {
        boolean isOthers = current.teacher() != posted.content().teacher();
        if (isOthers && current.now() != VersionState.WAITING) {
            return new Text(",更正后的记录不在本人名下", ", and the record is somebody else's now");
        }
        return switch (current.now()) {
            case WAITING ->
                    new Text(",更正后的记录还在等待教师入册", ", and the corrected record waits for its teacher");
            case ASIDE -> new Text(",更正后的记录不重复计", ", and another system's copy counts instead");
            case IN_FORCE, SUPERSEDED, WITHDRAWN -> new Text("", "");
        };
    }

    private void asideOf(TakenPlace taken, Text what) {
        Text by = taken.by().cause().criterion().text();
        Text line =
                taken.seq() == null
                        ? new Text("", "")
                        : new Text(",第 " + taken.seq() + " 号", ", line " + taken.seq());
        String id = AwardExplanation.shown(taken.by().recordId());
        add(
                "同一培训以"
                        + (taken.title().zh() + "的记录(编号 " + id + line.zh() + ")为准:")
                        + (by.zh() + ";" + what.zh() + "。"),
                "The record of "
                        + (taken.title().en() + " (id " + id + line.en())
                        + (") counts for the same training: " + by.en() + "; " + what.en() + "."));
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

    private static Text by(Criterion criterion) {
        Text text = criterion.text();
        return new Text("(" + text.zh() + ")", " (" + text.en() + ")");
    }

    private static String id(OtherCopy copy) {
        return AwardExplanation.shown(copy.copy().copy().origin().recordId());
    }

    private void add(String zh, String en) {
        sentences.add(new Text(zh, en));
    }
}
