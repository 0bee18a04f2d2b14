package io.credithub.flow.roster;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores.Cell;
import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImportRosterTest {
    private static final IdDocument PASSPORT = new IdDocument(IdDocument.Type.PASSPORT, "E1234567");
    private final RosterDesk desk = new RosterDesk();
    private final InMemoryFlow flow = desk.flow;

    private static String counts(RosterReport report) {
        return RosterDesk.counts(report);
    }

    @Test
    void everyRowIsCountedOnce() {
        desk.take(aTeacher("T-1").build(), aTeacher("T-2").build());
        RosterReport report =
                desk.take(
                        aTeacher("T-1").build(),
                        aTeacher("T-2").at("S-2").build(),
                        aTeacher("T-3").build(),
                        aTeacher("T-4").named("").build(),
                        aTeacher("T-5").in(null).build());
        assertThat(counts(report)).isEqualTo("5: 1, 1, 1, 2; 0");
        assertThat(RosterDesk.findings(report))
                .containsExactly("3 MISSING_FIELD /name", "4 MISSING_FIELD /division_code");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAndChangesNothing() {
        assertThat(desk.takeUnreadable()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aTeacherWhoOccursTwiceIsAsTheLaterRowSays() {
        RosterReport report =
                desk.take(aTeacher("T-1").build(), aTeacher("T-1").in("140106").build());
        assertThat(counts(report)).isEqualTo("2: 1, 1, 0, 0; 0");
        assertThat(flow.teacher("T-1").profile().division()).isEqualTo("140106");
    }

    @Test
    void recordsThatWaitedArePostedWithTheRosterThatBringsTheirTeacher() {
        long delivery = flow.post(PROVINCE, aCompletion("R").build());
        RosterReport report = desk.take(aTeacher("T-1").build());
        assertThat(counts(report)).isEqualTo("1: 1, 0, 0, 0; 1");
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 ENROLLED");
        assertThat(flow.stores().outcomes(delivery)).isEqualTo(new Outcomes(1, 0, 0, 0));
    }

    @Test
    void rosterAndRecordsGiveTheSameInEitherOrder() {
        flow.post(VENDOR, aCompletion("V").lasting(60).build());
        flow.post(PROVINCE, aCompletion("R").revision(2).build());
        flow.post(PROVINCE, aCompletion("R").revision(1).lasting(45).build());
        desk.take(aTeacher("T-1").build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 ENROLLED");
        assertThat(flow.stores().cell(VENDOR, "140105", 2022).aside()).isEqualTo(1);
        flow.post(PROVINCE, withdrawn("R", 3));
        assertThat(flow.lines("T-1")).last().isEqualTo("AWARD 20.00 REINSTATED");
    }

    @Test
    void aRecordOfAnotherPersonGoesOnWaitingAndSaysWhy() {
        long delivery = flow.post(PROVINCE, aCompletion("R").named("赵六").build());
        desk.take(aTeacher("T-1").build());
        assertThat(flow.lines("T-1")).isEmpty();
        assertThat(flow.stores().outcomes(delivery)).isEqualTo(new Outcomes(0, 0, 0, 1));
        assertThat(flow.stores().findings(delivery))
                .extracting(at -> at.finding().code())
                .containsExactly(FindingCode.NOT_THE_PERSON);
    }

    @Test
    void aConfirmationChangesWhatIsRegistered() {
        desk.take(aTeacher("T-1").being(TeacherStatus.NEW).build());
        flow.post(PROVINCE, aCompletion("R").build());
        assertThat(flow.standing("T-1", 2022).recognised()).isEqualTo(Credits.ZERO);
        desk.take(aTeacher("T-1").confirmedOn(LocalDate.of(2022, 9, 1)).build());
        assertThat(flow.standing("T-1", 2022).recognised()).isEqualTo(new Credits(10_00));
    }

    @Test
    void whoMovesTakesTheCreditsAlong() {
        desk.take(aTeacher("T-1").build());
        flow.post(PROVINCE, aCompletion("R").build());
        desk.take(aTeacher("T-1").in("140106").build());
        assertThat(flow.stores().cell(PROVINCE, "140105", 2022)).isEqualTo(new Cell(0, 0, 0, 0));
        assertThat(flow.stores().cell(PROVINCE, "140106", 2022))
                .isEqualTo(new Cell(1, 10_00, 0, 1));
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
    }

    @Test
    void aRowThatIsAboutSomebodyElseChangesNobody() {
        desk.take(aTeacher("T-1").with(PASSPORT).build(), aTeacher("T-2").build());
        RosterReport report =
                desk.take(
                        aTeacher("T-2").with(PASSPORT).build(),
                        aTeacher("T-2").named("赵六").build());
        assertThat(counts(report)).isEqualTo("2: 0, 0, 0, 2; 0");
        assertThat(RosterDesk.findings(report))
                .containsExactly(
                        "0 IDENTITY_MISMATCH /teacher_no", "1 NUMBER_OF_ANOTHER /teacher_no");
        assertThat(flow.teacher("T-2").profile().name()).isEqualTo("王䶮");
    }

    @Test
    void aHomeSchoolMayBeToldByALaterRow() {
        RosterReport report =
                desk.take(
                        aTeacher("T-1").being(TeacherStatus.SECONDED).belongingTo("S-9").build(),
                        aTeacher("T-1").being(TeacherStatus.SECONDED).belongingTo("S-9").build(),
                        aTeacher("T-2").at("S-9").in("140106").build());
        assertThat(RosterDesk.findings(report)).isEmpty();
        assertThat(flow.account("T-1").division()).isEqualTo("140106");
    }

    @Test
    void aHomeSchoolThatNobodyKnowsIsTold() {
        RosterReport report =
                desk.take(aTeacher("T-1").being(TeacherStatus.SECONDED).belongingTo("S-9").build());
        assertThat(RosterDesk.findings(report))
                .containsExactly("0 HOME_DIVISION_UNKNOWN /home_division_code");
        assertThat(flow.account("T-1").division()).isEqualTo("140105");
    }

    @Test
    void aTrialTellsAllAndKeepsNothing() {
        desk.take(aTeacher("T-1").build(), aTeacher("T-2").build());
        flow.post(PROVINCE, aCompletion("R").of("T-3").build());
        RosterReport report = desk.trial(aTeacher("T-3").build(), aTeacher("T-1").build());
        assertThat(counts(report)).isEqualTo("2: 1, 0, 1, 0; 1");
        assertThat(report.absent()).isEqualTo(new RosterReport.Absent(1, List.of("T-2")));
        assertThat(desk.isKnown("T-3")).isFalse();
    }

    @Test
    void theSameFileTwiceChangesNothingTheSecondTime() {
        flow.post(PROVINCE, aCompletion("R").build());
        desk.take(aTeacher("T-1").build());
        assertThat(counts(desk.take(aTeacher("T-1").build()))).isEqualTo("1: 0, 0, 1, 0; 0");
        assertThat(flow.lines("T-1")).hasSize(1);
    }
}
