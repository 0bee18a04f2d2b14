package io.credithub.flow.reconciliation;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.CompletionBuilder;
import io.credithub.fixtures.RuleSets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Two trainings of the same days, run by two bodies: the vendor's is held.
final class MatchTeachersTest {
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final MatchTeachers matching =
            new MatchTeachers(
                    flow.stores().touched(),
                    flow.stores().instants(),
                    flow.stores().lock(),
                    flow.postings());

    MatchTeachersTest() {
        flow.enrol(aTeacher("T-1").build());
    }

    private static CompletionBuilder inMay(String record, String title, String body) {
        return aCompletion(record).about(title).runBy(body).from(LocalDate.of(2023, 5, 8));
    }

    private void both() {
        flow.post(VENDOR, inMay("V", "管理班", "乙学院").build());
        flow.post(PROVINCE, inMay("R", "骨干班", "甲大学").revision(1).build());
    }

    private void match() {
        boolean more = true;
        while (more) more = done(matching.next());
    }

    @Test
    void whatCannotBeTrueTogetherIsHeld() {
        both();
        match();
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "AWARD 10.00 AWARDED", "REVERSAL -10.00 HELD");
        assertThat(flow.stores().cell(VENDOR, "140105", 2022).posted()).isZero();
    }

    @Test
    void aSecondLookChangesNothing() {
        both();
        match();
        assertThat(done(matching.next())).isFalse();
        assertThat(flow.lines("T-1")).hasSize(3);
    }

    @Test
    void whatWasHeldCountsOnceTheOtherIsWithdrawn() {
        both();
        match();
        flow.post(PROVINCE, withdrawn("R", 2));
        match();
        assertThat(flow.lines("T-1"))
                .endsWith("REVERSAL -10.00 WITHDRAWN", "AWARD 10.00 REINSTATED");
    }

    @Test
    void whatIsHeldStaysSoWhenACopyOfItComes() {
        both();
        match();
        flow.post(
                PROVINCE,
                inMay("S", "管理班", "乙学院")
                        .at(Level.CITY)
                        .on(LocalDate.of(2023, 7, 1))
                        .from(LocalDate.of(2023, 7, 1))
                        .lasting(8)
                        .build());
        assertThat(flow.lines("T-1")).hasSize(4).endsWith("AWARD 2.00 AWARDED");
    }
}
