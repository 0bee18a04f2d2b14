package io.credithub.flow.reconciliation;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.fixtures.CompletionBuilder;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.reconciliation.PeopleDecide.Decided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One training as two systems tell of it, and what cannot be true: of two teachers, one of whom is
/// known late. About some of it people decide.
final class MatchedTrainings {
    static final String KNOWN = "T-1";
    static final String LATE = "T-2";
    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);

    private final List<Sent> sent = new ArrayList<>();

    private MatchedTrainings() {}

    /// What a feed says at a time.
    record Sent(String feed, String recordId, Completion completion) {
        UUID key() {
            return new Digest().of(feed + '\n' + recordId);
        }
    }

    /// @param text as `vendor record`, `province record`
    private static UUID key(String text) {
        String[] parts = text.split(" ");
        String feed = parts[0].equals("vendor") ? VENDOR : PROVINCE;
        return new Digest().of(feed + '\n' + parts[1]);
    }

    static Completion[] completions(List<Sent> some) {
        return some.stream().map(Sent::completion).toArray(Completion[]::new);
    }

    static List<Sent> sent() {
        MatchedTrainings all = new MatchedTrainings();
        all.of("K", KNOWN);
        all.of("L", LATE);
        // It was another time: the two places are no contradiction any more.
        all.add(PROVINCE, at("L-f", LATE, "骨干班", 30, 36).revision(2).from(day(32)).runBy("甲大学"));
        // The copy that counts is withdrawn, and what stood aside for it counts.
        all.sent.add(new Sent(PROVINCE, "K-n", withdrawn("K-n", 2)));
        return all.sent;
    }

    /// Of one teacher and of the other, otherwise.
    static List<Decided> decided() {
        return List.of(
                pair("vendor K-a", "province K-b", HoldDecision.SAME),
                pair("vendor K-c", "province K-b", HoldDecision.DIFFERENT),
                pair("vendor L-a", "province L-b", HoldDecision.DIFFERENT),
                pair("vendor K-d", "vendor K-e", HoldDecision.DIFFERENT),
                pair("vendor L-d", "vendor L-e", HoldDecision.SAME),
                pair("vendor K-u", "vendor L-s", HoldDecision.SAME),
                pair("vendor L-g", "province L-q", HoldDecision.SAME),
                one("vendor K-u", HoldDecision.RELEASE),
                one("vendor K-v", HoldDecision.REFUSE),
                one("vendor L-u", HoldDecision.REFUSE),
                one("vendor K-i", HoldDecision.RELEASE),
                one("vendor L-j", HoldDecision.RELEASE));
    }

    /// What some records are to earn: of two that are alike, of one that is known late, of the copy
    /// that counts.
    static Map<UUID, Credits> adjusted() {
        return Map.of(
                key("vendor K-x"), new Credits(100),
                key("vendor L-x"), Credits.ZERO,
                key("province L-n"), new Credits(150));
    }

    private static Decided pair(String first, String second, HoldDecision decision) {
        return new Decided(key(first), key(second), decision);
    }

    private static Decided one(String record, HoldDecision decision) {
        return new Decided(key(record), null, decision);
    }

    private static LocalDate day(int since) {
        return MAY.plusDays(since);
    }

    private static CompletionBuilder at(String id, String who, String title, int hours, int since) {
        return aCompletion(id).of(who).about(title).lasting(hours).on(day(since)).revision(1);
    }

    private void add(String feed, CompletionBuilder one) {
        Completed completed = one.build();
        sent.add(new Sent(feed, completed.recordId(), completed));
    }

    private void of(String mark, String who) {
        copies(mark, who);
        alone(mark, who);
        atOneTime(mark, who);
    }

    /// Another level and day, a session in the name, one code, all equal within one feed.
    private void copies(String mark, String who) {
        add(VENDOR, at(mark + "-a", who, "研修甲", 30, 9).at(Level.NATIONAL));
        add(PROVINCE, at(mark + "-b", who, "研修甲", 30, 10));
        add(VENDOR, at(mark + "-c", who, "研修甲(第2期)", 29, 11));
        add(VENDOR, at(mark + "-d", who, "研修丁", 8, 19));
        add(VENDOR, at(mark + "-e", who, "研修丁", 8, 19));
        add(VENDOR, at(mark + "-s", who, "研修丁", 9, 19));
        add(VENDOR, at(mark + "-x", who, "研修庚", 8, 20));
        add(VENDOR, at(mark + "-y", who, "研修庚", 8, 20));
        add(VENDOR, at(mark + "-m", who, "研修戊", 20, 61).coded("C-1"));
        add(PROVINCE, at(mark + "-n", who, "研修戊", 20, 65).coded("C-1"));
        add(VENDOR, at(mark + "-o", who, "研修己", 12, 69));
        add(PROVINCE, at(mark + "-p", who, "研修己", 14, 69));
    }

    /// What a feed may not report, or nobody can have done.
    private void alone(String mark, String who) {
        add(VENDOR, at(mark + "-u", who, "讲座一", 4, 3).as(TrainingRole.LECTURER));
        add(VENDOR, at(mark + "-v", who, "讲座二", 4, 4).as(TrainingRole.LECTURER));
        add(VENDOR, at(mark + "-w", who, "讲座三", 4, 5).as(TrainingRole.LECTURER));
        add(VENDOR, at(mark + "-i", who, "强化班", 30, 51).from(day(50)));
    }

    /// Two places, a copy of one of them, and a day that is too long.
    private void atOneTime(String mark, String who) {
        add(PROVINCE, at(mark + "-f", who, "骨干班", 30, 4).from(day(0)).runBy("甲大学"));
        add(VENDOR, at(mark + "-g", who, "管理班", 40, 7).from(day(2)).runBy("乙学院"));
        add(VENDOR, at(mark + "-h", who, "骨干班", 30, 4));
        add(PROVINCE, at(mark + "-q", who, "管理班", 44, 8).from(day(2)).runBy("丙研究院"));
        add(VENDOR, at(mark + "-j", who, "上午班", 8, 55).from(day(55)));
        add(PROVINCE, at(mark + "-k", who, "下午班", 8, 55).from(day(55)));
    }
}
