package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.BatchResult.TeacherRange;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RegisterQuestion;
import io.credithub.flow.recompute.RegisterRecomputations;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What another register would change is known by its titles, and the teachers who have records of
/// these, however many came since.
public abstract class RegisterRecomputationsContract {
    private static final Deciding DECIDING = new Deciding("registrar", "考勤造假");

    private final Stores stores;
    private final RegisterRecomputations recomputations;
    private final Steps steps;

    protected RegisterRecomputationsContract(Stores stores, RegisterRecomputations recomputations) {
        this.stores = stores;
        this.recomputations = recomputations;
        this.steps = new Steps(stores);
    }

    private ProgrammeTitle title(String name) {
        return ProgrammeTitle.named(steps.own(name));
    }

    private int number(String name) {
        ProgrammeTitle title = title(name);
        return Objects.requireNonNull(
                Steps.wait(stores.programmes().titles(Map.of(title, steps.own(name)))).get(title));
    }

    private static RegisterQuestion about(Integer... titles) {
        return new RegisterQuestion(1, "撤销项目", Set.of(titles));
    }

    private int asked(Integer... titles) {
        return Steps.wait(recomputations.ask(about(titles), "registrar"));
    }

    private UUID posted(String record, int teacher, String programme) {
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, 30, programme);
        steps.post(chunk, arrival);
        return Steps.key(arrival);
    }

    private List<Integer> teachers(int id, List<TeacherRange> stretches) {
        List<Integer> all = new ArrayList<>();
        for (TeacherRange stretch : stretches) {
            all.addAll(steps.looking(ledger -> recomputations.teachers(ledger, id, stretch)));
        }
        return all;
    }

    private RecomputationState state(int id) {
        Recomputation found =
                Steps.wait(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
        return found.state();
    }

    @Test
    void aQuestionDecidesNothingAndKnowsItsTitles() {
        int one = number("甲");
        int other = number("乙");
        int id = asked(one, other);
        assertThat(Steps.wait(recomputations.titles(id)))
                .isEqualTo(Map.of(one, title("甲"), other, title("乙")));
        assertThat(state(id)).isEqualTo(RecomputationState.TELLING);
    }

    @Test
    void theTeachersWhoHaveRecordsOfTheTitlesAreFoundInStretches() {
        List<Integer> concerned = new ArrayList<>();
        for (String name : List.of("A", "B", "C")) {
            int teacher = steps.teacher(name);
            posted(name, teacher, "甲");
            concerned.add(teacher);
        }
        posted("else", steps.teacher("D"), "乙");
        int id = asked(number("甲"));
        List<TeacherRange> stretches = Steps.wait(recomputations.stretches(id, 2));
        assertThat(stretches)
                .containsExactly(
                        new TeacherRange(concerned.get(0), concerned.get(1)),
                        new TeacherRange(concerned.get(2), concerned.get(2)));
        assertThat(teachers(id, stretches)).isEqualTo(concerned);
    }

    @Test
    void whoeverCameSinceIsLookedForAnew() {
        int early = steps.teacher("A");
        posted("A", early, "甲");
        int id = asked(number("甲"));
        assertThat(teachers(id, Steps.wait(recomputations.stretches(id, 9))))
                .containsExactly(early);
        int late = steps.teacher("B");
        posted("B", late, "甲");
        assertThat(teachers(id, Steps.wait(recomputations.stretches(id, 9))))
                .containsExactly(early, late);
    }

    @Test
    void aTitleOfNobodyIsNobodys() {
        int id = asked(number("甲"));
        assertThat(Steps.wait(recomputations.stretches(id, 9))).isEmpty();
    }

    @Test
    void whatIsDecidedIsToBeAppliedWithTheTitlesThatCameSince() {
        int one = number("甲");
        int other = number("乙");
        int id = asked(one);
        steps.underLock(ledger -> decide(ledger, id, other));
        assertThat(Steps.wait(recomputations.titles(id))).containsOnlyKeys(one, other);
        assertThat(state(id)).isEqualTo(RecomputationState.APPLYING);
    }

    @Test
    void whatIsDecidedAtOnceIsToBeAppliedToo() {
        int one = number("甲");
        int id =
                steps.underLock(ledger ->
                        changed(ledger)
                                .chain(version ->
                                        recomputations.decided(
                                                ledger, about(one), DECIDING, version)));
        assertThat(Steps.wait(recomputations.titles(id))).containsOnlyKeys(one);
        assertThat(state(id)).isEqualTo(RecomputationState.APPLYING);
    }

    private Uni<Void> decide(LedgerTransaction ledger, int id, Integer... titles) {
        return changed(ledger)
                .chain(version -> recomputations.decide(ledger, id, about(titles), version));
    }

    /// Another version of the register.
    private Uni<Long> changed(LedgerTransaction ledger) {
        RegisterEntry entry =
                new RegisterEntry(
                        0,
                        steps.own("P"),
                        ProgrammeTerms.named("x"),
                        AliasSet.NONE,
                        null,
                        null,
                        false);
        EntryChange change = new EntryChange(entry, EntryAct.ADDED, "");
        return stores.registerStore().keep(ledger, DECIDING, List.of(change));
    }

    @Test
    void retitlingReachesWhatNoAccountHangsOn() {
        int teacher = steps.teacher("T");
        UUID counts = posted("counts", teacher, "甲");
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        Arrival waits = steps.arrival(chunk, "waits", RecordVersion.NOBODY, 1, 20, "甲");
        steps.post(chunk, waits);
        int before = family(counts);
        int family =
                Objects.requireNonNull(
                        Steps.wait(stores.programmes().families(Set.of(steps.own("另一族"))))
                                .get(steps.own("另一族")));
        Map<Integer, Integer> families = Map.of(number("甲"), family);
        steps.underLock(ledger -> recomputations.retitleRest(ledger, families));
        assertThat(family(Steps.key(waits))).isEqualTo(family);
        assertThat(family(counts)).as("matching has placed it").isEqualTo(before);
    }

    private int family(UUID record) {
        RecordVersion content =
                steps.looking(ledger -> ledger.contents(List.of(record))).getFirst();
        return Objects.requireNonNull(content.copy().worth()).training().family();
    }

    @Test
    void whatIsNotCommittedIsNotDecided() {
        int other = number("乙");
        int id = asked(number("甲"));
        Steps.wait(stores.lock().dryRun(1, ledger -> decide(ledger, id, other)));
        assertThat(Steps.wait(recomputations.titles(id))).containsOnlyKeys(number("甲"));
        assertThat(state(id)).isEqualTo(RecomputationState.TELLING);
    }
}
