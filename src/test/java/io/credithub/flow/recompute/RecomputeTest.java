package io.credithub.flow.recompute;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Recompute.RecomputeRefusal;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.RuleSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Six hours to a credit instead of three: ten credits become five.
final class RecomputeTest {
    private static final Deciding DECIDING = new Deciding("decider", "新规");
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final InMemoryStores stores = flow.stores();
    private final Recompute recompute =
            new Recompute(
                    stores.lock(),
                    stores.recomputations(),
                    stores.kinds(),
                    new Recompute.Judges(flow.postings(), stores.policies()),
                    stores.clock());

    RecomputeTest() {
        flow.enrol(aTeacher("T-1").build(), aTeacher("T-2").in("140106").build());
        flow.post(PROVINCE, aCompletion("R").build());
        flow.post(PROVINCE, aCompletion("W").of("T-9").build());
    }

    private int asked(RuleSet rules) {
        return done(recompute.ask(rules, "asker")).id();
    }

    private int told(RuleSet rules) {
        int id = asked(rules);
        done(stores.recomputations().rules(id).chain(recompute::tell));
        return id;
    }

    private Recomputation find(int id) {
        return done(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
    }

    private String decide(int id) {
        return switch (done(recompute.decide(find(id), DECIDING))) {
            case Outcome.Done<Integer, RecomputeRefusal> _ -> "done";
            case Outcome.NotFound<Integer, RecomputeRefusal> _ -> "not found";
            case Outcome.Refused<Integer, RecomputeRefusal>(var why) -> why.name();
        };
    }

    private int applied(RuleSet rules) {
        int id = told(rules);
        assertThat(decide(id)).isEqualTo("done");
        done(recompute.apply(id));
        return id;
    }

    @Test
    void whatWouldChangeIsToldAndNothingChanges() {
        int id = told(RuleSets.hoursPerCredit(6));
        assertThat(find(id).state()).isEqualTo(RecomputationState.TOLD);
        assertThat(find(id).counties())
                .extracting(county ->
                        county.division()
                                + " "
                                + county.awards()
                                + " "
                                + county.losing()
                                + " "
                                + county.earnedBefore()
                                + " "
                                + county.earnedAfter())
                .containsExactly("140105 1 1 10.00 5.00");
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(stores.policies().rules().number()).isEqualTo(1);
    }

    @Test
    void rulesThatComeToTheSameChangeNobody() {
        int id = told(RuleSets.hoursPerCredit(3));
        assertThat(find(id).counties()).isEmpty();
        assertThat(find(id).policies())
                .extracting(Recomputation.PolicyChange::change)
                .containsExactly(Recomputation.PolicyChange.Change.SAME);
    }

    @Test
    void fromTheDecisionOnWhateverArrivesIsJudgedByTheNewRules() {
        assertThat(decide(told(RuleSets.hoursPerCredit(6)))).isEqualTo("done");
        flow.post(PROVINCE, aCompletion("S").about("另").build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED", "AWARD 5.00 AWARDED");
    }

    @Test
    void whatFollowsIsReversedAndPostedAnew() {
        int id = applied(RuleSets.hoursPerCredit(6));
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED",
                        "REVERSAL -10.00 JUDGED_ANEW",
                        "AWARD 5.00 JUDGED_ANEW");
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(5_00));
        assertThat(stores.cell(PROVINCE, "140105", 2022).postedCredits()).isEqualTo(5_00);
        assertThat(find(id).state()).isEqualTo(RecomputationState.APPLIED);
    }

    /// Though the amount is the one that the silent policy would have given: what is asked is
    /// whether anything says so.
    @ParameterizedTest(name = "{0} %")
    @CsvSource({"100, 10.00", "300, 30.00", "0, 0.00"})
    void aPolicyThatSpeaksOfARoleReleasesWhatWasHeldForItsSilence(int percent, String credits) {
        flow.post(PROVINCE, aCompletion("L").about("讲").as(TrainingRole.LECTURER).build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        int id = told(RuleSets.lecturersEarn(percent));
        assertThat(find(id).counties())
                .extracting(county -> county.awards() + " " + county.earnedAfter())
                .containsExactly(
                        "1 " + new Credits(10_00).plus(Credits.rounded(new BigDecimal(credits))));
        assertThat(decide(id)).isEqualTo("done");
        done(recompute.apply(id));
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 10.00 AWARDED", "AWARD " + credits + " JUDGED_ANEW");
        flow.post(PROVINCE, aCompletion("M").about("讲二").as(TrainingRole.LECTURER).build());
        assertThat(flow.lines("T-1")).last().isEqualTo("AWARD " + credits + " AWARDED");
        applied(RuleSets.shanxi());
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(10_00));
    }

    @Test
    void whatIsAppliedTwiceChangesNothingTheSecondTime() {
        int id = applied(RuleSets.hoursPerCredit(6));
        List<String> once = flow.lines("T-1");
        done(recompute.apply(id));
        assertThat(flow.lines("T-1")).isEqualTo(once);
    }

    @Test
    void recordsThatWaitArePricedByTheNewRulesToo() {
        applied(RuleSets.hoursPerCredit(6));
        UUID key = new Digest().of(PROVINCE + "\nW");
        int credits =
                done(stores.lock().snapshot(ledger -> ledger.contents(List.of(key))))
                        .getFirst()
                        .copy()
                        .credits();
        assertThat(credits).isEqualTo(5_00);
    }

    @Test
    void whatWasNotToldToItsEndIsNotDecided() {
        assertThat(decide(asked(RuleSets.hoursPerCredit(6)))).isEqualTo("NOT_TOLD");
    }

    @Test
    void whatWasComparedWithOtherRulesIsOutdated() {
        int first = told(RuleSets.hoursPerCredit(6));
        int second = told(RuleSets.hoursPerCredit(4));
        assertThat(decide(second)).isEqualTo("done");
        assertThat(decide(first)).isEqualTo("OUTDATED");
        assertThat(stores.policies().rules().number()).isEqualTo(2);
    }

    @Test
    void rulesWithoutAnAnswerForARecordAreNotDecided() {
        flow.post(PROVINCE, aCompletion("C").about("另").at(Level.CITY).build());
        int id = told(RuleSets.withoutCityTraining());
        assertThat(find(id).unjudged())
                .extracting(kind -> kind.level() + " " + kind.form() + " " + kind.records())
                .containsExactly("CITY CENTRALISED 1");
        assertThat(decide(id)).isEqualTo("INCOMPLETE");
    }

    @Test
    void whatStoppedHalfWayGoesOnByTheDecisionThatWasMade() {
        int id = told(RuleSets.hoursPerCredit(6));
        decide(id);
        done(recompute.fail(id));
        assertThat(find(id).state()).isEqualTo(RecomputationState.FAILED);
        assertThat(decide(id)).isEqualTo("done");
        done(recompute.apply(id));
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(5_00));
        assertThat(stores.policies().rules().number()).isEqualTo(2);
    }

    @Test
    void onWhatFailedBeforeTheDecisionNobodyDecides() {
        int id = asked(RuleSets.hoursPerCredit(6));
        done(recompute.fail(id));
        assertThat(decide(id)).isEqualTo("NOT_TOLD");
    }
}
