package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.DecidedFigures;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A decided school year stands as it was decided until it is opened again.
public abstract class BankDecisionsContract {
    private final Stores stores;
    private final Steps steps;
    private final int teacher;

    protected BankDecisionsContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
        this.teacher = steps.teacher("T");
    }

    private ActHeader act() {
        return new ActHeader(UUID.randomUUID(), teacher, "a-key");
    }

    private boolean record(BankAct act) {
        return steps.underLock(ledger -> stores.bankStore().record(ledger, act));
    }

    private TeacherFacts facts() {
        return steps.account(teacher).facts();
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }

    private BankAct.Decide decide() {
        DecidedFigures figures =
                new DecidedFigures(
                        Credits.ZERO,
                        credits(20_00),
                        Credits.ZERO,
                        Credits.ZERO,
                        credits(1_00),
                        List.of(),
                        Map.of("centralised", credits(10_00)));
        return new BankAct.Decide(act(), new FrozenYear(2022, credits(21_00), true, figures, null));
    }

    @Test
    void aDecidedYearStaysWithItsFigures() {
        BankAct.Decide decide = decide();
        assertThat(record(decide)).isTrue();
        assertThat(facts().frozen()).containsExactly(decide.year());
        assertThat(record(decide())).isFalse();
    }

    @Test
    void aConfirmationStandsWithTheDecidedYear() {
        BankAct.Decide decide = decide();
        record(decide);
        HeldFigures held = new HeldFigures(credits(18_00), Map.of("centralised", credits(8_00)));
        assertThat(record(new BankAct.Confirm(act(), decide.act().id(), held, "核对无误"))).isTrue();
        assertThat(facts().frozen()).extracting(FrozenYear::confirmed).containsExactly(held);
        assertThat(Steps.wait(stores.bank().decisions(teacher, 2022)).getFirst().confirmed())
                .extracting(Bank.Confirmed::reason)
                .containsExactly("核对无误");
    }

    @Test
    void aReopenedYearIsNotDecidedAnyMore() {
        record(decide());
        assertThat(record(new BankAct.Reopen(act(), 2022, "补录"))).isTrue();
        assertThat(facts().frozen()).isEmpty();
        assertThat(record(new BankAct.Reopen(act(), 2022, "补录"))).isFalse();
        assertThat(record(decide())).isTrue();
        assertThat(Steps.wait(stores.bank().decisions(teacher, 2022)))
                .extracting(Bank.DecidedYear::reason)
                .containsExactly("补录", null);
    }
}
