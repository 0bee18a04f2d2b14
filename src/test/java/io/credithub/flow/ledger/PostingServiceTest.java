package io.credithub.flow.ledger;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.Tally;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.ledger.TeacherAccount.AccountCycle;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How lines of the ledger are carried into standings.
final class PostingServiceTest {
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());

    PostingServiceTest() {
        flow.enrol(aTeacher("T-1").build());
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }

    private AccountCycle sums(int cycle) {
        return Objects.requireNonNull(flow.account("T-1").cycles().get(cycle));
    }

    @Test
    void anAwardIsAddedToTheSumsOfItsCycle() {
        flow.post(PROVINCE, aCompletion("R").build());
        flow.post(PROVINCE, aCompletion("S").about("另").on(LocalDate.of(2021, 5, 10)).build());
        assertThat(List.of(sums(2022).earned(), sums(2017).earned()))
                .containsExactly(10_00L, 10_00L);
        assertThat(List.of(sums(2022).entries(), sums(2017).entries())).containsExactly(1, 1);
    }

    @Test
    void whatIsReversedIsTakenFromTheSumsAgain() {
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(sums(2022).earned()).isZero();
        assertThat(sums(2022).entries()).isEqualTo(2);
        assertThat(sums(2022).tally())
                .isEqualTo(Tally.empty(flow.stores().policies().inForce().policy(), 2022));
    }

    @Test
    void aCorrectionInAnotherCycleMovesTheSums() {
        flow.post(PROVINCE, aCompletion("R").revision(1).build());
        flow.post(PROVINCE, aCompletion("R").revision(2).on(LocalDate.of(2021, 5, 10)).build());
        assertThat(List.of(sums(2022).earned(), sums(2017).earned())).containsExactly(0L, 10_00L);
    }

    @Test
    void aPersonCountsOnceHoweverManyRecordsThereAre() {
        flow.post(PROVINCE, aCompletion("R").build(), aCompletion("S").about("另").build());
        assertThat(flow.stores().cell(PROVINCE, "140105", 2022).persons()).isEqualTo(1);
        flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(flow.stores().cell(PROVINCE, "140105", 2022).persons()).isEqualTo(1);
        flow.post(PROVINCE, withdrawn("S", 2));
        assertThat(flow.stores().cell(PROVINCE, "140105", 2022).persons()).isZero();
    }

    /// Sums of other requirements cannot be added to: they are made anew from what is in force.
    @Test
    void sumsOfOtherRequirementsAreMadeAnew() {
        flow.post(PROVINCE, aCompletion("R").build());
        int before = sums(2022).policy();
        decide(RuleSets.hoursPerCredit(6));
        flow.post(PROVINCE, aCompletion("S").about("另").build());
        assertThat(sums(2022).policy()).isNotEqualTo(before);
        assertThat(sums(2022).earned()).isEqualTo(15_00);
        assertThat(flow.standing("T-1", 2022).earned()).isEqualTo(credits(15_00));
    }

    private void decide(RuleSet others) {
        Rulebook now = flow.stores().policies().rules();
        int id = done(flow.stores().recomputations().begin(others, now, "asker")).id();
        flow.underLock(ledger ->
                flow.stores().rules().decide(ledger, id, new Recompute.Deciding("decider", "新规")));
    }

    @Test
    void aRefreshComputesStandingsAndPostsNothing() {
        flow.post(PROVINCE, aCompletion("R").build());
        int teacher = flow.number("T-1");
        Posting posting =
                flow.underLock(ledger -> flow.postings().refresh(ledger, Set.of(teacher)));
        assertThat(posting.entries()).isEmpty();
        assertThat(posting.standings())
                .extracting(stand -> stand.cycle() + " " + stand.standing().earned())
                .containsExactly("2022 10.00");
    }

    @Test
    void whatATransactionPostedIsAddedToByTheNextPostingInIt() {
        int teacher = flow.number("T-1");
        flow.post(PROVINCE, aCompletion("R").build());
        AccountCycle sums =
                flow.underLock(ledger ->
                        flow.postings()
                                .refresh(ledger, Set.of(teacher))
                                .chain(() -> flow.postings().refresh(ledger, Set.of(teacher)))
                                .chain(() -> ledger.accounts(Set.of(teacher)))
                                .map(accounts ->
                                        Objects.requireNonNull(
                                                accounts.getFirst().cycles().get(2022))));
        assertThat(sums.earned()).isEqualTo(10_00);
        assertThat(sums.entries()).isEqualTo(1);
    }
}
