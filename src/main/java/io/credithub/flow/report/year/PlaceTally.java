package io.credithub.flow.report.year;

import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.PlaceSums;
import java.util.List;

/// What a place has, whether school, county or city; places that share no teacher may be added up.
///
/// @param records of the school year
/// @param openBreaks and `questioned`: hundredths by which the two sides of the open breaks differ
record PlaceTally(long teachers, DivisionSums records, long openBreaks, long questioned) {
    static final PlaceTally NONE = new PlaceTally(0, DivisionSums.NONE, 0, 0);

    private static final ReportColumn TEACHERS = ReportColumn.sum(ReportFigure.TEACHERS);
    private static final ReportColumn TRAINED = ReportColumn.sum(ReportFigure.TEACHERS_IN_FORCE);
    private static final ReportColumn SHARE =
            ReportColumn.figure(
                    ReportFigure.SHARE, new ColumnTotal.ShareOf(TRAINED.key(), TEACHERS.key()));
    private static final ReportColumn IN_FORCE = ReportColumn.sum(ReportFigure.IN_FORCE);
    private static final ReportColumn HOURS = ReportColumn.sum(ReportFigure.HOURS);
    private static final ReportColumn CREDITS = ReportColumn.sum(ReportFigure.CREDITS);

    /// A mean is no sum; that of all stands in the head.
    private static final ReportColumn MEAN =
            ReportColumn.figure(ReportFigure.MEAN_HOURS, ColumnTotal.NONE);

    /// Of [#cells].
    static final List<ReportColumn> COLUMNS =
            List.of(TEACHERS, TRAINED, SHARE, IN_FORCE, HOURS, CREDITS, MEAN);

    /// Of [#allCells].
    static final List<ReportColumn> ALL_COLUMNS =
            List.of(
                    TEACHERS,
                    TRAINED,
                    SHARE,
                    IN_FORCE,
                    ReportColumn.sum(ReportFigure.ASIDE),
                    ReportColumn.sum(ReportFigure.HELD),
                    HOURS,
                    CREDITS,
                    MEAN,
                    ReportColumn.sum(ReportFigure.OPEN_BREAKS),
                    ReportColumn.sum(ReportFigure.IN_QUESTION));

    static PlaceTally of(PlaceSums place) {
        Long teachers = place.teachers();
        DivisionSums records =
                new DivisionSums(
                        place.teachersInForce(),
                        place.inForce(),
                        place.aside(),
                        place.held(),
                        place.refused(),
                        place.inForceHours(),
                        place.asideHours(),
                        place.heldHours(),
                        place.refusedHours(),
                        place.credits());
        return new PlaceTally(teachers == null ? 0 : teachers, records, 0, 0);
    }

    PlaceTally plus(PlaceTally more) {
        return new PlaceTally(
                Math.addExact(teachers, more.teachers),
                records.plus(more.records),
                Math.addExact(openBreaks, more.openBreaks),
                Math.addExact(questioned, more.questioned));
    }

    /// Whether there is a teacher, a record or an open break.
    boolean isAnything() {
        return !equals(NONE);
    }

    List<ReportCell> cells() {
        return List.of(
                ReportCell.of(teachers),
                ReportCell.of(records.teachersInForce()),
                ReportCell.NOTHING,
                ReportCell.of(records.inForce()),
                ReportCell.of(records.inForceHours().hundredths()),
                ReportCell.of(records.credits().hundredths()),
                meanHours(records.inForceHours(), teachers));
    }

    List<ReportCell> allCells() {
        return List.of(
                ReportCell.of(teachers),
                ReportCell.of(records.teachersInForce()),
                ReportCell.NOTHING,
                ReportCell.of(records.inForce()),
                ReportCell.of(records.aside()),
                ReportCell.of(records.held()),
                ReportCell.of(records.inForceHours().hundredths()),
                ReportCell.of(records.credits().hundredths()),
                meanHours(records.inForceHours(), teachers),
                ReportCell.of(openBreaks),
                ReportCell.of(questioned));
    }

    /// HALF_UP; nothing where there are no teachers.
    static ReportCell meanHours(Hours hours, long teachers) {
        if (teachers == 0) return ReportCell.NOTHING;
        long twice = Math.addExact(2 * hours.hundredths(), teachers);
        return ReportCell.of(Math.floorDiv(twice, 2 * teachers));
    }
}
