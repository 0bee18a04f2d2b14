package io.credithub.store.delivery;

import io.credithub.domain.ledger.HoldReason;
import java.util.function.Function;

/// Reasons to hold, as SQL reads them.
final class HoldSql {
    private HoldSql() {}

    /// The code of the finding.
    ///
    /// @param column with the reason's own code
    static String code(String column) {
        return of(column, reason -> reason.finding().code());
    }

    /// The reason's name.
    static String text(String column) {
        return of(column, HoldReason::name);
    }

    private static String of(String column, Function<HoldReason, String> value) {
        StringBuilder cases = new StringBuilder("case ").append(column);
        for (HoldReason reason : HoldReason.values()) {
            cases.append(" when ").append(reason.code());
            cases.append(" then '").append(value.apply(reason)).append('\'');
        }
        return cases.append(" end").toString();
    }
}
