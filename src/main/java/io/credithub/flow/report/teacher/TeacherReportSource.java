package io.credithub.flow.report.teacher;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
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
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.KnownTeacherLists;
import io.credithub.flow.statement.KnownTeacherLists.KnownCounts;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everybody on the roster by what is said of them for a school year or a cycle, school by school.
@Singleton
public class TeacherReportSource implements ReportSource {
    private static final String VERDICT = "verdict";
    private static final String SCHOOL = "school";
    private static final String CYCLE = "cycle";

    private final KnownTeacherLists lists;
    private final ListTeachers teachers;
    private final PlaceNames places;
    private final Policies policies;

    public TeacherReportSource(
            KnownTeacherLists lists, ListTeachers teachers, PlaceNames places, Policies policies) {
        this.lists = lists;
        this.teachers = teachers;
        this.places = places;
        this.policies = policies;
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
                                .map(counts -> document(question, filter, counts)));
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
            ReportQuestion question, TeacherFilter filter, KnownCounts page) {
        PlaceNames then = places.at(question.asOf());
        ReportRows rows =
                take -> lists.each(filter, question.asOf(), found -> take.apply(rows(found, then)));
        return new ReportDocument(
                head(question, filter, page),
                List.of(
                        new ReportPart(
                                TeacherReportTables.byVerdict(),
                                ReportRows.of(TeacherReportTables.verdicts(page.counts()))),
                        new ReportPart(TeacherReportTables.list(), rows)));
    }

    private static List<ReportRow> rows(List<ListedTeacher> found, PlaceNames then) {
        return found.stream().map(one -> TeacherReportTables.row(one, then)).toList();
    }

    private ReportHead head(ReportQuestion question, TeacherFilter filter, KnownCounts page) {
        Map<TeacherVerdict, Long> counts = page.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long qualified = counts.getOrDefault(TeacherVerdict.QUALIFIED, 0L);
        long isShort = counts.getOrDefault(TeacherVerdict.SHORT, 0L);
        String division = question.within().divisionCode();
        return new ReportHead(
                question.name(),
                question.name().title(),
                new Text(
                        "教师%d人:合格%d人,不合格%d人。".formatted(all, qualified, isShort),
                        "%d teachers: %d qualified, %d short.".formatted(all, qualified, isShort)),
                new ReportPlace(division, places.at(question.asOf()).titleOf(division)),
                period(filter),
                new ReportMoment(question.asOf(), policies.zone()),
                question.askedBy(),
                List.of(
                        new KeyFigure(ReportFigure.TEACHERS, ReportCell.of(all)),
                        new KeyFigure(ReportFigure.QUALIFIED, ReportCell.of(qualified)),
                        new KeyFigure(ReportFigure.SHORT, ReportCell.of(isShort))),
                basis(question, page));
    }

    private static Text period(TeacherFilter filter) {
        Integer year = filter.schoolYear();
        if (year == null) {
            return new Text(filter.cycle() + "年起的周期", "cycle that began in " + filter.cycle());
        }
        String both = year + "–" + (year + 1);
        return new Text(both + "学年", "school year " + both);
    }

    private static List<BasisLine> basis(ReportQuestion question, KnownCounts page) {
        List<BasisLine> lines = new ArrayList<>();
        if (!question.terms().isEmpty()) {
            List<String> terms = new ArrayList<>();
            new TreeMap<>(question.terms()).forEach((term, value) -> terms.add(term + "=" + value));
            lines.add(new BasisLine(new Text("限于", "narrowed to"), String.join(" ", terms)));
        }
        lines.add(new BasisLine(new Text("规则", "rules"), String.valueOf(page.rulebook())));
        long pending = page.pending().changes() + page.pending().teachers();
        lines.add(
                new BasisLine(
                        new Text("尚未计入的变动", "changes not in it yet"), String.valueOf(pending)));
        return lines;
    }
}
