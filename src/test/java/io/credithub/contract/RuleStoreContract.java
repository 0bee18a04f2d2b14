package io.credithub.contract;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.standing.Standing;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.BatchResult.RecordMove;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecordPlace;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Identified;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Other rules are told of before they are in force, and in force from the decision on.
public abstract class RuleStoreContract {
    private final Stores stores;
    private final Steps steps;

    protected RuleStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private int begin() {
        Uni<Recomputations.StartedRecomputation> begun =
                stores.recomputations()
                        .begin(RuleSets.hoursPerCredit(3), stores.policies().rules(), "asker");
        return Steps.wait(begun).id();
    }

    private Recomputation find(int id) {
        return Steps.wait(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
    }

    @Test
    void rulesThatNobodyDecidedOnHaveNoNumber() {
        int id = begin();
        Rulebook rules = Steps.wait(stores.recomputations().rules(id)).rules();
        assertThat(rules.number()).isZero();
        assertThat(rules.main().policy().id()).isEqualTo("shanxi-2017");
        assertThat(find(id).state()).isEqualTo(Recomputation.RecomputationState.TELLING);
        assertThat(find(id).against()).isEqualTo(stores.policies().rules().number());
    }

    @Test
    void rulesAreInForceFromTheDecisionOn() {
        int id = begin();
        int before = stores.policies().rules().number();
        Recompute.Deciding deciding = new Recompute.Deciding("decider", "新规");
        int after =
                steps.underLock(ledger ->
                        stores.rules().decide(ledger, id, deciding).map(_ -> ledger.rules()));
        assertThat(after).isEqualTo(before + 1);
        Rulebook rules = Steps.wait(stores.policies().rules(after));
        assertThat(rules.decided().by()).isEqualTo("decider");
        assertThat(find(id).state()).isEqualTo(Recomputation.RecomputationState.APPLYING);
        assertThat(find(id).decided()).isEqualTo(rules.decided());
    }

    @Test
    void aDecisionThatIsNotKeptChangesNoRules() {
        int id = begin();
        int before = stores.policies().rules().number();
        Recompute.Deciding deciding = new Recompute.Deciding("decider", "新规");
        Steps.wait(stores.lock().dryRun(1, ledger -> stores.rules().decide(ledger, id, deciding)));
        assertThat(stores.policies().rules().number()).isEqualTo(before);
        assertThat(find(id).decided()).isNull();
    }

    @Test
    void whoIsIdentifiedUnderOtherRulesIsLookedForAgain() {
        steps.teacher("T");
        Identified found = steps.identify("T");
        int id = begin();
        Recompute.Deciding deciding = new Recompute.Deciding("decider", "新规");
        boolean isStill =
                steps.underLock(ledger ->
                        stores.rules()
                                .decide(ledger, id, deciding)
                                .map(_ -> ledger.isStill(found)));
        assertThat(isStill).isFalse();
    }

    @Test
    void theTeachersOfAStretchAreThoseBetween() {
        int first = steps.teacher("T");
        int last = steps.teacher("O");
        BatchResult.TeacherRange stretch = new BatchResult.TeacherRange(first, last);
        List<Integer> teachers = steps.looking(ledger -> stores.rules().teachers(ledger, stretch));
        assertThat(teachers).contains(first, last).isSorted();
        assertThat(teachers).allMatch(id -> id >= first && id <= last);
    }

    @Test
    void stretchesHoldEverybodyOnceAndAreNoLongerThanAsked() {
        int first = steps.teacher("T");
        int last = steps.teacher("O");
        List<BatchResult.TeacherRange> stretches = Steps.wait(stores.recomputations().stretches(2));
        List<Integer> all = new ArrayList<>();
        for (BatchResult.TeacherRange stretch : stretches) {
            List<Integer> some = steps.looking(ledger -> stores.rules().teachers(ledger, stretch));
            assertThat(some).hasSizeBetween(1, 2);
            all.addAll(some);
        }
        assertThat(all).doesNotHaveDuplicates().contains(first, last);
    }

    @Test
    void recordsWithoutATeacherAreToldInOrder() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 2);
        Arrival one = steps.arrival(chunk, "W", RecordVersion.NOBODY, 1, 30);
        Arrival other = steps.arrival(chunk, "X", RecordVersion.NOBODY, 1, 30);
        steps.post(chunk, one, other);
        List<UUID> keys =
                Stream.of(one, other).map(Steps::key).sorted(UnsignedOrder::compare).toList();
        List<UUID> all = withoutTeacher(new UUID(0, 0), Integer.MAX_VALUE);
        assertThat(all).containsSubsequence(keys);
        assertThat(all).isSortedAccordingTo(UnsignedOrder::compare);
        assertThat(withoutTeacher(keys.getFirst(), Integer.MAX_VALUE))
                .contains(keys.getLast())
                .doesNotContain(keys.getFirst());
        assertThat(withoutTeacher(new UUID(0, 0), 1)).hasSize(1);
    }

    private List<UUID> withoutTeacher(UUID after, int most) {
        return steps.looking(ledger -> stores.rules().withoutTeacher(ledger, after, most));
    }

    @Test
    void recordsThatMoveAreNotedOnceAndToldWithinTheirCounty() {
        int id = begin();
        int teacher =
                steps.enrol(aTeacher(steps.own("T")).in("140124").build())
                        .touched()
                        .iterator()
                        .next();
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival one = steps.arrival(chunk, "M", teacher, 1, 30);
        steps.post(chunk, one);
        UUID peer = new UUID(1, 2);
        RecordPlace before = new RecordPlace(VersionState.IN_FORCE, null, null, null);
        RecordPlace after =
                new RecordPlace(
                        VersionState.HELD, HoldReason.SUSPECTED_COPY, peer, MatchRule.NAMES_ALIKE);
        RecordMove move = new RecordMove(Steps.key(one), 1, teacher, before, after);
        BatchResult stretch = new BatchResult(0, List.of(), Map.of(), List.of(move));
        Steps.wait(stores.recomputations().note(id, stretch));
        Steps.wait(stores.recomputations().note(id, stretch));
        Jurisdiction county = new Jurisdiction("140124");
        assertThat(Steps.wait(stores.recomputations().find(id, county)).orElseThrow().moves())
                .containsExactly(
                        new Recomputation.MovedRecords(
                                VersionState.IN_FORCE,
                                VersionState.HELD,
                                HoldReason.SUSPECTED_COPY,
                                1));
        List<Recomputation.MovedRecord> moved = Steps.wait(moves(id, county));
        assertThat(moved)
                .extracting(it -> it.teacherNo() + " " + it.feed() + " " + it.before() + it.after())
                .containsExactly(steps.own("T") + " " + Stores.PROVINCE + " " + before + after);
        assertThat(Steps.wait(moves(id, new Jurisdiction("140125")))).isEmpty();
    }

    private Uni<List<Recomputation.MovedRecord>> moves(int id, Jurisdiction within) {
        return stores.recomputations().moves(id, within, Recomputations.AfterRecord.NONE, 10);
    }

    @Test
    void aStretchThatIsNotedTwiceCountsOnce() {
        int id = begin();
        int teacher =
                steps.enrol(aTeacher(steps.own("T")).in("140122").build())
                        .touched()
                        .iterator()
                        .next();
        BatchResult stretch =
                new BatchResult(0, List.of(change(teacher)), unjudged(teacher), List.of());
        Steps.wait(stores.recomputations().note(id, stretch));
        Steps.wait(stores.recomputations().note(id, stretch));
        Recomputation told =
                Steps.wait(stores.recomputations().find(id, new Jurisdiction("140122")))
                        .orElseThrow();
        assertThat(told.counties())
                .containsExactly(
                        new Recomputation.County(
                                "140122",
                                1,
                                2,
                                0,
                                1,
                                credits(10_00),
                                credits(5_00),
                                credits(10_00),
                                credits(5_00),
                                0,
                                1));
        assertThat(told.unjudged())
                .containsExactly(
                        new Recomputation.UnjudgedRecords(
                                "shanxi-2017", Level.CITY, Form.CENTRALISED, "", 3));
        assertThat(Steps.wait(changes(id, "140122")))
                .extracting(Recomputation.TeacherChange::teacherNo)
                .containsExactly(steps.own("T"));
        assertThat(Steps.wait(changes(id, "140123"))).isEmpty();
    }

    private Uni<List<Recomputation.TeacherChange>> changes(int id, String division) {
        return stores.recomputations()
                .changes(id, new Jurisdiction(division), Recomputations.After.NOBODY, 10);
    }

    private static Recomputation.TeacherChange change(int teacher) {
        return new Recomputation.TeacherChange(
                teacher,
                null,
                2022,
                "",
                2,
                new Recomputation.CycleAmounts(
                        credits(10_00), credits(10_00), Standing.Verdict.QUALIFIED),
                new Recomputation.CycleAmounts(
                        credits(5_00), credits(5_00), Standing.Verdict.NOT_YET));
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }

    private Map<BatchResult.UnjudgedKind, Integer> unjudged(int teacher) {
        int policy = stores.policies().inForce().number();
        return Map.of(
                new BatchResult.UnjudgedKind(teacher, policy, Level.CITY, Form.CENTRALISED, ""), 3);
    }

    @Test
    void whatBecameOfItIsKept() {
        int id = begin();
        Steps.wait(stores.recomputations().progress(id, 0));
        Steps.wait(stores.recomputations().become(id, Recomputation.RecomputationState.FAILED));
        assertThat(find(id).state()).isEqualTo(Recomputation.RecomputationState.FAILED);
        assertThat(find(id).finishedAt()).isNotNull();
        assertThat(Steps.wait(stores.recomputations().list(Jurisdiction.NATION, 1)))
                .extracting(Recomputation::id)
                .containsExactly(id);
    }
}
