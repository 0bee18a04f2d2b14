package io.credithub.demo.answer;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;

/// What is agreed with the systems: whose copy goes first, and what they may report.
final class KeyAgreements {
    private KeyAgreements() {}

    /// Smaller comes first.
    static int precedence(Level level, SourceSystem system) {
        return switch (system) {
            case NATIONAL -> level == Level.NATIONAL ? 1 : 3;
            case PROVINCE -> level == Level.NATIONAL || level == Level.SCHOOL ? 2 : 1;
            case VENDOR -> level == Level.SCHOOL ? 1 : 4;
            case AGENCY -> 5;
        };
    }

    /// Of those who took part: no rule says what others earn. Credits that somebody decided come
    /// from the county's recognition only.
    ///
    /// @param isRegistered whether the register knows its programme
    static boolean mayReport(KeyRecord record, boolean isRegistered) {
        Result result = record.told().result();
        boolean decides = result != null && result.isDecided();
        if (!record.role().isEmpty() || decides) return false;
        return record.system() != SourceSystem.AGENCY || isTheAgencys(record, isRegistered);
    }

    /// Online and school-based training of counties and schools, its own and registered; papers.
    private static boolean isTheAgencys(KeyRecord record, boolean isRegistered) {
        Programme told = record.told();
        boolean isLevel = told.level() == Level.COUNTY || told.level() == Level.SCHOOL;
        Result result = told.result();
        if (result != null) return isLevel && result.category().equals("PAPER");
        boolean isForm = told.form() == Form.ONLINE || told.form() == Form.SCHOOL_BASED;
        return isLevel && isForm && isRegistered && "晋研教育".equals(told.organiser());
    }

    /// Whether a record of the level must name evidence.
    static boolean asksForEvidence(Level level) {
        return level == Level.CITY;
    }
}
