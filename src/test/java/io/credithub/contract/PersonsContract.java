package io.credithub.contract;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.teacher.Identity;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.Persons;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What registrars decide about who is who holds for every number, document and name.
public abstract class PersonsContract {
    private final Stores stores;
    private final Steps steps;
    private final Jurisdiction county = new Jurisdiction(Steps.COUNTY);

    protected PersonsContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private int enrol(String number) {
        return steps.teacher(number);
    }

    private UUID propose(PersonAct act, int teacher, @Nullable Integer other) {
        UUID id = UUID.randomUUID();
        Persons.NewProposal proposal =
                new Persons.NewProposal(id, act, teacher, other, "同一人", "one");
        Steps.wait(stores.persons().propose(proposal));
        return id;
    }

    private <T> T changing(Function<Persons.Changing, Uni<? extends T>> work) {
        return steps.underLock(ledger -> stores.roster().persons(ledger).chain(work));
    }

    private Persons.@Nullable KnownPerson find(String number) {
        return Steps.wait(stores.persons().find(steps.own(number)));
    }

    @Test
    void aProposalIsToldToWhoeverAnswersForTheTeacher() {
        int teacher = enrol("T");
        PersonAct act = new PersonAct.Renumber(steps.own("T"), steps.own("N"));
        UUID id = propose(act, teacher, null);
        Persons.Proposal proposal = Steps.wait(stores.persons().proposal(id, county));
        assertThat(proposal).isNotNull();
        assertThat(proposal.act()).isEqualTo(act);
        assertThat(proposal.state()).isEqualTo(Persons.ProposalState.OPEN);
        assertThat(Steps.wait(stores.persons().proposal(id, new Jurisdiction("140106")))).isNull();
        assertThat(Steps.wait(stores.persons().proposals(teacher, county)))
                .containsExactly(proposal);
    }

    @Test
    void aProposalIsDecidedOnce() {
        PersonAct act = new PersonAct.Renumber(steps.own("T"), steps.own("N"));
        UUID id = propose(act, enrol("T"), null);
        assertThat(decide(id, Persons.ProposalState.REFUSED)).isTrue();
        assertThat(decide(id, Persons.ProposalState.CONFIRMED)).isFalse();
        assertThat(Steps.wait(stores.persons().proposals(Persons.ProposalState.REFUSED, county)))
                .filteredOn(one -> one.id().equals(id))
                .extracting(Persons.Proposal::decidedBy)
                .containsExactly("other");
    }

    @Test
    void aFormerNumberGoesOnFindingTheTeacher() {
        int teacher = enrol("T");
        changing(persons -> persons.renumber(teacher, steps.own("N")));
        Persons.KnownPerson person =
                new Persons.KnownPerson(teacher, steps.own("N"), Steps.COUNTY, false);
        assertThat(find("N")).isEqualTo(person);
        assertThat(find("T")).isEqualTo(person);
        assertThat(Steps.wait(stores.persons().former(teacher)))
                .extracting(former -> former.kind() + " " + former.value())
                .containsExactly("NUMBER " + steps.own("T"));
    }

    @Test
    void aNumberThatIsTakenBackIsFormerNoMore() {
        int teacher = enrol("T");
        changing(persons -> persons.renumber(teacher, steps.own("N")));
        changing(persons -> persons.renumber(teacher, steps.own("T")));
        assertThat(Steps.wait(stores.persons().former(teacher)))
                .extracting(Persons.FormerKey::value)
                .containsExactly(steps.own("N"));
    }

    @Test
    void whoeverBecomesAnotherIsFoundAsThatOne() {
        int kept = enrol("T");
        int other = enrol("O");
        changing(persons -> persons.merge(kept, other));
        Persons.KnownPerson person =
                new Persons.KnownPerson(kept, steps.own("T"), Steps.COUNTY, false);
        assertThat(find("O")).isEqualTo(person);
        assertThat(steps.identify("O").found().byNumber())
                .containsExactly(Map.entry(steps.own("O"), kept));
        Identity identity = Objects.requireNonNull(steps.identify("T").found().persons().get(kept));
        assertThat(identity.numbers())
                .containsExactlyInAnyOrder(
                        stores.ids().lookup(steps.own("T")), stores.ids().lookup(steps.own("O")));
    }

    @Test
    void aPartedPersonIsNewAndBelongsWhereTheTeacherDoes() {
        int teacher = enrol("T");
        PersonAct.PartRecords part =
                new PersonAct.PartRecords(steps.own("T"), steps.own("N"), "赵六", null, List.of());
        int parted = changing(persons -> persons.part(teacher, part));
        assertThat(find("N"))
                .isEqualTo(new Persons.KnownPerson(parted, steps.own("N"), Steps.COUNTY, false));
        assertThat(steps.account(parted).name()).isEqualTo("赵六");
    }

    @Test
    void whoeverHasAnExemptionHasAFile() {
        int teacher = enrol("T");
        BankAct exempt =
                new BankAct.Exempt(
                        new ActHeader(UUID.randomUUID(), teacher, "one"), "ILLNESS", 2022, "诊断书");
        steps.underLock(ledger -> stores.bankStore().record(ledger, exempt));
        Persons.KnownPerson person = find("T");
        assertThat(person).isNotNull();
        assertThat(person.hasFile()).isTrue();
    }

    @Test
    void aDecisionEndsWhatIsInDoubtAboutTheTeacher() {
        int teacher = enrol("T");
        steps.enrol(aTeacher(steps.own("T")).named("赵六").build());
        assertThat(doubts()).isEqualTo(1);
        UUID id = propose(new PersonAct.Renumber(steps.own("T"), steps.own("N")), teacher, null);
        decide(id, Persons.ProposalState.REFUSED);
        assertThat(doubts()).isZero();
    }

    private boolean decide(UUID id, Persons.ProposalState state) {
        return changing(persons -> persons.decide(id, state, "other"));
    }

    private long doubts() {
        return Steps.wait(stores.persons().doubts(county)).stream()
                .filter(doubt -> doubt.teachers().contains(steps.own("T")))
                .count();
    }
}
