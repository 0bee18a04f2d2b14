package io.credithub.domain.review;

import io.credithub.domain.report.ReportFigure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a county's school year comes to, by figure: counts as they are, hours and credits in
/// hundredths.
public record SignedTotals(Map<ReportFigure, Long> amounts) {
    /// Figures of hours and credits.
    private static final Set<ReportFigure> HUNDREDTHS =
            Set.of(ReportFigure.HOURS, ReportFigure.CREDITS, ReportFigure.RECOGNISED);

    /// What lists say, which follow within seconds.
    private static final Set<ReportFigure> LISTED =
            Set.of(ReportFigure.RECOGNISED, ReportFigure.QUALIFIED, ReportFigure.SHORT);

    /// What changes by itself: runs of reconciliation go on, and tell of this very comparison.
    private static final Set<ReportFigure> PASSING = Set.of(ReportFigure.OPEN_BREAKS);

    public SignedTotals {
        amounts = Collections.unmodifiableMap(new EnumMap<>(amounts));
    }

    /// A figure that is another now than what was signed.
    public record FigureChange(ReportFigure figure, long signed, long now) {
        public long difference() {
            return Math.subtractExact(now, signed);
        }
    }

    public static boolean isHundredths(ReportFigure figure) {
        return HUNDREDTHS.contains(figure);
    }

    /// 0 where it is not stated.
    public long amount(ReportFigure figure) {
        return amounts.getOrDefault(figure, 0L);
    }

    /// Figures that are other now, in their order. What the signed one does not state is not
    /// compared.
    ///
    /// @param isListed whether what lists say is complete, and compared
    public List<FigureChange> changes(SignedTotals now, boolean isListed) {
        List<FigureChange> changes = new ArrayList<>();
        amounts.forEach((figure, signed) -> {
            if (PASSING.contains(figure) || (!isListed && LISTED.contains(figure))) return;
            long today = now.amount(figure);
            if (today != signed) changes.add(new FigureChange(figure, signed, today));
        });
        return changes;
    }
}
