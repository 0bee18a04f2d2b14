package io.credithub.flow.report.teacher;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.ListTeachers.ListPage;
import io.credithub.flow.statement.TeacherLists;
import io.credithub.flow.statement.TeacherLists.ListKey;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.ListPlace;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Everybody on the roster by what is said of them for a school year or a cycle, school by school.
@Singleton
public class TeacherReportSource implements ReportSource {
    private static final String VERDICT = "verdict";
    private static final String SCHOOL = "school";
    private static final String CYCLE = "cycle";
    private static final int ROWS = 2_000;
    private static final ListOrder BY_SCHOOL = new ListOrder(ListKey.SCHOOL, false);

    private final TeacherLists lists;
    private final ListTeachers teachers;
    private final PlaceNames places;
    private final ReportHeads heads;

    public TeacherReportSource(
            TeacherLists lists, ListTeachers teachers, PlaceNames places, ReportHeads heads) {
        this.lists = lists;
        this.teachers = teachers;
        this.places = places;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.TEACHERS;
    }

    @Override
    public Set<String> terms() {
        return Set.of(VERDICT, SCHOOL, CYCLE);
    }

    @Override
    public void check(Map<String, String> terms) {
        ReportTermRefused.one(terms, VERDICT, TeacherVerdict.values());
        cycle(terms);
    }

    /// @return null: a school year is asked for
    private @Nullable Integer cycle(Map<String, String> terms) {
        String asked = terms.get(CYCLE);
        if (asked == null) return null;
        List<String> known = teachers.cycles().stream().map(one -> Integer.toString(one)).toList();
        if (known.contains(asked)) return Integer.valueOf(asked);
        throw new ReportTermRefused(CYCLE, asked, known);
    }

    /// @return fails with [ReportTermRefused] if a verdict, a cycle or the school year is none of
    ///   those that lists tell of
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> filter(question))
                .chain(filter ->
                        teachers.tell(filter, BY_SCHOOL, null, 1)
                                .chain(page ->
                                        heads.begin(question, period(filter), filter.schoolYear())
                                                .map(head -> document(head, filter, page))));
    }

    private TeacherFilter filter(ReportQuestion question) {
        Map<String, String> terms = question.terms();
        Integer cycle = cycle(terms);
        Integer year = cycle == null ? year(question) : null;
        return new TeacherFilter(
                new TeacherSight(question.within(), terms.get(SCHOOL)),
                year == null ? cycleOf(cycle) : teachers.cycleOf(year),
                year,
                null,
                null,
                ReportTermRefused.one(terms, VERDICT, TeacherVerdict.values()));
    }

    private int cycleOf(@Nullable Integer cycle) {
        return cycle == null ? teachers.cycles().getFirst() : cycle;
    }

    private int year(ReportQuestion question) {
        Integer asked = question.schoolYear();
        if (asked == null) return teachers.schoolYear();
        List<Integer> known = teachers.schoolYears();
        if (known.contains(asked)) return asked;
        throw new ReportTermRefused(
                "schoolYear",
                asked.toString(),
                known.stream().map(one -> Integer.toString(one)).toList());
    }

    private ReportDocument document(ReportPreamble head, TeacherFilter filter, ListPage page) {
        ReportRows rows = take -> each(filter, null, take);
        return new ReportDocument(
                head(head, page),
                List.of(
                        new ReportPart(
                                TeacherReportTables.byVerdict(),
                                ReportRows.of(TeacherReportTables.verdicts(page.counts()))),
                        new ReportPart(TeacherReportTables.list(), rows)));
    }

    /// Page by page, so that a province need not be held.
    private Uni<Void> each(
            TeacherFilter filter,
            @Nullable ListPlace after,
            Function<List<ReportRow>, Uni<Void>> take) {
        return lists.page(filter, BY_SCHOOL, after, ROWS)
                .chain(found ->
                        take.apply(rows(found))
                                .chain(() ->
                                        found.size() < ROWS
                                                ? Uni.createFrom().voidItem()
                                                : each(
                                                        filter,
                                                        found.getLast().place(ListKey.SCHOOL),
                                                        take)));
    }

    private List<ReportRow> rows(List<ListedTeacher> found) {
        return found.stream().map(one -> TeacherReportTables.row(one, places)).toList();
    }

    private static ReportHead head(ReportPreamble above, ListPage page) {
        Map<TeacherVerdict, Long> counts = page.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long qualified = counts.getOrDefault(TeacherVerdict.QUALIFIED, 0L);
        long isShort = counts.getOrDefault(TeacherVerdict.SHORT, 0L);
        long pending = page.pending().changes() + page.pending().teachers();
        return above.at(page.asOf())
                .head(
                        new Text(
                                "教师%d人:合格%d人,不合格%d人。".formatted(all, qualified, isShort),
                                "%d teachers: %d qualified, %d short."
                                        .formatted(all, qualified, isShort)),
                        List.of(
                                new KeyFigure(ReportFigure.TEACHERS, ReportCell.of(all)),
                                new KeyFigure(ReportFigure.QUALIFIED, ReportCell.of(qualified)),
                                new KeyFigure(ReportFigure.SHORT, ReportCell.of(isShort))),
                        List.of(ReportPreamble.line("尚未计入的变动", "changes not in it yet", pending)));
    }

    private static Text period(TeacherFilter filter) {
        Integer year = filter.schoolYear();
        if (year != null) return ReportHeads.period(year);
        return new Text(filter.cycle() + "年起的周期", "cycle that began in " + filter.cycle());
    }
}
