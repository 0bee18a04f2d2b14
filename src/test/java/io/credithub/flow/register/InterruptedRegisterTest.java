package io.credithub.flow.register;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.Completion;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterFile;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fakes.StoppingLock;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.roster.RosterRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The register says that what two systems name otherwise is one training, of more teachers than
/// fit into one transaction, and the hub is killed while it follows that up.
final class InterruptedRegisterTest {
    private static final int TEACHERS = 260;

    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final InMemoryStores stores = flow.stores();
    private final List<Integer> decided = new ArrayList<>();

    /// What was decided is left to whoever applies it.
    private final class Noting implements RecomputationWork {
        @Override
        public void tell(StartedRecomputation begun) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void apply(int id) {
            decided.add(id);
        }
    }

    InterruptedRegisterTest() {
        flow.enrol(
                IntStream.range(0, TEACHERS)
                        .mapToObj(i -> aTeacher("T-" + i).build())
                        .toArray(RosterRow[]::new));
        flow.post(PROVINCE, each("R", "信息技术培训"));
        flow.post(VENDOR, each("V", "ICT提升"));
        RegisterRow row = new RegisterRow("P", ProgrammeTerms.named("信息技术培训"), List.of("ICT提升"));
        RegisterFile file =
                new RegisterFile(
                        Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME, ProgrammeColumn.ALIASES),
                        List.of(row),
                        false);
        done(register().change(new RegisterAct.FileTaken(file), new Deciding("registrar", "来函")));
    }

    private static Completion[] each(String record, String title) {
        return IntStream.range(0, TEACHERS)
                .mapToObj(i -> aCompletion(record + i).of("T-" + i).about(title).build())
                .toArray(Completion[]::new);
    }

    private ChangeRegister register() {
        return new ChangeRegister(
                stores.lock(),
                stores.registerStore(),
                stores.recomputeRegister(),
                stores.recomputations(),
                new Noting(),
                new ChangeRegister.ProvinceDay(stores.policies(), stores.clock()));
    }

    private Recompute by(LedgerLock lock) {
        return new Recompute(
                lock,
                stores.recomputations(),
                stores.kinds(),
                new Recompute.Judges(flow.postings(), stores.policies()),
                stores.clock());
    }

    private RecomputationState state() {
        return done(stores.recomputations().find(decided.getFirst(), Jurisdiction.NATION))
                .orElseThrow()
                .state();
    }

    private long halved() {
        return IntStream.range(0, TEACHERS).filter(i -> flow.lines("T-" + i).size() == 3).count();
    }

    /// What is waiting is one transaction; then come 250 teachers, and ten.
    @ParameterizedTest
    @CsvSource({
        "0, false, 0",
        "0, true, 0",
        "1, false, 0",
        "1, true, 0",
        "2, false, 250",
        "2, true, 250"
    })
    void whatWasInterruptedGoesOnAndNothingIsHalfOrDoubled(
            int transactions, boolean isWithin, long before) {
        int id = decided.getFirst();
        LedgerLock stopping = new StoppingLock(stores.lock(), transactions, isWithin);
        assertThatThrownBy(() -> done(by(stopping).apply(id)))
                .isInstanceOf(StoppingLock.Stopped.class);
        assertThat(state()).isEqualTo(RecomputationState.APPLYING);
        assertThat(halved()).isEqualTo(before);
        done(by(stores.lock()).apply(id));
        everyTrainingCountsOnce();
    }

    @Test
    void whatIsAppliedTwiceChangesNothingTheSecondTime() {
        int id = decided.getFirst();
        done(by(stores.lock()).apply(id));
        done(by(stores.lock()).apply(id));
        everyTrainingCountsOnce();
    }

    private void everyTrainingCountsOnce() {
        assertThat(state()).isEqualTo(RecomputationState.APPLIED);
        assertThat(halved()).isEqualTo(TEACHERS);
        for (int i = 0; i < TEACHERS; i += 37) {
            assertThat(flow.lines("T-" + i))
                    .containsExactly(
                            "AWARD 10.00 AWARDED",
                            "AWARD 10.00 AWARDED",
                            "REVERSAL -10.00 SET_ASIDE");
            assertThat(flow.standing("T-" + i, 2022).earned()).hasToString("10.00");
        }
        assertThat(stores.cell(PROVINCE, "140105", 2022).posted()).isEqualTo(TEACHERS);
        assertThat(stores.cell(VENDOR, "140105", 2022).posted()).isZero();
        assertThat(stores.cell(VENDOR, "140105", 2022).aside()).isEqualTo(TEACHERS);
    }
}
