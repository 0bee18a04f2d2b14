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
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.statement.KnownTeacherLists;
import io.credithub.flow.statement.KnownTeacherLists.KnownCounts;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everybody on the roster by what is said of them for a school year or a cycle, school by school.
@Singleton
public class TeacherReportSource implements ReportSource {
    private static final String VERDICT = "verdict";
    private static final String SCHOOL = "school";
    private static final String CYCLE = "cycle";
    private static final Set<TeacherVerdict> ALWAYS_SAID =
            EnumSet.of(TeacherVerdict.QUALIFIED, TeacherVerdict.SHORT);

    /// In the order in which somebody wants to know.
    private static final List<TeacherVerdict> SAID =
            List.of(
                    TeacherVerdict.QUALIFIED,
                    TeacherVerdict.SHORT,
                    TeacherVerdict.NOT_YET,
                    TeacherVerdict.BORROWED,
                    TeacherVerdict.EXEMPT,
                    TeacherVerdict.NEW,
                    TeacherVerdict.NOT_REGISTERED,
                    TeacherVerdict.LEFT);

    private final KnownTeacherLists lists;
    private final ListTeachers teachers;
    private final ReportHeads heads;

    public TeacherReportSource(KnownTeacherLists lists, ListTeachers teachers, ReportHeads heads) {
        this.lists = lists;
        this.teachers = teachers;
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
        String asked = terms.get(CYCLE);
        if (asked != null && !teachers.hasBegun(asked)) {
            throw refused(CYCLE, asked, teachers.cycles());
        }
    }

    /// What changed a moment ago is in it, if it can be.
    @Override
    public Uni<Void> prepare() {
        return teachers.catchUp();
    }

    /// @return null: a school year is asked for
    private @Nullable Integer cycle(ReportQuestion question) {
        String asked = question.terms().get(CYCLE);
        if (asked == null) return null;
        List<Integer> known = teachers.cycles(question.asOf());
        for (Integer one : known) if (one.toString().equals(asked)) return one;
        throw refused(CYCLE, asked, known);
    }

    private static ReportTermRefused refused(String term, String asked, List<Integer> known) {
        List<String> right = known.stream().map(one -> Integer.toString(one)).toList();
        return new ReportTermRefused(term, asked, right);
    }

    /// @return fails with [ReportTermRefused] if a verdict, a cycle or the school year is none of
    ///   those that lists tell of
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> filter(question))
                .chain(filter ->
                        lists.counts(filter, question.asOf())
                                .chain(counts ->
                                        heads.begin(question, period(filter), filter.schoolYear())
                                                .map(head ->
                                                        document(question, head, filter, counts))));
    }

    private TeacherFilter filter(ReportQuestion question) {
        Map<String, String> terms = question.terms();
        Integer cycle = cycle(question);
        Integer year = cycle == null ? year(question) : null;
        return new TeacherFilter(
                new TeacherSight(question.within(), terms.get(SCHOOL)),
                cycle != null ? cycle : teachers.cycleOf(year(question)),
                year,
                null,
                null,
                ReportTermRefused.one(terms, VERDICT, TeacherVerdict.values()));
    }

    private int year(ReportQuestion question) {
        Integer asked = question.schoolYear();
        if (asked == null) return teachers.schoolYear(question.asOf());
        List<Integer> known = teachers.schoolYears(question.asOf());
        if (known.contains(asked)) return asked;
        throw refused("schoolYear", asked.toString(), known);
    }

    private ReportDocument document(
            ReportQuestion question, ReportPreamble head, TeacherFilter filter, KnownCounts page) {
        ReportRows rows =
                take -> lists.each(filter, question.asOf(), found -> take.apply(rows(found, head)));
        return new ReportDocument(
                head(head, page),
                List.of(
                        new ReportPart(
                                TeacherReportTables.byVerdict(),
                                ReportRows.of(TeacherReportTables.verdicts(page.counts()))),
                        new ReportPart(TeacherReportTables.list(), rows)));
    }

    private static List<ReportRow> rows(List<ListedTeacher> found, ReportPreamble head) {
        return found.stream().map(one -> TeacherReportTables.row(one, head::titleOf)).toList();
    }

    private static ReportHead head(ReportPreamble above, KnownCounts page) {
        Map<TeacherVerdict, Long> counts = page.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long qualified = counts.getOrDefault(TeacherVerdict.QUALIFIED, 0L);
        long isShort = counts.getOrDefault(TeacherVerdict.SHORT, 0L);
        long pending = page.pending().changes() + page.pending().teachers();
        return above.head(
                above.headline(headline(counts, all)),
                List.of(
                        new KeyFigure(ReportFigure.TEACHERS, ReportCell.of(all)),
                        new KeyFigure(ReportFigure.QUALIFIED, ReportCell.of(qualified)),
                        new KeyFigure(ReportFigure.SHORT, ReportCell.of(isShort))),
                List.of(ReportPreamble.line("尚未计入的变动", "changes not in it yet", pending)));
    }

    /// Who qualifies and who does not, and everybody else who is on the roster.
    private static Text headline(Map<TeacherVerdict, Long> counts, long all) {
        if (all == 0) return new Text("没有教师。", "no teachers.");
        StringBuilder zh = new StringBuilder("教师").append(FigureWords.count(all)).append("人");
        StringBuilder en = new StringBuilder(FigureWords.counted(all, "teacher"));
        for (TeacherVerdict verdict : SAID) {
            long count = counts.getOrDefault(verdict, 0L);
            if (count == 0 && !ALWAYS_SAID.contains(verdict)) continue;
            String number = FigureWords.count(count);
            zh.append(",").append(verdict.title().zh()).append(number).append("人");
            en.append(", ").append(number).append(' ').append(verdict.title().en());
        }
        return new Text(zh + "。", en + ".");
    }

    private static Text period(TeacherFilter filter) {
        Integer year = filter.schoolYear();
        if (year != null) return ReportHeads.period(year);
        return new Text(filter.cycle() + "年起的周期", "cycle that began in " + filter.cycle());
    }
}
