package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.report.year.StatementFigures.RosterPart;
import io.credithub.flow.report.year.StatementFigures.TalliedBreaks;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Breaks by code and owner, and the roster by its states.
final class TallyTables {
    private static final ReportColumn KIND = ReportColumn.words("kind", "差异", "break");

    static final ReportTable BREAKS =
            new ReportTable(
                    "breaks",
                    new Text("差异(按代码与责任方)", "Breaks by code and owner"),
                    List.of(
                            ReportColumn.code("code", "代码", "code"),
                            KIND,
                            ReportColumn.words("owner", "责任方", "owner"),
                            ReportColumn.sum(ReportFigure.OPEN_BREAKS),
                            inState("accepted", BreakState.ACCEPTED),
                            inState("corrected", BreakState.CORRECTED),
                            inState("told", BreakState.TOLD),
                            ReportColumn.sum(ReportFigure.IN_QUESTION)));

    static final ReportChart OPEN_BY_KIND =
            new ReportChart(
                    new Text("未处理差异", "Open breaks"),
                    KIND.key(),
                    List.of(ReportFigure.OPEN_BREAKS.key()),
                    false);

    static final ReportTable COVERAGE =
            new ReportTable(
                    "coverage",
                    new Text("覆盖(花名册上的教师,每人计一次)", "Coverage (everybody on the roster, once)"),
                    List.of(
                            ReportColumn.words("state", "花名册状态", "state on the roster"),
                            ReportColumn.sum(ReportFigure.TEACHERS),
                            ReportColumn.sum(ReportFigure.TEACHERS_IN_FORCE),
                            ReportColumn.figure(
                                    ReportFigure.SHARE,
                                    new ColumnTotal.ShareOf(
                                            ReportFigure.TEACHERS_IN_FORCE.key(),
                                            ReportFigure.TEACHERS.key())),
                            ReportColumn.sum(ReportFigure.WITH_RECORDS),
                            ReportColumn.sum(ReportFigure.WITHOUT_RECORDS)));

    private TallyTables() {}

    private static ReportColumn inState(String key, BreakState state) {
        return ReportColumn.titled(key, state.text(), ReportFigure.BREAKS, ColumnTotal.SUM);
    }

    private record KindOfBreak(BreakCode code, BreakOwner owner) {
        static final Comparator<KindOfBreak> ORDER =
                Comparator.<KindOfBreak>comparingInt(kind -> kind.code.code())
                        .thenComparingInt(kind -> kind.owner.code());
    }

    static SectionRows breaks(List<TalliedBreaks> tallies) {
        Map<KindOfBreak, List<TalliedBreaks>> kinds = new TreeMap<>(KindOfBreak.ORDER);
        for (TalliedBreaks tally : tallies) {
            kinds.computeIfAbsent(
                            new KindOfBreak(tally.code(), tally.owner()), _ -> new ArrayList<>())
                    .add(tally);
        }
        List<ReportRow> rows = new ArrayList<>(kinds.size());
        kinds.forEach((kind, states) -> rows.add(breaks(kind, states)));
        return new SectionRows(BREAKS, rows);
    }

    private static ReportRow breaks(KindOfBreak kind, List<TalliedBreaks> states) {
        Map<BreakState, Long> counts = new EnumMap<>(BreakState.class);
        long inQuestion = 0;
        for (TalliedBreaks tally : states) {
            counts.merge(tally.state(), tally.breaks(), Math::addExact);
            inQuestion += tally.inQuestion().hundredths();
        }
        return ReportRow.of(
                ReportCell.of(kind.code.name()),
                ReportCell.of(kind.code.text()),
                ReportCell.of(kind.owner.text()),
                ReportCell.of(counts.getOrDefault(BreakState.OPEN, 0L)),
                ReportCell.of(counts.getOrDefault(BreakState.ACCEPTED, 0L)),
                ReportCell.of(counts.getOrDefault(BreakState.CORRECTED, 0L)),
                ReportCell.of(counts.getOrDefault(BreakState.TOLD, 0L)),
                ReportCell.of(inQuestion));
    }

    static SectionRows coverage(List<RosterPart> roster) {
        Map<TeacherStatus, List<RosterPart>> states = new EnumMap<>(TeacherStatus.class);
        for (RosterPart part : roster) {
            states.computeIfAbsent(part.status(), _ -> new ArrayList<>()).add(part);
        }
        List<ReportRow> rows = new ArrayList<>(states.size());
        states.forEach((state, parts) -> rows.add(covered(state, parts)));
        return new SectionRows(COVERAGE, rows);
    }

    private static ReportRow covered(TeacherStatus state, List<RosterPart> parts) {
        long teachers = 0;
        long inForce = 0;
        long withRecords = 0;
        for (RosterPart part : parts) {
            teachers += part.teachers();
            inForce += part.records().teachersInForce();
            withRecords += part.withRecords();
        }
        return ReportRow.of(
                ReportCell.of(words(state)),
                ReportCell.of(teachers),
                ReportCell.of(inForce),
                ReportCell.NOTHING,
                ReportCell.of(withRecords),
                ReportCell.of(teachers - withRecords));
    }

    private static Text words(TeacherStatus state) {
        return switch (state) {
            case ACTIVE -> new Text("在职", "active");
            case NEW -> new Text("新任", "new");
            case SECONDED -> new Text("借调、支教、跟岗", "seconded");
            case LEFT -> new Text("已离职", "left");
        };
    }
}
