package io.credithub.flow.expectation;

import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.flow.expectation.Expectations.ExpectationGap;
import io.credithub.flow.expectation.Expectations.ExpectationScope;
import io.credithub.flow.expectation.Expectations.ExpectationSight;
import io.credithub.flow.expectation.Expectations.ListCounts;
import io.credithub.flow.expectation.Expectations.ListFilter;
import io.credithub.flow.expectation.Expectations.MissingPerson;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Enrolment lists beside what arrived.
public final class ExpectationQuery {
    private final Expectations expectations;
    private final Supplier<Uni<ProgrammeRegister>> register;
    private final Supplier<LocalDate> today;
    private final int graceDays;

    /// @param register in force at the moment
    /// @param graceDays within which a completion after the period still counts for it
    public ExpectationQuery(
            Expectations expectations,
            Supplier<Uni<ProgrammeRegister>> register,
            Supplier<LocalDate> today,
            int graceDays) {
        this.expectations = expectations;
        this.register = register;
        this.today = today;
        this.graceDays = graceDays;
    }

    /// A list with what has come of it.
    ///
    /// @param dueOn the last day that counts for it: who has not arrived by then is missing, and
    ///   awaited until then
    public record CountedList(KeptList list, ListCounts counts, LocalDate dueOn, boolean isDue) {}

    /// Somebody and the list that disagree.
    public record ListedGap(KeptList list, ExpectationGap gap) {}

    /// The newest first.
    public Uni<List<CountedList>> lists(ListFilter filter, long before, int most) {
        return expectations
                .lists(filter, before, most)
                .chain(found -> count(found, filter.sight()));
    }

    private Uni<List<CountedList>> count(List<KeptList> lists, ExpectationSight sight) {
        if (lists.isEmpty()) return Uni.createFrom().item(List.of());
        return scope(lists, sight)
                .chain(expectations::count)
                .map(counts -> lists.stream().map(list -> counted(list, counts)).toList());
    }

    private CountedList counted(KeptList list, Map<Long, ListCounts> counts) {
        LocalDate due = list.training().endsOn().plusDays(graceDays);
        return new CountedList(
                list,
                counts.getOrDefault(list.number(), ListCounts.NONE),
                due,
                today.get().isAfter(due));
    }

    /// @param after place on the list; -1: from the first
    /// @return empty if there is no such list in sight
    public Uni<Optional<List<MissingPerson>>> missing(
            long number, ExpectationSight sight, int after, int most) {
        return expectations
                .find(number, sight)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : scope(List.of(found.get()), sight)
                                        .chain(scope -> expectations.missing(scope, after, most))
                                        .map(Optional::of));
    }

    /// For the runs of the reconciliation: gaps of the lists that were due in a span of days. What
    /// is not due yet is none.
    ///
    /// @param take what becomes of some of them, with the list of each
    /// @return how many there were
    public Uni<Long> gaps(
            LocalDate first,
            LocalDate last,
            ExpectationSight sight,
            Function<List<ListedGap>, Uni<Void>> take) {
        LocalDate over = today.get().minusDays(graceDays + 1L);
        LocalDate until = last.isBefore(over) ? last : over;
        if (until.isBefore(first)) return Uni.createFrom().item(0L);
        return expectations
                .ending(first, until)
                .chain(lists ->
                        lists.isEmpty()
                                ? Uni.createFrom().item(0L)
                                : scope(lists, sight)
                                        .chain(scope ->
                                                expectations.gaps(
                                                        scope,
                                                        gaps -> take.apply(listed(gaps, lists)))));
    }

    private static List<ListedGap> listed(List<ExpectationGap> gaps, List<KeptList> lists) {
        Map<Long, KeptList> byNumber = new LinkedHashMap<>();
        for (KeptList list : lists) byNumber.put(list.number(), list);
        return gaps.stream()
                .map(gap -> new ListedGap(Objects.requireNonNull(byNumber.get(gap.list())), gap))
                .toList();
    }

    /// Beside the lists that are asked about, the others about the same programmes.
    private Uni<ExpectationScope> scope(List<KeptList> lists, ExpectationSight sight) {
        return register.get().chain(inForce -> scope(new ExpectedTitles(inForce), lists, sight));
    }

    private Uni<ExpectationScope> scope(
            ExpectedTitles titles, List<KeptList> lists, ExpectationSight sight) {
        ExpectedTitles.TitleWords words = titles.words(lists);
        return Uni.combine()
                .all()
                .unis(expectations.about(words), expectations.titles(words))
                .usingConcurrencyOf(1)
                .with((related, known) -> {
                    Map<Long, KeptList> all = new LinkedHashMap<>();
                    for (KeptList list : lists) all.put(list.number(), list);
                    for (KeptList list : related) all.putIfAbsent(list.number(), list);
                    List<ListTitle> meant = titles.meant(new ArrayList<>(all.values()), known);
                    List<Long> numbers = lists.stream().map(KeptList::number).toList();
                    return new ExpectationScope(numbers, meant, sight, graceDays);
                });
    }
}
