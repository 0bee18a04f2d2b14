package io.credithub.contract;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.SurvivorshipRule;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerTransaction.Brief;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the ledger transaction tells of the registry, and what a posting changes in it.
public abstract class LedgerTransactionContract {
    private final Stores stores;
    private final Steps steps;

    protected LedgerTransactionContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    @Test
    void teachersAreStillWhoTheyWereUntilTheRosterIsAnother() {
        steps.teacher("T");
        Identified found = steps.identify("T");
        boolean before = steps.underLock(ledger -> now(ledger.isStill(found)));
        boolean after =
                steps.underLock(ledger ->
                        steps.enrol(ledger, aTeacher(steps.own("T-2")).build())
                                .map(_ -> ledger.isStill(found)));
        assertThat(List.of(before, after)).containsExactly(true, false);
    }

    private static <T> Uni<T> now(T item) {
        return Uni.createFrom().item(item);
    }

    @Test
    void whoIsEnrolledIsFoundInTheSameTransaction() {
        Map<String, Integer> found =
                steps.underLock(ledger ->
                        steps.enrol(ledger, aTeacher(steps.own("T")).build())
                                .chain(() -> ledger.identify(List.of(steps.keys("T"))))
                                .map(identified -> identified.found().byNumber()));
        assertThat(found).containsOnlyKeys(steps.own("T"));
    }

    @Test
    void theRulesAreThoseInForce() {
        int number = steps.underLock(ledger -> now(ledger.rules()));
        assertThat(number).isEqualTo(stores.policies().rules().number());
    }

    @Test
    void aBriefTellsOfEachContentAndNothingOfWhatIsNew() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 2);
        Arrival first = steps.arrival(chunk, "R", teacher, 1, 30);
        Arrival second = steps.arrival(chunk, "R", teacher, 2, 60);
        steps.post(chunk, first, second);
        Map<UUID, List<Brief>> briefs =
                steps.looking(ledger -> ledger.briefs(List.of(key(first), UUID.randomUUID())));
        assertThat(briefs).containsOnlyKeys(key(first));
        assertThat(briefs.get(key(first)))
                .containsExactlyInAnyOrder(
                        new Brief(first.copy().content(), first.order()),
                        new Brief(second.copy().content(), second.order()));
    }

    private static UUID key(Arrival arrival) {
        return Steps.key(arrival);
    }

    @Test
    void everyContentIsReadAsItStands() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 5);
        Arrival old = steps.arrival(chunk, "R", teacher, 1, 30);
        Arrival waiting = steps.arrival(chunk, "W", RecordVersion.NOBODY, 1, 30, "其他");
        Arrival gone = steps.arrival(chunk, "G", teacher, 1, 30, "别的");
        steps.post(
                chunk,
                old,
                steps.arrival(chunk, "R", teacher, 2, 60),
                waiting,
                gone,
                withdrawn(chunk, "G"));
        assertThat(states(key(old), key(waiting), key(gone)))
                .containsExactlyInAnyOrder(
                        "1 SUPERSEDED", "2 IN_FORCE", "1 WAITING", "1 SUPERSEDED", "2 WITHDRAWN");
    }

    private Arrival withdrawn(LandedChunk chunk, String record) {
        return steps.arrival(chunk, record, RecordVersion.NOBODY, 2, null);
    }

    private List<String> states(UUID... records) {
        return steps.looking(ledger -> ledger.contents(List.of(records))).stream()
                .map(LedgerTransactionContract::text)
                .toList();
    }

    private static String text(RecordVersion version) {
        return version.number() + " " + version.was();
    }

    @Test
    void whoeverReadsAContentHasItForThemselves() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        steps.post(chunk, arrival);
        List<UUID> keys = List.of(key(arrival));
        RecordVersion again =
                steps.underLock(ledger ->
                        ledger.contents(keys)
                                .invoke(versions -> versions.getFirst().giveWay())
                                .chain(() -> ledger.contents(keys))
                                .map(List::getFirst));
        assertThat(again.isChanged()).isFalse();
        assertThat(again.order()).isEqualTo(arrival.order());
    }

    @Test
    void theContentsOfATeacherAreAllOfTheRecordsThatCountForThem() {
        int teacher = steps.teacher("T");
        int other = steps.teacher("O");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 4);
        steps.post(
                chunk,
                steps.arrival(chunk, "R", other, 1, 30),
                steps.arrival(chunk, "R", teacher, 2, 60),
                steps.arrival(chunk, "O", other, 1, 30),
                steps.arrival(chunk, "W", RecordVersion.NOBODY, 1, 30));
        List<RecordVersion> theirs = steps.looking(ledger -> ledger.contentsOf(Set.of(teacher)));
        assertThat(theirs)
                .extracting(version -> version.copy().origin().recordId() + " " + text(version))
                .containsExactlyInAnyOrder(
                        steps.own("R") + " 1 SUPERSEDED", steps.own("R") + " 2 IN_FORCE");
    }

    @Test
    void theCopiesOfAFamilyAreThoseThatMatchingHasPlaced() {
        int teacher = steps.teacher("T");
        LandedChunk province = stores.land(Stores.PROVINCE, 2);
        LandedChunk vendor = stores.land(Stores.VENDOR, 1);
        Arrival counts = steps.arrival(province, "R", teacher, 2, 60);
        steps.post(province, steps.arrival(province, "R", teacher, 1, 30), counts);
        steps.post(vendor, steps.arrival(vendor, "V", teacher, 1, 45));
        FamilyKey family =
                new FamilyKey(
                        teacher, Objects.requireNonNull(counts.copy().worth()).training().family());
        KnownCopies copies =
                steps.looking(ledger -> ledger.copies(Set.of(family), Set.of(key(counts))));
        assertThat(copies.decisions()).isEqualTo(PairDecisions.NONE);
        assertThat(copies.versions())
                .extracting(version -> version.copy().origin().feedCode() + " " + version.was())
                .containsExactlyInAnyOrder(Stores.PROVINCE + " IN_FORCE", Stores.VENDOR + " ASIDE");
    }

    @Test
    void eachTeacherHasOneAccountAndAStrangerNone() {
        int teacher = steps.teacher("T");
        List<TeacherAccount> accounts =
                steps.looking(ledger -> ledger.accounts(Set.of(teacher, Integer.MAX_VALUE)));
        assertThat(accounts)
                .singleElement()
                .isEqualTo(
                        new TeacherAccount(
                                teacher,
                                Steps.COUNTY,
                                List.of(new Residence(LocalDate.MIN, Steps.COUNTY)),
                                "王䶮",
                                TeacherFacts.SETTLED));
    }

    @Test
    void anAccountHoldsTheSumsOfWhatIsInForce() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        steps.post(Stores.PROVINCE, "R", teacher, 2, 60);
        TeacherAccount.AccountCycle sums =
                Objects.requireNonNull(steps.account(teacher).cycles().get(2022));
        assertThat(sums.isNew()).isFalse();
        assertThat(sums.policy()).isEqualTo(stores.policies().inForce().number());
        assertThat(List.of((long) sums.entries(), sums.earned())).containsExactly(3L, 20_00L);
        assertThat(sums.tally().at(0, 0)).isEqualTo(20_00);
    }

    @Test
    void aCorrectionReversesAndPostsAnew() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        steps.post(Stores.PROVINCE, "R", teacher, 2, 60);
        assertThat(lines(teacher))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "REVERSAL -10.00 CORRECTED", "AWARD 20.00 AWARDED");
    }

    private List<String> lines(int teacher) {
        return Steps.wait(stores.registry().ledger(teacher, 2022, 2022)).stream()
                .map(line ->
                        line.kind() + " " + line.amounts().credits() + " " + line.why().reason())
                .toList();
    }

    @Test
    void theLinesOfAPostingAreABlockThatSaysWhatSetItGoing() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 2);
        steps.post(
                chunk,
                steps.arrival(chunk, "R", teacher, 1, 30),
                steps.arrival(chunk, "S", teacher, 1, 60, "其他"));
        List<Registry.LedgerLine> lines = Steps.wait(stores.registry().ledger(teacher, 2022, 2022));
        assertThat(lines).hasSize(2);
        assertThat(lines)
                .extracting(Registry.LedgerLine::block)
                .containsOnly(lines.getFirst().block());
        assertThat(lines.getLast().seq()).isEqualTo(lines.getFirst().seq() + 1);
        assertThat(lines)
                .extracting(line -> line.why().occasion())
                .containsOnly(Occasion.chunk(chunk.ref().delivery(), 0));
    }

    @Test
    void whatSetACopyAsideIsKeptWithTheLine() {
        int teacher = steps.teacher("T");
        steps.post(Stores.VENDOR, "V", teacher, 1, 45);
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        Registry.Instead instead =
                Steps.wait(stores.registry().ledger(teacher, 2022, 2022)).stream()
                        .map(line -> line.why().instead())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        assertThat(instead.recordId()).isEqualTo(steps.own("R"));
        assertThat(instead.cause().criterion()).isEqualTo(SurvivorshipRule.PRECEDENCE);
    }

    @Test
    void aDeliveryCountsWhatBecameOfItsRecords() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 2);
        steps.post(
                chunk,
                steps.arrival(chunk, "R", teacher, 1, 30),
                steps.arrival(chunk, "W", RecordVersion.NOBODY, 1, 30));
        assertThat(stores.outcomes(chunk.ref().delivery())).isEqualTo(new Outcomes(1, 0, 0, 1));
    }

    @Test
    void noMoreBecomesOfADeliveryThanItHolds() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival first = steps.arrival(chunk, "R", teacher, 1, 30);
        Arrival second = steps.arrival(chunk, "S", teacher, 1, 30, "其他");
        assertThatThrownBy(() -> steps.post(chunk, first, second)).isNotNull();
        assertThat(states(key(first), key(second))).isEmpty();
    }

    @Test
    void aCellOfTheCountyGrowsAndShrinksWithItsRecords() {
        Stores.Cell before = stores.cell(Stores.PROVINCE, "140107", 2022);
        int teacher =
                steps.enrol(aTeacher(steps.own("T")).in("140107").build())
                        .touched()
                        .iterator()
                        .next();
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        Stores.Cell after = stores.cell(Stores.PROVINCE, "140107", 2022);
        assertThat(more(before, after)).isEqualTo(new Stores.Cell(1, 10_00, 0, 1));
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        steps.post(chunk, withdrawn(chunk, "R"));
        assertThat(stores.cell(Stores.PROVINCE, "140107", 2022)).isEqualTo(before);
    }

    private static Stores.Cell more(Stores.Cell before, Stores.Cell after) {
        return new Stores.Cell(
                after.posted() - before.posted(),
                after.postedCredits() - before.postedCredits(),
                after.aside() - before.aside(),
                after.persons() - before.persons());
    }

    @Test
    void theSumsOfACycleAreTheRegistrysToo() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        Registry.Kept kept =
                Objects.requireNonNull(Steps.wait(stores.registry().standings(teacher)).get(2022));
        TeacherAccount.AccountCycle sums =
                Objects.requireNonNull(steps.account(teacher).cycles().get(2022));
        assertThat(kept).isEqualTo(new Registry.Kept(sums.policy(), sums.tally()));
    }
}
