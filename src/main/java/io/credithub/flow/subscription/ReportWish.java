package io.credithub.flow.subscription;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which report somebody wants time and again.
///
/// @param schoolYear by its first year; null: the one that is running then
public record ReportWish(
        ReportName name,
        Jurisdiction within,
        @Nullable Integer schoolYear,
        Map<String, String> terms,
        ReportFormat format,
        ReportLanguage language) {
    public ReportWish {
        terms = Map.copyOf(terms);
    }

    /// @param isRunning whether the school year is to be the one that is running, whatever the
    ///   order says
    public static ReportWish of(ReportOrder order, boolean isRunning) {
        return new ReportWish(
                order.name(),
                order.within(),
                isRunning ? null : order.schoolYear(),
                order.terms(),
                order.format(),
                order.language());
    }

    ReportOrder order(String owner, int runningYear) {
        return new ReportOrder(
                name,
                within,
                schoolYear == null ? runningYear : schoolYear,
                terms,
                format,
                language,
                owner);
    }
}
