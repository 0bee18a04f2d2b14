package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder.Rank;
import io.credithub.domain.reconcile.Matching;
import io.credithub.fixtures.Trainings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    private static final int TEACHER = 7;

    @ParameterizedTest(name = "{0}/{1} then {2}/{3}: credits in force {4}, because {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    REVISION | 1 | REVISION | 2 | 900  | the higher revision counts
                    REVISION | 2 | REVISION | 1 | 800  | also when it comes first
                    UPDATED  | 9 | REVISION | 1 | 900  | a revision says more than a time
                    REVISION | 1 | UPDATED  | 9 | 800  | whichever comes first
                    STATED   | 5 | STATED   | 6 | 900  | the later statement counts
                    LANDING  | 1 | LANDING  | 2 | 900  | only then the later landing
                    REVISION | 3 | REVISION | 3 | 800  | under one revision the one that earns less
                    """)
    void theContentThatCountsIsChosenByItsVersion(
            Rank first, long one, Rank second, long other, int credits, String why) {
        Registry registry = new Registry();
        registry.take(arrival("a", "content-1", new VersionOrder(first, one), 800));
        registry.take(arrival("a", "content-2", new VersionOrder(second, other), 900));
        assertThat(registry.balance()).as(why).isEqualTo(credits);
    }

    @Test
    void aRecordHasSoManyContentsAndCanStillBeWithdrawn() {
        RecordMerge decision = new RecordMerge(Matching.by((_, _) -> 0), List.of());
        for (int i = 1; i <= RecordMerge.CONTENTS_MAX; i++) {
            Arrival arrival = arrival("a", "content-" + i, revision(i), 800);
            assertThat(decision.isTooMany(arrival.copy())).isFalse();
            assertThat(decision.arrive(arrival)).isNotNull();
        }
        assertThat(decision.isTooMany(arrival("a", "more", revision(9), 800).copy())).isTrue();
        assertThat(decision.isTooMany(arrival("a", "content-7", revision(7), 800).copy()))
                .isFalse();
        assertThat(decision.isTooMany(arrival("b", "more", revision(9), 800).copy())).isFalse();
        assertThat(decision.isTooMany(withdrawal("a", revision(9)).copy())).isFalse();
    }

    @Test
    void twiceIsOnce() {
        Registry registry = new Registry();
        Arrival arrival = arrival("a", "content", revision(1), 800);
        registry.take(arrival);
        List<String> once = registry.content();
        registry.take(arrival, arrival);
        assertThat(registry.content()).isEqualTo(once);
        assertThat(registry.entries()).isEqualTo(1);
    }

    @Test
    void aWithdrawalReversesWhateverWasPosted() {
        Registry registry = new Registry();
        registry.take(arrival("a", "content", revision(1), 800));
        registry.take(withdrawal("a", revision(2)));
        assertThat(registry.balance()).isZero();
        assertThat(registry.entries()).isEqualTo(2);
    }

    @Test
    void aCopySetAsideCountsAgainWhenTheOtherIsWithdrawn() {
        Registry registry = new Registry();
        registry.take(arrival("a/province", "one", revision(1), 800));
        registry.take(arrival("b/vendor", "two", revision(1), 900));
        assertThat(registry.balance()).isEqualTo(800);
        registry.take(withdrawal("a/province", revision(2)));
        assertThat(registry.balance()).isEqualTo(900);
    }

    /// `p1=8`: the province's first revision earns 8.00; `v` is a vendor's copy, `s` a suspected
    /// one, and `u` what a vendor may not report; `p2` alone: it is withdrawn. `!s` and `=s`:
    /// people find the suspected copy to be another training, or the same as the province's; `+u`
    /// and `-u`: they release or refuse it.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p1=8                 | AWARDED
                    p1=8 p2=9            | AWARDED CORRECTED AWARDED
                    p2=9 p1=8            | AWARDED
                    p1=8 p2=9 p3         | AWARDED CORRECTED AWARDED WITHDRAWN
                    p1=8 p2 p3=9         | AWARDED WITHDRAWN AWARDED
                    p1=9 p1=8            | AWARDED CONFLICTING AWARDED
                    p1=8 p1=9            | AWARDED
                    v1=9 p1=8            | AWARDED SET_ASIDE AWARDED
                    v1=9 p1=8 p2         | AWARDED SET_ASIDE AWARDED WITHDRAWN REINSTATED
                    p1=8 v1=9 p2         | AWARDED WITHDRAWN REINSTATED
                    v1=9 p1=8 p2=7       | AWARDED SET_ASIDE AWARDED CORRECTED AWARDED
                    v1=9 p1=8 v2         | AWARDED SET_ASIDE AWARDED
                    s1=8 p1=9            | AWARDED HELD AWARDED
                    p1=9 s1=8            | AWARDED
                    p1=9 s1=8 p2         | AWARDED WITHDRAWN REINSTATED
                    p1=9 s1=8 p2=7       | AWARDED CORRECTED AWARDED
                    p1=9 s1=8 !s         | AWARDED RELEASED
                    p1=9 !s s1=8         | AWARDED AWARDED
                    s1=8 p1=9 =s         | AWARDED HELD AWARDED
                    p1=9 s1=8 !s =s      | AWARDED RELEASED SET_ASIDE
                    u1=8 p1=9            | AWARDED
                    u1=8 +u              | RELEASED
                    u1=8 +u -u           | RELEASED REFUSED
                    u1=8 +u u2=7         | RELEASED CORRECTED
                    p1=9 -p              | AWARDED REFUSED
                    p1=9 v1=8 -p         | AWARDED REFUSED REINSTATED
                    """)
    void everyLineSaysWhyItWasWritten(String arrivals, String reasons) {
        Registry registry = new Registry();
        for (String one : arrivals.split(" ")) {
            if (!Character.isLetter(one.charAt(0))) {
                decide(registry, one.charAt(0), record(one.substring(1)));
                continue;
            }
            String record = record(one);
            VersionOrder order = revision(one.charAt(1) - '0');
            registry.take(
                    one.length() == 2
                            ? withdrawal(record, order)
                            : arrival(record, one, order, 100 * (one.charAt(3) - '0')));
        }
        assertThat(registry.reasons())
                .extracting(EntryReason::name)
                .containsExactly(reasons.split(" "));
    }

    private static String record(String one) {
        return switch (one.charAt(0)) {
            case 'p' -> "a/province";
            case 'v' -> "b/vendor";
            case 's' -> "c/vendor";
            default -> "d/vendor";
        };
    }

    private static void decide(Registry registry, char what, String record) {
        switch (what) {
            case '!' -> registry.decide(key("a/province"), key(record), PairVerdict.DIFFERENT);
            case '=' -> registry.decide(key("a/province"), key(record), PairVerdict.SAME);
            case '+' -> registry.rule(key(record), Ruling.RELEASED);
            default -> registry.rule(key(record), Ruling.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryReason.class,
            names = {"JUDGED_ANEW", "MOVED"})
    void whatIsJudgedAnewSaysWhyOnBothLines(EntryReason reason) {
        Registry registry = new Registry();
        registry.take(arrival("a", "content", revision(1), 800));
        registry.reprice(new AwardAmounts(2, 1, 2022, 400, 400, 0), reason);
        assertThat(registry.reasons()).containsExactly(EntryReason.AWARDED, reason, reason);
        assertThat(registry.balance()).isEqualTo(400);
    }

    @Test
    void whatWaitedForItsTeacherSaysThatTheTeacherCame() {
        Registry registry = new Registry();
        Arrival known = arrival("a", "content", revision(1), 800);
        registry.take(new Arrival(known.copy(), known.order(), RecordVersion.NOBODY));
        assertThat(registry.reasons()).isEmpty();
        registry.identify(TEACHER);
        assertThat(registry.reasons()).containsExactly(EntryReason.ENROLLED);
    }

    @Test
    void aSameContentThatLandsAgainLaterCountsAgain() {
        Registry registry = new Registry();
        registry.take(arrival("a", "one", new VersionOrder(Rank.LANDING, 1), 800));
        registry.take(arrival("a", "two", new VersionOrder(Rank.LANDING, 2), 900));
        registry.take(arrival("a", "one", new VersionOrder(Rank.LANDING, 3), 800));
        assertThat(registry.balance()).isEqualTo(800);
    }

    @Test
    void orderRepetitionAndBatchingDecideNothing() {
        List<Arrival> arrivals = manyArrivals(new Random(2022));
        List<String> expected = null;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Arrival> shuffled = new ArrayList<>(arrivals);
            for (Arrival arrival : arrivals) if (random.nextInt(4) == 0) shuffled.add(arrival);
            Collections.shuffle(shuffled, random);
            Registry registry = new Registry();
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(40));
                registry.take(shuffled.subList(from, to).toArray(Arrival[]::new));
                from = to;
            }
            if (expected == null) expected = registry.content();
            assertThat(registry.content()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /// Few records, trainings and versions, so that they meet in every way.
    private static List<Arrival> manyArrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String record = "r" + random.nextInt(40) + (random.nextBoolean() ? "/p" : "/v");
            VersionOrder order = new VersionOrder(Rank.REVISION, 1 + random.nextInt(4));
            if (random.nextInt(8) == 0) arrivals.add(withdrawal(record, order));
            else arrivals.add(arrival(record, "c" + i, order, 100 * random.nextInt(12)));
        }
        return arrivals;
    }

    private static VersionOrder revision(int revision) {
        return new VersionOrder(Rank.REVISION, revision);
    }

    private static Arrival arrival(String record, String content, VersionOrder order, int credits) {
        int programme = Math.floorMod(record.hashCode() / 31, 5) * (record.contains("/") ? 0 : 1);
        Facts facts =
                new Facts(
                        Level.PROVINCE,
                        new Course(Form.CENTRALISED, 2400, Grade.PASS, null),
                        record.startsWith("d/") ? TrainingRole.LECTURER : TrainingRole.PARTICIPANT,
                        List.of(),
                        LocalDate.of(2023, 5, record.startsWith("c/") ? 3 : 1));
        AwardAmounts price = new AwardAmounts(1, 1, 2022, credits, credits, 0);
        Valuation worth = new Valuation(facts, training(record, programme), 0, price, null);
        return new Arrival(copy(record, content + credits, worth), order, TEACHER);
    }

    private static TrainingRef training(String record, int programme) {
        return Trainings.named(record.startsWith("d/") ? "讲座" : "研修" + programme);
    }

    private static Arrival withdrawal(String record, VersionOrder order) {
        RecordContent copy =
                new RecordContent(key(record), key(record + order), origin(record), null);
        return new Arrival(copy, order, RecordVersion.NOBODY);
    }

    private static RecordContent copy(String record, String content, Valuation worth) {
        return new RecordContent(key(record), key(record + content), origin(record), worth);
    }

    private static RecordContent.Origin origin(String record) {
        String feed = record.endsWith("v") || record.endsWith("vendor") ? "vendor" : "province";
        return new RecordContent.Origin(1, feed, record, 1, 0);
    }

    private static UUID key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
