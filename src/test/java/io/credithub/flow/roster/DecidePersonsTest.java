package io.credithub.flow.roster;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.DecidePersons.PersonRefusal;
import io.credithub.flow.roster.DecidePersons.PersonRequest;
import io.credithub.flow.roster.Persons.Proposal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DecidePersonsTest {
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final PersonRequest ONE = new PersonRequest(COUNTY, "one");
    private static final PersonRequest OTHER = new PersonRequest(COUNTY, "other");
    private final RosterDesk desk = new RosterDesk();
    private final InMemoryFlow flow = desk.flow;

    DecidePersonsTest() {
        desk.take(aTeacher("T-1").build(), aTeacher("T-2").build());
    }

    private Outcome<Proposal, PersonRefusal> propose(PersonAct act) {
        return done(desk.persons.propose(ONE, act, "同一人"));
    }

    private UUID proposed(PersonAct act) {
        return ((Outcome.Done<Proposal, PersonRefusal>) propose(act)).value().id();
    }

    private String confirm(UUID id) {
        return text(done(desk.persons.confirm(OTHER, id)));
    }

    private static String text(Outcome<Proposal, PersonRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<Proposal, PersonRefusal>(var proposal) -> proposal.state().name();
            case Outcome.NotFound<Proposal, PersonRefusal> _ -> "not found";
            case Outcome.Refused<Proposal, PersonRefusal>(var why) -> why.name();
        };
    }

    private static PersonAct merge() {
        return new PersonAct.Merge("T-1", "T-2");
    }

    private static PersonAct renumber(String number) {
        return new PersonAct.Renumber("T-1", number);
    }

    private static PersonAct part(String... records) {
        List<PersonAct.RecordName> names =
                Stream.of(records).map(id -> new PersonAct.RecordName(PROVINCE, id)).toList();
        return new PersonAct.PartRecords("T-1", "T-9", "赵六", null, names);
    }

    @Test
    void twoRegistrarsSeeEachChange() {
        UUID id = proposed(renumber("T-9"));
        assertThat(text(done(desk.persons.confirm(ONE, id)))).isEqualTo("OWN_PROPOSAL");
        assertThat(desk.isKnown("T-9")).isFalse();
        assertThat(confirm(id)).isEqualTo("CONFIRMED");
        assertThat(flow.teacher("T-9").number()).isEqualTo(flow.teacher("T-1").number());
    }

    @Test
    void whatIsDecidedIsDecided() {
        UUID id = proposed(renumber("T-9"));
        assertThat(text(done(desk.persons.refuse(OTHER, id)))).isEqualTo("REFUSED");
        assertThat(confirm(id)).isEqualTo("NOT_OPEN");
        assertThat(desk.isKnown("T-9")).isFalse();
    }

    @Test
    void nobodyDecidesAboutTeachersOfAnotherCounty() {
        PersonRequest elsewhere = new PersonRequest(new Jurisdiction("140106"), "third");
        UUID id = proposed(merge());
        assertThat(text(done(desk.persons.confirm(elsewhere, id)))).isEqualTo("not found");
        assertThat(text(done(desk.persons.propose(elsewhere, merge(), "同一人"))))
                .isEqualTo("not found");
    }

    @Test
    void aNumberOfSomebodyElseIsTaken() {
        assertThat(text(propose(renumber("T-2")))).isEqualTo("NUMBER_TAKEN");
    }

    @Test
    void aNumberThatWasTakenMeanwhileIsNotGiven() {
        UUID id = proposed(renumber("T-9"));
        desk.take(aTeacher("T-9").build());
        assertThat(confirm(id)).isEqualTo("NUMBER_TAKEN");
        assertThat(text(done(desk.persons.refuse(OTHER, id)))).isEqualTo("REFUSED");
    }

    @Test
    void recordsThatWaitedForTheNewNumberArePosted() {
        flow.post(PROVINCE, aCompletion("R").of("T-9").build());
        confirm(proposed(renumber("T-9")));
        assertThat(flow.lines("T-9")).containsExactly("AWARD 10.00 ENROLLED");
    }

    @Test
    void theCreditsOfTwoWhoAreOneAreOnes() {
        flow.post(PROVINCE, aCompletion("R").build());
        flow.post(PROVINCE, aCompletion("S").of("T-2").about("另").build());
        assertThat(confirm(proposed(merge()))).isEqualTo("CONFIRMED");
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 10.00 AWARDED", "AWARD 10.00 REASSIGNED");
        assertThat(flow.teacher("T-2").number()).isEqualTo(flow.teacher("T-1").number());
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(20_00));
    }

    @Test
    void theSameTrainingOfBothCountsOnce() {
        flow.post(PROVINCE, aCompletion("R").build());
        flow.post(VENDOR, aCompletion("V").of("T-2").lasting(60).build());
        confirm(proposed(merge()));
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(new Credits(10_00));
    }

    @Test
    void whoeverIsOneAlreadyCannotBecomeOne() {
        confirm(proposed(merge()));
        assertThat(text(propose(merge()))).isEqualTo("ONE_PERSON");
    }

    @Test
    void whatTheBankGrantedKeepsATeacherFromBecomingAnother() {
        UUID id = proposed(merge());
        BankAct exempt =
                new BankAct.Exempt(
                        new ActHeader(UUID.randomUUID(), flow.number("T-2"), "one"),
                        "ILLNESS",
                        2022,
                        "诊断书");
        flow.underLock(ledger -> flow.stores().bankStore().record(ledger, exempt));
        assertThat(text(propose(merge()))).isEqualTo("HAS_FILE");
        assertThat(confirm(id)).isEqualTo("HAS_FILE");
        assertThat(flow.number("T-2")).isNotEqualTo(flow.number("T-1"));
    }

    @Test
    void ofTwoUnderOneNumberEachGetsTheirRecords() {
        flow.post(PROVINCE, aCompletion("R").build(), aCompletion("S").about("另").build());
        assertThat(confirm(proposed(part("S")))).isEqualTo("CONFIRMED");
        assertThat(flow.lines("T-9")).containsExactly("AWARD 10.00 REASSIGNED");
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "AWARD 10.00 AWARDED", "REVERSAL -10.00 REASSIGNED");
    }

    @Test
    void recordsOfSomebodyElseAreNotParted() {
        flow.post(PROVINCE, aCompletion("S").of("T-2").build());
        assertThat(confirm(proposed(part("S")))).isEqualTo("NOT_THEIR_RECORD");
        assertThat(desk.isKnown("T-9")).isFalse();
        assertThat(flow.lines("T-2")).containsExactly("AWARD 10.00 AWARDED");
    }
}
