package io.credithub.flow.report.head;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Begins every report: of whom, of when, by whom, narrowed by what, resting on what.
@Singleton
public class ReportHeads {
    private static final Text ALL_YEARS = new Text("全部学年", "all school years");

    private final PlaceNames places;
    private final Policies policies;
    private final BasisReading bases;

    public ReportHeads(PlaceNames places, Policies policies, BasisReading bases) {
        this.places = places;
        this.policies = policies;
        this.bases = bases;
    }

    /// Whether somebody asks about all that the hub is for: deliveries are theirs to know, and what
    /// is nobody's.
    public boolean isWhole(Jurisdiction within) {
        return within.covers(policies.rules().province());
    }

    /// By which days begin and end.
    public ZoneId zone() {
        return policies.zone();
    }

    /// The school year that is asked for, or runs at the moment of the figures.
    public int yearOf(ReportQuestion question) {
        Integer year = question.schoolYear();
        return year == null ? calendar().schoolYearOf(policies.dayOf(question.asOf())) : year;
    }

    /// When a school year begins; the one before it ends then.
    public Instant beginning(int schoolYear) {
        return calendar().firstDayOf(schoolYear).atStartOfDay(policies.zone()).toInstant();
    }

    private SchoolCalendar calendar() {
        return policies.inForce().policy().terms().calendar();
    }

    /// @param year null: all of them
    public static Text period(@Nullable Integer year) {
        if (year == null) return ALL_YEARS;
        String both = year + "–" + (year + 1);
        return new Text(both + "学年", "school year " + both);
    }

    /// @param year of the figures; null: all of them
    public BasisQuestion basisOf(ReportQuestion question, @Nullable Integer year) {
        return new BasisQuestion(
                question.within(), policies.rules().province(), year, question.asOf());
    }

    /// For figures that came with what they rest on.
    public Uni<ReportPreamble> above(ReportQuestion question, Text period, ReportBasis basis) {
        PlaceNames then = places.at(question.asOf());
        ReportMoment asOf = new ReportMoment(question.asOf(), policies.zone());
        return policies.rules(basis.rulebook())
                .map(rules -> new ReportPreamble(question, then, period, asOf, basis, rules));
    }

    /// For figures that did not.
    ///
    /// @param year of the figures; null: all of them
    public Uni<ReportPreamble> begin(ReportQuestion question, Text period, @Nullable Integer year) {
        return bases.read(basisOf(question, year)).chain(basis -> above(question, period, basis));
    }
}
