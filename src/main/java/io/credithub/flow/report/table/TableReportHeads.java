package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreQuestion;
import io.credithub.flow.rules.Policies;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes above a report what it was asked: of whom, of when, by whom, narrowed by what.
@Singleton
public class TableReportHeads {
    private final PlaceNames places;
    private final Policies policies;

    public TableReportHeads(PlaceNames places, Policies policies) {
        this.places = places;
        this.policies = policies;
    }

    /// What a division is called; what is nobody's is the province's.
    Text titleOf(String division) {
        return division.isEmpty() ? new Text("全省", "province") : places.titleOf(division);
    }

    /// Whether somebody asks about all that the hub is for: deliveries are theirs to know, and what
    /// is nobody's.
    boolean isWhole(Jurisdiction within) {
        return within.covers(policies.rules().province());
    }

    /// The school year that is asked for, or runs at the moment of the figures.
    int yearOf(ReportQuestion question) {
        Integer year = question.schoolYear();
        return year == null ? calendar().schoolYearOf(policies.dayOf(question.asOf())) : year;
    }

    SourceScoreQuestion yearQuestion(ReportQuestion question) {
        int year = yearOf(question);
        Instant ends = beginning(year + 1);
        return new SourceScoreQuestion(
                question.within(),
                isWhole(question.within()),
                year,
                beginning(year),
                ends.isBefore(question.asOf()) ? ends : question.asOf(),
                question.asOf(),
                policies.zone());
    }

    private Instant beginning(int schoolYear) {
        return calendar().firstDayOf(schoolYear).atStartOfDay(policies.zone()).toInstant();
    }

    private SchoolCalendar calendar() {
        return policies.inForce().policy().terms().calendar();
    }

    /// @param year null: all of them
    /// @param basis what the figures rest on
    ReportHead head(
            ReportQuestion question,
            @Nullable Integer year,
            Text headline,
            List<KeyFigure> figures,
            List<BasisLine> basis) {
        String division = question.within().divisionCode();
        List<BasisLine> lines = new ArrayList<>(narrowed(question));
        lines.addAll(basis);
        return new ReportHead(
                question.name(),
                question.name().title(),
                headline,
                new ReportPlace(division, titleOf(division)),
                period(year),
                new ReportMoment(question.asOf(), policies.zone()),
                question.askedBy(),
                figures,
                lines);
    }

    private static List<BasisLine> narrowed(ReportQuestion question) {
        if (question.terms().isEmpty()) return List.of();
        List<String> terms = new ArrayList<>();
        new TreeMap<>(question.terms()).forEach((term, value) -> terms.add(term + "=" + value));
        return List.of(new BasisLine(new Text("限于", "narrowed to"), String.join(" ", terms)));
    }

    private static Text period(@Nullable Integer year) {
        if (year == null) return new Text("全部学年", "all school years");
        String both = year + "–" + (year + 1);
        return new Text(both + "学年", "school year " + both);
    }
}
