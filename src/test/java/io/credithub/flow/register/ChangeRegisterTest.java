package io.credithub.flow.register;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterFile;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.domain.programme.RegisterRefusal;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Recompute.RecomputeRefusal;
import io.credithub.flow.register.ChangeRegister.RegisterChanged;
import io.credithub.flow.result.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One training that two systems name otherwise, 10.00 credits each: the register says that it is
/// one, or that it is two.
final class ChangeRegisterTest {
    private static final Deciding DECIDING = new Deciding("registrar", "来函");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);

    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final InMemoryStores stores = flow.stores();
    private final Recompute recompute =
            new Recompute(
                    stores.lock(),
                    stores.recomputations(),
                    stores.kinds(),
                    new Recompute.Judges(flow.postings(), stores.policies()),
                    stores.clock());
    private final List<Integer> put = new ArrayList<>();
    private final ChangeRegister register =
            new ChangeRegister(
                    stores.lock(),
                    stores.registerStore(),
                    stores.recomputeRegister(),
                    stores.recomputations(),
                    new AtOnce(),
                    new ChangeRegister.ProvinceDay(stores.policies(), stores.clock()));

    /// Done when it returns.
    private final class AtOnce implements RecomputationWork {
        @Override
        public void tell(StartedRecomputation begun) {
            done(recompute.tell(begun));
        }

        @Override
        public void apply(int id) {
            put.add(id);
            done(recompute.apply(id));
        }
    }

    ChangeRegisterTest() {
        flow.enrol(aTeacher("T-1").build(), aTeacher("T-2").in("140106").build());
    }

    private void register(String... codesAndNames) {
        List<RegisterRow> rows =
                Arrays.stream(codesAndNames)
                        .map(one -> one.split("=", 2))
                        .map(one ->
                                new RegisterRow(one[0], ProgrammeTerms.named(one[1]), List.of()))
                        .toList();
        Set<ProgrammeColumn> columns = Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME);
        change(new RegisterAct.FileTaken(new RegisterFile(columns, rows, false)));
    }

    private RegisterChanged change(RegisterAct act) {
        return changed(done(register.change(act, DECIDING)), act);
    }

    private static RegisterChanged changed(
            Outcome<RegisterChanged, RegisterRefusal> outcome, RegisterAct act) {
        if (outcome instanceof Outcome.Done<RegisterChanged, RegisterRefusal>(var changed)) {
            return changed;
        }
        throw new AssertionError(act + " came to " + outcome);
    }

    private void post() {
        flow.post(PROVINCE, aCompletion("R").about("信息技术培训").build());
        flow.post(VENDOR, aCompletion("V").about("ICT提升").on(DAY.plusDays(3)).build());
    }

    /// What counts for the first teacher, in hundredths.
    private String earned() {
        return flow.standing("T-1", 2022).earned().toString();
    }

    private Recomputation find(int id) {
        return done(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
    }

    @Test
    void anAliasMakesTwoCountedRecordsOne() {
        register("P=信息技术培训");
        post();
        assertThat(earned()).isEqualTo("20.00");
        change(new RegisterAct.AliasAdded("P", "ICT提升"));
        assertThat(earned()).isEqualTo("10.00");
        assertThat(flow.lines("T-1")).hasSize(3).last().asString().startsWith("REVERSAL");
    }

    @Test
    void anAliasTakenAwayMakesThemTwoAgain() {
        register("P=信息技术培训");
        post();
        change(new RegisterAct.AliasAdded("P", "ICT提升"));
        change(new RegisterAct.AliasTakenAway("P", "ICT提升"));
        assertThat(earned()).isEqualTo("20.00");
    }

    @Test
    void entriesThatAreJoinedAreOneAndPartedTwo() {
        register("P=信息技术培训", "Q=ICT提升");
        post();
        assertThat(earned()).isEqualTo("20.00");
        change(new RegisterAct.EntriesJoined("Q", "P"));
        assertThat(earned()).isEqualTo("10.00");
        change(new RegisterAct.EntriesParted("Q"));
        assertThat(earned()).isEqualTo("20.00");
    }

    @Test
    void aWithdrawnProgrammeEarnsNothingUntilItIsReinstated() {
        register("P=信息技术培训");
        post();
        change(new RegisterAct.ProgrammeWithdrawn("P"));
        assertThat(earned()).isEqualTo("10.00");
        change(new RegisterAct.ProgrammeReinstated("P"));
        assertThat(earned()).isEqualTo("20.00");
    }

    @Test
    void whatComesAfterwardsIsMatchedByTheNewRegister() {
        register("P=信息技术培训");
        change(new RegisterAct.AliasAdded("P", "ICT提升"));
        post();
        assertThat(earned()).isEqualTo("10.00");
    }

    @Test
    void aChangeThatConcernsNoRecordIsDoneAtOnce() {
        post();
        RegisterChanged changed =
                change(
                        new RegisterAct.FileTaken(
                                new RegisterFile(
                                        Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME),
                                        List.of(
                                                new RegisterRow(
                                                        "X",
                                                        ProgrammeTerms.named("阅读"),
                                                        List.of())),
                                        false)));
        assertThat(changed.recomputation()).isNull();
        assertThat(changed.version()).isPositive();
        assertThat(put).isEmpty();
    }

    @Test
    void whatWouldChangeIsToldAndNothingChanges() {
        register("P=信息技术培训");
        post();
        int id = told(new RegisterAct.AliasAdded("P", "ICT提升"));
        Recomputation told = find(id);
        assertThat(told.state()).isEqualTo(RecomputationState.TOLD);
        assertThat(told.kind()).isEqualTo(Recomputation.RecomputationKind.REGISTER);
        assertThat(told.subject()).isEqualTo("ALIAS_ADDED P ICT提升");
        assertThat(told.counties())
                .extracting(county ->
                        county.division()
                                + " "
                                + county.losing()
                                + " "
                                + county.earnedBefore()
                                + " "
                                + county.earnedAfter())
                .containsExactly("140105 1 20.00 10.00");
        assertThat(earned()).isEqualTo("20.00");
    }

    private int told(RegisterAct act) {
        return Objects.requireNonNull(
                changed(done(register.tell(act, "asker")), act).recomputation());
    }

    @Test
    void whatWasToldIsAppliedAsItWas() {
        register("P=信息技术培训");
        post();
        int id = told(new RegisterAct.AliasAdded("P", "ICT提升"));
        assertThat(done(recompute.decide(find(id), DECIDING))).isEqualTo(Outcome.done(id));
        done(recompute.apply(id));
        assertThat(earned()).isEqualTo("10.00");
        assertThat(find(id).state()).isEqualTo(RecomputationState.APPLIED);
        assertThat(find(id).decided())
                .isNotNull()
                .extracting(decided -> decided.reason() + " " + decided.by())
                .isEqualTo("来函 registrar");
    }

    @Test
    void whatWasToldOfAnotherRegisterIsNotApplied() {
        register("P=信息技术培训");
        post();
        int id = told(new RegisterAct.AliasAdded("P", "ICT提升"));
        register("Q=师德");
        assertThat(done(recompute.decide(find(id), DECIDING)))
                .isEqualTo(Outcome.refused(RecomputeRefusal.OUTDATED));
    }

    @Test
    void titlesThatTheRegisterDoesNotKnowAreListedByFrequency() {
        register("P=信息技术培训");
        post();
        flow.post(VENDOR, aCompletion("X").of("T-2").about("ICT提升").build());
        flow.post(VENDOR, aCompletion("Y").about("阅读").build());
        flow.post(VENDOR, aCompletion("Z").about("线上").coded("P").on(DAY.plusDays(90)).build());
        TitleQuery query =
                new TitleQuery(
                        stores.titles(),
                        stores.versions(),
                        stores.lock(),
                        new ChangeRegister.ProvinceDay(stores.policies(), stores.clock()));
        assertThat(done(query.titles(true, 9)).listed())
                .extracting(one -> one.counted().name() + " " + one.counted().records())
                .containsExactly("ICT提升 2", "阅读 1");
        assertThat(done(query.titles(false, 9)).listed())
                .extracting(one ->
                        one.counted().name() + " " + one.programme() + " " + one.isNameKnown())
                .containsExactlyInAnyOrder(
                        "ICT提升 null false", "阅读 null false", "线上 P false", "信息技术培训 P true");
    }

    @Test
    void applyingASecondTimeChangesNothing() {
        register("P=信息技术培训");
        post();
        change(new RegisterAct.AliasAdded("P", "ICT提升"));
        List<String> lines = flow.lines("T-1");
        done(recompute.apply(put.getLast()));
        assertThat(flow.lines("T-1")).isEqualTo(lines);
    }
}
