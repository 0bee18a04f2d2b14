package io.credithub.flow.processing;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores.Cell;
import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessChunkTest {
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());

    ProcessChunkTest() {
        flow.enrol(aTeacher("T-1").build(), aTeacher("T-2").build());
    }

    private Outcomes outcomes(long delivery) {
        return flow.stores().outcomes(delivery);
    }

    private List<String> findings(long delivery) {
        return flow.stores().findings(delivery).stream()
                .map(at -> at.position() + " " + at.finding().code() + " " + at.finding().field())
                .toList();
    }

    @Test
    void newsIsAwarded() {
        long delivery = flow.post(PROVINCE, aCompletion("R").build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(outcomes(delivery)).isEqualTo(new Outcomes(1, 0, 0, 0));
        assertThat(findings(delivery)).isEmpty();
    }

    @Test
    void theSameContentOnceMoreIsADuplicate() {
        flow.post(PROVINCE, aCompletion("R").build());
        long again = flow.post(PROVINCE, aCompletion("R").build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(outcomes(again)).isEqualTo(new Outcomes(0, 0, 1, 0));
    }

    @Test
    void theSameContentTwiceInOneChunkCountsOnce() {
        Completed one = aCompletion("R").build();
        long delivery = flow.post(PROVINCE, one, one);
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(outcomes(delivery)).isEqualTo(new Outcomes(1, 0, 1, 0));
    }

    @Test
    void aCorrectionReversesAndAwardsAnew() {
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        long correction = flow.post(PROVINCE, aCompletion("R").revision(2).lasting(60).build());
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "REVERSAL -10.00 CORRECTED", "AWARD 20.00 AWARDED");
        assertThat(outcomes(correction)).isEqualTo(new Outcomes(1, 0, 0, 0));
    }

    @Test
    void anOlderRevisionThatComesLateChangesNothing() {
        flow.post(PROVINCE, aCompletion("R").revision(2).lasting(60).build());
        long late = flow.post(PROVINCE, aCompletion("R").revision(1).build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 20.00 AWARDED");
        assertThat(outcomes(late)).isEqualTo(new Outcomes(1, 0, 0, 0));
    }

    @Test
    void aWithdrawnRecordIsReversed() {
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 10.00 AWARDED", "REVERSAL -10.00 WITHDRAWN");
    }

    @Test
    void aRecordThatWasWithdrawnBeforeItCameIsNotAwarded() {
        flow.post(PROVINCE, withdrawn("R", 2));
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        assertThat(flow.lines("T-1")).isEmpty();
    }

    @Test
    void aRecordOfAnUnknownTeacherWaits() {
        long delivery = flow.post(PROVINCE, aCompletion("R").of("T-9").build());
        assertThat(outcomes(delivery)).isEqualTo(new Outcomes(0, 0, 0, 1));
    }

    @Test
    void ofTwoSystemsCopiesOneCounts() {
        flow.post(VENDOR, aCompletion("V").lasting(60).build());
        flow.post(PROVINCE, aCompletion("R").build());
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 20.00 AWARDED", "REVERSAL -20.00 SET_ASIDE", "AWARD 10.00 AWARDED");
        flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(flow.lines("T-1")).last().isEqualTo("AWARD 20.00 REINSTATED");
    }

    @Test
    void aCorrectionThatNamesAnotherTeacherMovesTheCredits() {
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        flow.post(PROVINCE, aCompletion("R").revision(2).of("T-2").build());
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 10.00 AWARDED", "REVERSAL -10.00 CORRECTED");
        assertThat(flow.lines("T-2")).containsExactly("AWARD 10.00 AWARDED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    王䶮   | 1 | 0 |                            | the name of the roster
                    王小䶮 | 1 | 0 | 0 NAME_DIFFERS /teacher/name | one more character may be a slip
                    赵六   | 0 | 1 | 0 NOT_THE_PERSON /teacher  | nobody's, until a registrar decides
                    """)
    void theNameSaysWhetherItIsThePerson(
            String name, int accepted, int waiting, @Nullable String finding, String why) {
        long delivery = flow.post(PROVINCE, aCompletion("R").named(name).build());
        assertThat(outcomes(delivery)).as(why).isEqualTo(new Outcomes(accepted, 0, 0, waiting));
        assertThat(findings(delivery))
                .as(why)
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void aRecordWithoutARuleIsRejectedAndItsNeighboursArePosted() {
        long delivery =
                flow.post(
                        PROVINCE,
                        aCompletion("N").at(Level.SCHOOL).build(),
                        aCompletion("R").build());
        assertThat(outcomes(delivery)).isEqualTo(new Outcomes(1, 1, 0, 0));
        assertThat(flow.stores().findings(delivery))
                .extracting(at -> at.recordId() + " " + at.finding().code())
                .containsExactly("N NO_RULE");
    }

    @Test
    void aChunkIsPostedOnce() {
        LandedChunk chunk = flow.land(PROVINCE, aCompletion("R").build());
        assertThat(flow.work(chunk)).isNotNull();
        assertThat(flow.work(chunk)).isNull();
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
    }

    @Test
    void aRecordHasSoManyContentsAndNoMoreYetCanBeWithdrawn() {
        Completion[] contents = new Completion[RecordMerge.CONTENTS_MAX];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = aCompletion("R").revision(i + 1).about("研修 " + i).build();
        }
        flow.post(PROVINCE, contents);
        long more =
                flow.post(
                        PROVINCE,
                        aCompletion("R").revision(contents.length + 1).build(),
                        withdrawn("R", contents.length + 2));
        assertThat(outcomes(more)).isEqualTo(new Outcomes(1, 1, 0, 0));
        assertThat(findings(more)).containsExactly("0 TOO_MANY_CONTENTS /recordId");
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 10.00 AWARDED", "REVERSAL -10.00 WITHDRAWN");
    }

    @Test
    void aTrialTellsAllAndKeepsNothing() {
        flow.post(PROVINCE, aCompletion("R").revision(7).build());
        LandedChunk chunk =
                flow.land(PROVINCE, aCompletion("R").revision(7).lasting(60).worth("9").build());
        Posting told = InMemoryFlow.done(flow.processing().rehearse(chunk));
        assertThat(told).isNotNull();
        assertThat(told.findings())
                .extracting(at -> at.finding().code())
                .containsExactly(FindingCode.VERSION_CONFLICT);
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
        assertThat(outcomes(chunk.ref().delivery())).isEqualTo(new Outcomes(0, 0, 0, 0));
    }

    @Test
    void theSumsAreThoseOfWhatIsInForce() {
        flow.post(
                PROVINCE,
                aCompletion("R").revision(1).build(),
                aCompletion("S").about("另").build());
        flow.post(PROVINCE, aCompletion("R").revision(2).lasting(60).build());
        flow.post(VENDOR, aCompletion("V").about("另").lasting(60).build());
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(30_00));
        assertThat(flow.stores().cell(PROVINCE, "140105", 2022))
                .isEqualTo(new Cell(2, 30_00, 0, 1));
        assertThat(flow.stores().cell(VENDOR, "140105", 2022)).isEqualTo(new Cell(0, 0, 1, 0));
    }
}
