package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.reconcile.Authority;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.MatchingStore.MatchingQuestion;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The terms of matching are kept decision by decision, under the numbers of what records are
/// matched by.
public abstract class MatchingStoreContract {
    private static final Deciding DECIDING = new Deciding("operator", "更严 11010519491231002X");
    private static final MatchingVersion NARROW = FiledMatchings.shanxi("  days: 15", "  days: 10");
    private static final Authority ANY = Authority.ANY;
    private static final Authority LITTLE =
            new Authority(
                    Set.of(),
                    ANY.forms(),
                    Set.of("论文", "课题"),
                    ANY.roles(),
                    Set.of("省教育厅"),
                    Set.of(),
                    true);
    private static final MatchingTerms TERMS =
            new MatchingTerms(
                    NARROW,
                    Map.of(
                            Stores.PROVINCE,
                            FiledMatchings.feed(3, ANY),
                            Stores.VENDOR,
                            FiledMatchings.feed(1, LITTLE)));

    private final Stores stores;
    private final Steps steps;

    protected MatchingStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private long basis() {
        return steps.looking(ledger -> Uni.createFrom().item(ledger.matching()));
    }

    private int ask(MatchingTerms terms) {
        return Steps.wait(
                stores.matchingStore().ask(new MatchingQuestion(basis(), "days", terms), "asker"));
    }

    private Recomputation find(int id) {
        return Steps.wait(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
    }

    private MatchingDecision at(long basis) {
        return Steps.wait(stores.matchings().at(basis));
    }

    @Test
    void whatIsProposedIsKeptAsItIsAndNotInForce() {
        MatchingTerms before = at(basis()).terms();
        int id = ask(TERMS);
        assertThat(Steps.wait(stores.matchingStore().proposed(id))).isEqualTo(TERMS);
        assertThat(at(basis()).terms()).isEqualTo(before);
        Recomputation asked = find(id);
        assertThat(asked.kind()).isEqualTo(RecomputationKind.MATCHING);
        assertThat(asked.state()).isEqualTo(RecomputationState.TELLING);
        assertThat(asked.subject()).isEqualTo("days");
        assertThat(asked.matching()).isEqualTo(basis());
        assertThat(asked.decided()).isNull();
    }

    @Test
    void whatIsDecidedIsInForceFromTheNextNumberOn() {
        long before = basis();
        MatchingTerms were = at(before).terms();
        int id = ask(TERMS);
        steps.underLock(ledger -> stores.matchingStore().decide(ledger, id, DECIDING));
        assertThat(basis()).isEqualTo(before + 1);
        MatchingDecision now = at(before + 1);
        assertThat(now.number()).isEqualTo(before + 1);
        assertThat(now.by()).isEqualTo("operator");
        assertThat(now.reason()).startsWith("更严").doesNotContain("19491231");
        assertThat(now.terms()).isEqualTo(TERMS);
        assertThat(at(before).terms()).isEqualTo(were);
        List<MatchingDecision> all = Steps.wait(stores.matchings().all());
        assertThat(all.getLast()).isEqualTo(now);
        Recomputation applied = find(id);
        assertThat(applied.state()).isEqualTo(RecomputationState.APPLYING);
        assertThat(Objects.requireNonNull(applied.decided()).by()).isEqualTo("operator");
    }

    @Test
    void whatIsNotCommittedIsNotInForce() {
        long before = basis();
        MatchingTerms were = at(before).terms();
        int id = ask(TERMS);
        Steps.wait(
                stores.lock()
                        .dryRun(1, ledger -> stores.matchingStore().decide(ledger, id, DECIDING)));
        assertThat(basis()).isEqualTo(before);
        assertThat(at(before).terms()).isEqualTo(were);
        assertThat(find(id).state()).isEqualTo(RecomputationState.TELLING);
    }
}
