package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.statement.HeldRecords;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A teacher is told what is held, for which record, and nothing that counts.
public abstract class HeldRecordsContract {
    private final HeldRecords records;
    private final Steps steps;

    protected HeldRecordsContract(Stores stores, HeldRecords records) {
        this.records = records;
        this.steps = new Steps(stores);
    }

    @Test
    void whatIsHeldIsToldWithTheRecordThatItIsHeldFor() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "A", teacher, 1, 10);
        assertThat(held(teacher, 2022)).isEmpty();
        steps.post(Stores.PROVINCE, "B", teacher, 1, 10);
        assertThat(held(teacher, 2022))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).isEqualTo(HoldReason.WITHIN_SOURCE);
                    assertThat(one.version().now()).isEqualTo(VersionState.HELD);
                    assertThat(one.peer())
                            .isEqualTo(new HeldRecords.HeldFor(Stores.PROVINCE, steps.own("A")));
                    assertThat(one.refused()).isNull();
                });
        assertThat(held(teacher, 2023)).isEmpty();
    }

    private List<HeldTraining> held(int teacher, int year) {
        return Steps.wait(records.held(teacher, year, year));
    }
}
