package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.reconciliation.TouchedTeachers;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Who has to be looked at whole is given until the look was taken, and not again.
public abstract class TouchedTeachersContract {
    private final Stores stores;
    private final TouchedTeachers touched;
    private final Steps steps;

    protected TouchedTeachersContract(Stores stores, TouchedTeachers touched) {
        this.stores = stores;
        this.touched = touched;
        this.steps = new Steps(stores);
    }

    private List<Integer> all() {
        List<Integer> given = new ArrayList<>();
        boolean more = true;
        while (more) more = Steps.wait(touched.next(teachers -> note(given, teachers)));
        return given;
    }

    private static Uni<Void> note(List<Integer> given, List<Integer> teachers) {
        return Uni.createFrom().voidItem().invoke(() -> given.addAll(teachers));
    }

    /// Of 8 to 10 May.
    private void post(String record, int teacher, String programme) {
        post(record, teacher, programme, LocalDate.of(2023, 5, 8), LocalDate.of(2023, 5, 10));
    }

    private void post(
            String record, int teacher, String programme, LocalDate first, LocalDate last) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival plain = steps.arrival(chunk, record, teacher, 1, 10, programme);
        Valuation worth = Objects.requireNonNull(plain.copy().worth());
        TrainingRef training = worth.training();
        TrainingRef began =
                new TrainingRef(training.programme(), training.family(), training.title(), first);
        Facts facts = worth.facts();
        Valuation placed =
                new Valuation(
                        new Facts(facts.level(), facts.training(), facts.themes(), last),
                        began,
                        0,
                        worth.price(),
                        null);
        steps.post(chunk, steps.arrival(chunk, record, teacher, 1, placed));
    }

    @Test
    void whoeverHasTwoTrainingsAtOneTimeIsGivenOnce() {
        int teacher = steps.teacher("T");
        post("R", teacher, "骨干班");
        post("S", teacher, "管理班");
        assertThat(all()).contains(teacher);
        assertThat(all()).doesNotContain(teacher);
        post("U", teacher, "又一班");
        assertThat(all()).contains(teacher);
    }

    @Test
    void whoHasAShortOneWithinALongOneAmongOthersIsGiven() {
        int teacher = steps.teacher("T");
        post("R", teacher, "元月班", LocalDate.of(2023, 1, 4), LocalDate.of(2023, 1, 6));
        post("S", teacher, "长期班", LocalDate.of(2023, 2, 1), LocalDate.of(2023, 3, 31));
        post("U", teacher, "后来班", LocalDate.of(2023, 4, 4), LocalDate.of(2023, 4, 6));
        all();
        post("V", teacher, "三月班", LocalDate.of(2023, 3, 30), LocalDate.of(2023, 3, 30));
        assertThat(all()).contains(teacher);
    }

    @Test
    void whoFailsIsGivenThemAgain() {
        int teacher = steps.teacher("T");
        all();
        post("R", teacher, "骨干班");
        post("S", teacher, "管理班");
        assertThatThrownBy(() ->
                        Steps.wait(
                                touched.next(_ ->
                                        Uni.createFrom().failure(new IllegalStateException("no")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).contains(teacher);
    }

    @Test
    void nobodyIsGivenWhileSomebodyElseIsAtIt() {
        int teacher = steps.teacher("T");
        all();
        post("R", teacher, "骨干班");
        post("S", teacher, "管理班");
        List<Integer> second = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        Steps.wait(
                touched.next(teachers -> {
                    first.addAll(teachers);
                    return touched.next(more -> note(second, more)).replaceWithVoid();
                }));
        assertThat(first).contains(teacher);
        assertThat(second).isEmpty();
    }
}
