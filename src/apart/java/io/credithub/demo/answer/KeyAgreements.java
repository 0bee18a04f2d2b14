package io.credithub.demo.answer;

import io.credithub.demo.model.Result;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Level;

/// What is agreed with the three systems: whose copy goes first, and what they may report.
final class KeyAgreements {
    private KeyAgreements() {}

    /// Smaller comes first.
    static int precedence(Level level, SourceSystem system) {
        return switch (system) {
            case NATIONAL -> level == Level.NATIONAL ? 1 : 3;
            case PROVINCE -> level == Level.NATIONAL || level == Level.SCHOOL ? 2 : 1;
            case VENDOR -> level == Level.SCHOOL ? 1 : 4;
        };
    }

    /// Of those who took part: no rule says what others earn. Credits that somebody decided come
    /// from the county's recognition only.
    static boolean mayReport(KeyRecord record) {
        Result result = record.told().result();
        boolean decides = result != null && result.isDecided();
        return record.role().isEmpty() && !decides;
    }
}
