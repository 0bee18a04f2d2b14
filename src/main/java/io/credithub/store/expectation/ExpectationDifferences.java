package io.credithub.store.expectation;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.Discrepancy.BreakRecord;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import io.credithub.flow.breaks.BreakQuestion;
import io.credithub.flow.breaks.BreakScope;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.DeclaredTotals;
import io.credithub.flow.expectation.ExpectationQuery;
import io.credithub.flow.expectation.ExpectationQuery.ListedGap;
import io.credithub.flow.expectation.Expectations.ArrivedRecord;
import io.credithub.flow.expectation.Expectations.ExpectationGap;
import io.credithub.flow.expectation.Expectations.ExpectationSight;
import io.credithub.flow.expectation.ExpectedTraining;
import io.credithub.flow.expectation.MonthTotals;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.credithub.flow.expectation.MonthTotals.TotalDifference;
import io.credithub.store.feed.FeedNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who was expected and never came, who came and was not expected, and the months of which
/// something else arrived than was declared.
@Singleton
public class ExpectationDifferences implements DiscrepancySource {
    /// Before any training that a hub knows of.
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final ExpectationQuery expectations;
    private final DeclaredTotals totals;
    private final FeedNumbers feeds;

    public ExpectationDifferences(
            ExpectationQuery expectations, DeclaredTotals totals, FeedNumbers feeds) {
        this.expectations = expectations;
        this.totals = totals;
        this.feeds = feeds;
    }

    @Override
    public Set<BreakAspect> aspects() {
        return Set.of(BreakAspect.EXPECTATION, BreakAspect.MONTH_TOTAL);
    }

    @Override
    public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
        BreakScope scope = question.scope();
        SchoolCalendar calendar = question.today().calendar();
        Integer year = scope.schoolYear();
        LocalDate first = year == null ? EARLIEST : calendar.firstDayOf(year);
        LocalDate last =
                year == null ? question.today().day() : calendar.firstDayOf(year + 1).minusDays(1);
        ExpectationSight sight = new ExpectationSight(scope.within(), scope.isWhole());
        Uni<Void> gaps =
                feeds.renewed()
                        .chain(() ->
                                expectations.gaps(
                                        first,
                                        last,
                                        sight,
                                        found -> note.apply(differences(found, calendar))))
                        .replaceWithVoid();
        return scope.isWhole() ? gaps.chain(() -> months(first, last, calendar, note)) : gaps;
    }

    private List<Discrepancy> differences(List<ListedGap> gaps, SchoolCalendar calendar) {
        return gaps.stream().map(gap -> difference(gap, calendar)).toList();
    }

    private Discrepancy difference(ListedGap listed, SchoolCalendar calendar) {
        ExpectationGap gap = listed.gap();
        ExpectedTraining training = listed.list().training();
        String feed = listed.list().owner().feed();
        ArrivedRecord arrived = gap.arrived();
        Integer hours = gap.hourHundredths();
        Long amount = hours == null ? null : Long.valueOf(hours);
        String expected = text(training);
        BreakCode code =
                arrived == null ? BreakCode.MISSING_IN_REGISTRY : BreakCode.MISSING_IN_SOURCE;
        FieldDifference field =
                arrived == null
                        ? new FieldDifference("/enrolment", null, expected, code)
                        : new FieldDifference("/enrolment", expected, null, code);
        return new Discrepancy(
                BreakSubject.ofExpectation(key(training), gap.person()),
                new BreakPlace(
                        gap.teacher() == null ? 0 : gap.teacher(),
                        gap.division() == null ? "" : gap.division(),
                        gap.schoolCode(),
                        calendar.schoolYearOf(training.endsOn())),
                record(arrived, feed),
                null,
                new BothSides(null, amount),
                BothSides.UNSTATED,
                List.of(field),
                code,
                false,
                null);
    }

    /// What arrived; of what did not, whose programme it is.
    private @Nullable BreakRecord record(@Nullable ArrivedRecord arrived, @Nullable String feed) {
        if (arrived != null) {
            return new BreakRecord(feeds.number(arrived.feed()), arrived.key(), arrived.recordId());
        }
        return feed == null ? null : new BreakRecord(feeds.number(feed), null, null);
    }

    private static String key(ExpectedTraining training) {
        return training.key() + "/" + training.startsOn() + "/" + training.endsOn();
    }

    private static String text(ExpectedTraining training) {
        return "%s %s – %s".formatted(training.name(), training.startsOn(), training.endsOn());
    }

    private Uni<Void> months(
            LocalDate first,
            LocalDate last,
            SchoolCalendar calendar,
            Function<List<Discrepancy>, Uni<Void>> note) {
        return totals.months(null, YearMonth.from(first), YearMonth.from(last))
                .chain(months -> {
                    List<Discrepancy> differing =
                            months.stream()
                                    .filter(month -> !month.fits())
                                    .map(month -> difference(month, calendar))
                                    .toList();
                    return differing.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : note.apply(differing);
                });
    }

    private Discrepancy difference(MonthTotals month, SchoolCalendar calendar) {
        Declaration declared = Objects.requireNonNull(month.declared());
        TotalDifference difference = Objects.requireNonNull(month.difference());
        Hours hours = difference.hours();
        Credits credits = difference.credits();
        List<FieldDifference> fields = new ArrayList<>();
        field(fields, "/records", declared.records(), difference.records());
        field(fields, "/persons", declared.persons(), difference.persons());
        int feed = feeds.number(month.feed());
        return new Discrepancy(
                BreakSubject.ofMonth(feed, month.month(), ""),
                BreakPlace.ofNobody(calendar.schoolYearOf(month.month().atDay(1))),
                new BreakRecord(feed, null, null),
                null,
                sides(
                        declared.hours() == null ? null : declared.hours().hundredths(),
                        hours == null ? null : hours.hundredths()),
                sides(
                        declared.credits() == null ? null : declared.credits().hundredths(),
                        credits == null ? null : credits.hundredths()),
                fields,
                BreakCode.CONTROL_TOTAL,
                false,
                month.month().toString());
    }

    private static void field(
            List<FieldDifference> fields,
            String name,
            @Nullable Long declared,
            @Nullable Long difference) {
        if (declared == null || difference == null || difference == 0) return;
        fields.add(
                new FieldDifference(
                        name,
                        String.valueOf(declared - difference),
                        declared.toString(),
                        BreakCode.CONTROL_TOTAL));
    }

    private static BothSides sides(@Nullable Long declared, @Nullable Long difference) {
        if (declared == null || difference == null) return new BothSides(null, declared);
        return BothSides.of(declared - difference, declared);
    }
}
