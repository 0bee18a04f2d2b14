package io.credithub.flow.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankProofTest {
    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    0 | 0 | 0 | 0 | -                   | all in order
                    1 | 0 | 0 | 0 | recognised          | one standing gives out more than it earned
                    0 | 1 | 0 | 0 | loans               | one teacher's loan is not in the ledger
                    0 | 0 | 1 | 0 | recount/available   | one recognises more than the ledger holds
                    0 | 0 | 0 | 1 | recount/available   | of one more is available
                    """)
    void eachClaimOfTheBankFailsByItself(
            long aboveEarned,
            long differing,
            long aboveLedger,
            long available,
            @Nullable String fails,
            String why) {
        List<String> failing =
                BankProof.claims(
                                new BankFigures(
                                        2,
                                        Credits.ZERO,
                                        Credits.ZERO,
                                        aboveEarned,
                                        new BankFigures.Loans(
                                                1,
                                                Credits.ZERO,
                                                Credits.ZERO,
                                                Credits.ZERO,
                                                Credits.ZERO,
                                                differing),
                                        new BankFigures.BankRecount(aboveLedger, available)))
                        .stream()
                        .filter(claim -> !claim.holds())
                        .map(Invariant::code)
                        .toList();
        assertThat(failing).as(why).isEqualTo(fails == null ? List.of() : List.of(fails));
    }
}
