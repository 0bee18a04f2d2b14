package io.credithub.store;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.store.delivery.PostgresDeliveries;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is told of each record, wherever it is told.
final class LawFindings {
    private static final int FINDINGS_MAX = 10_000;

    private LawFindings() {}

    static List<String> of(PostgresDeliveries deliveries, List<Long> numbers, Duration patience) {
        Set<String> told = new TreeSet<>();
        for (long delivery : numbers) {
            List<NumberedFinding> all =
                    deliveries
                            .findings(delivery, FindingPlace.FIRST, FINDINGS_MAX)
                            .await()
                            .atMost(patience);
            for (NumberedFinding one : all) {
                Finding finding = one.finding().finding();
                told.add(
                        one.finding().recordId()
                                + " "
                                + finding.code().code()
                                + " "
                                + finding.field());
            }
        }
        return List.copyOf(told);
    }
}
