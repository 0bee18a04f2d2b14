package io.credithub.flow.processing;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.completion.Completed;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.processing.ChunkPosting.OptimisticPosting;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.recompute.Recompute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What happens between the preparing of a chunk and its posting.
final class ChunkPostingTest {
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final ChunkPosting posting = flow.stages().posting();

    ChunkPostingTest() {
        flow.enrol(aTeacher("T-1").build());
    }

    private OptimisticPosting presume(LandedChunk chunk) {
        ProcessChunk.Stages stages = flow.stages();
        InterpretedChunk interpreted = done(stages.interpreting().interpret(chunk));
        TrainingNumbers trainings =
                done(TrainingNumbers.of(interpreted, InMemoryFlow.MATCHER, stages.programmes()));
        RulesLookup.RulesContext located =
                done(
                        stages.teachers()
                                .identify(interpreted.teachers())
                                .chain(found ->
                                        stages.locating().locate(found, stages.teachers())));
        return posting.presume(RecordJudge.prepare(interpreted, located.known(trainings)));
    }

    private @Nullable Posting post(OptimisticPosting presumed) {
        return done(posting.post(flow.stores().lock(), presumed));
    }

    @Test
    void whatIsPostedMeanwhileIsNotPostedAgain() {
        LandedChunk chunk = flow.land(PROVINCE, aCompletion("R").build());
        OptimisticPosting one = presume(chunk);
        OptimisticPosting other = presume(chunk);
        assertThat(post(one)).isNotNull();
        assertThat(post(other)).isNull();
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
    }

    @Test
    void aRecordThatCameMeanwhileIsCorrected() {
        OptimisticPosting late =
                presume(flow.land(PROVINCE, aCompletion("R").revision(2).lasting(60).build()));
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        post(late);
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "REVERSAL -10.00 CORRECTED", "AWARD 20.00 AWARDED");
    }

    @Test
    void aCopyThatCameMeanwhileIsWeighed() {
        OptimisticPosting copy = presume(flow.land(VENDOR, aCompletion("V").lasting(60).build()));
        flow.post(PROVINCE, aCompletion("R").build());
        post(copy);
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(flow.stores().cell(VENDOR, "140105", 2022).aside()).isEqualTo(1);
    }

    @Test
    void aTeacherWhoIsEnrolledMeanwhileIsFound() {
        LandedChunk chunk = flow.land(PROVINCE, aCompletion("R").of("T-2").build());
        OptimisticPosting before = presume(chunk);
        flow.enrol(aTeacher("T-2").build());
        post(before);
        assertThat(flow.lines("T-2")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(flow.stores().outcomes(chunk.ref().delivery()))
                .isEqualTo(new Outcomes(1, 0, 0, 0));
    }

    @Test
    void rulesThatAreDecidedMeanwhileJudge() {
        OptimisticPosting before = presume(flow.land(PROVINCE, aCompletion("R").build()));
        StartedRecomputation others =
                done(
                        flow.stores()
                                .recomputations()
                                .begin(
                                        RuleSets.hoursPerCredit(6),
                                        flow.stores().policies().rules(),
                                        "asker"));
        flow.underLock(ledger ->
                flow.stores()
                        .rules()
                        .decide(ledger, others.id(), new Recompute.Deciding("decider", "新规")));
        post(before);
        assertThat(flow.lines("T-1")).containsExactly("AWARD 5.00 AWARDED");
    }

    @Test
    void aFeedThatRepeatsItselfIsPostedAllTheSame() {
        Completed one = aCompletion("R").build();
        for (int i = 0; i < 3; i++) post(presume(flow.land(PROVINCE, one)));
        post(presume(flow.land(PROVINCE, aCompletion("S").about("另").build())));
        post(presume(flow.land(PROVINCE, aCompletion("U").about("又").build())));
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "AWARD 10.00 AWARDED", "AWARD 10.00 AWARDED");
    }
}
