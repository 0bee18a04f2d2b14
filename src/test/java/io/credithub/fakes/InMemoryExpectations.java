package io.credithub.fakes;

import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.fakes.InMemoryEnrolmentLists.KeptOne;
import io.credithub.flow.expectation.EnrolmentLists.Enrolment;
import io.credithub.flow.expectation.Expectations;
import io.credithub.flow.expectation.ExpectedTitles.KnownTitle;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import io.credithub.flow.expectation.ExpectedTitles.TitleWords;
import io.credithub.flow.expectation.KeptList;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of the expected has arrived, in memory. It knows people on lists by their numbers only.
public final class InMemoryExpectations implements Expectations {
    private static final Set<VersionState> HERE =
            EnumSet.of(VersionState.IN_FORCE, VersionState.ASIDE, VersionState.HELD);

    private final InMemoryLedger ledger;
    private final InMemoryProgrammes programmes;
    private final InMemoryEnrolmentLists lists;

    InMemoryExpectations(
            InMemoryLedger ledger, InMemoryProgrammes programmes, InMemoryEnrolmentLists lists) {
        this.ledger = ledger;
        this.programmes = programmes;
        this.lists = lists;
    }

    /// Somebody on a list.
    ///
    /// @param teacher null: nobody on the roster whom the list can name
    private record ListedPerson(int place, Enrolment enrolment, @Nullable StoredTeacher teacher) {
        boolean isSeen(ExpectationSight sight) {
            return teacher == null ? sight.isWhole() : sight.within().covers(teacher.answering());
        }
    }

    private Stream<KeptOne> inForce() {
        return lists.inForce().stream().sorted(Comparator.comparingLong(KeptOne::number));
    }

    private KeptOne list(long number) {
        return inForce().filter(one -> one.number() == number).findFirst().orElseThrow();
    }

    private static KeptList told(KeptOne one) {
        return new KeptList(one.number(), one.list().owner(), one.list().training(), Instant.EPOCH);
    }

    private List<ListedPerson> people(KeptOne one) {
        RegistryState state = ledger.committed();
        List<ListedPerson> people = new ArrayList<>();
        for (Enrolment enrolment : one.list().enrolments()) {
            String number = enrolment.keys().number();
            StoredTeacher teacher = number == null ? null : state.numbered(number);
            boolean isNamed =
                    teacher != null && one.list().owner().division().covers(teacher.answering());
            people.add(new ListedPerson(people.size(), enrolment, isNamed ? teacher : null));
        }
        return people;
    }

    private boolean isSeen(KeptOne one, ExpectationSight sight) {
        return sight.within().covers(one.list().owner().division().divisionCode())
                || people(one).stream()
                        .anyMatch(person ->
                                person.teacher != null
                                        && sight.within().covers(person.teacher.answering()));
    }

    @Override
    public Uni<List<KeptList>> lists(ListFilter filter, long before, int most) {
        return Uni.createFrom()
                .item(() ->
                        inForce()
                                .filter(one -> isSeen(one, filter.sight()))
                                .filter(one -> isAbout(one, filter.programme()))
                                .filter(one ->
                                        filter.feed() == null
                                                || filter.feed().equals(one.list().owner().feed()))
                                .filter(one -> one.number() < before)
                                .sorted(Comparator.comparingLong(KeptOne::number).reversed())
                                .limit(most)
                                .map(InMemoryExpectations::told)
                                .toList());
    }

    private static boolean isAbout(KeptOne one, @Nullable String programme) {
        return programme == null
                || programme.equals(one.list().training().code())
                || programme.equals(one.list().training().normal());
    }

    @Override
    public Uni<Optional<KeptList>> find(long number, ExpectationSight sight) {
        return Uni.createFrom()
                .item(() ->
                        inForce()
                                .filter(one -> one.number() == number && isSeen(one, sight))
                                .map(InMemoryExpectations::told)
                                .findFirst());
    }

    @Override
    public Uni<List<KeptList>> ending(LocalDate first, LocalDate last) {
        return Uni.createFrom()
                .item(() ->
                        inForce()
                                .map(InMemoryExpectations::told)
                                .filter(one -> !one.training().endsOn().isBefore(first))
                                .filter(one -> !one.training().endsOn().isAfter(last))
                                .toList());
    }

    @Override
    public Uni<List<KeptList>> about(TitleWords words) {
        return Uni.createFrom()
                .item(() ->
                        inForce()
                                .map(InMemoryExpectations::told)
                                .filter(one ->
                                        words.names().contains(one.training().normal())
                                                || has(words.codes(), one.training().code()))
                                .toList());
    }

    private static boolean has(Set<String> codes, @Nullable String code) {
        return code != null && codes.contains(code);
    }

    @Override
    public Uni<List<KnownTitle>> titles(TitleWords words) {
        return Uni.createFrom()
                .item(() ->
                        programmes.all().stream()
                                .filter(one ->
                                        words.names().contains(one.title().name())
                                                || has(words.codes(), one.title().code()))
                                .map(one -> new KnownTitle(one.number(), one.title()))
                                .toList());
    }

    /// What came for a list, from whomever.
    private Stream<StoredContent> arrived(KeptOne one, ExpectationScope scope) {
        LocalDate due = one.list().training().endsOn().plusDays(scope.graceDays());
        return ledger.committed().contents.values().stream()
                .filter(content -> HERE.contains(content.state()))
                .filter(content -> {
                    Valuation worth = Objects.requireNonNull(content.copy().worth());
                    LocalDate day = worth.facts().completedOn();
                    int title = worth.training().programme();
                    return scope.meant().contains(new ListTitle(one.number(), title))
                            && !day.isBefore(one.list().training().startsOn())
                            && !day.isAfter(due);
                });
    }

    private List<ListedPerson> absent(KeptOne one, ExpectationScope scope) {
        return people(one).stream()
                .filter(person -> person.isSeen(scope.sight()))
                .filter(person -> !hasCome(person.teacher, one, scope))
                .toList();
    }

    private boolean hasCome(@Nullable StoredTeacher teacher, KeptOne one, ExpectationScope scope) {
        if (teacher == null) return false;
        int id = teacher.id();
        return arrived(one, scope).anyMatch(record -> record.teacher() == id);
    }

    /// Of each teacher whom no list expects the first record.
    private List<StoredContent> surprises(KeptOne one, ExpectationScope scope) {
        Map<Integer, StoredContent> first = new TreeMap<>();
        arrived(one, scope)
                .filter(record -> isInSight(record, one, scope))
                .filter(record -> !isExpected(record, scope))
                .sorted((a, b) -> UnsignedOrder.compare(a.copy().key(), b.copy().key()))
                .forEach(record -> first.putIfAbsent(record.teacher(), record));
        return List.copyOf(first.values());
    }

    private boolean isInSight(StoredContent record, KeptOne one, ExpectationScope scope) {
        String division = ledger.committed().teacher(record.teacher()).answering();
        return one.list().owner().division().covers(division)
                && scope.sight().within().covers(division);
    }

    private boolean isExpected(StoredContent record, ExpectationScope scope) {
        return scope.meant().stream()
                .map(ListTitle::list)
                .distinct()
                .map(this::list)
                .filter(other ->
                        people(other).stream()
                                .anyMatch(person ->
                                        person.teacher != null
                                                && person.teacher.id() == record.teacher()))
                .anyMatch(other -> arrived(other, scope).anyMatch(record::equals));
    }

    @Override
    public Uni<Map<Long, ListCounts>> count(ExpectationScope scope) {
        return Uni.createFrom()
                .item(() -> {
                    Map<Long, ListCounts> counts = new HashMap<>();
                    for (long number : scope.lists()) counts.put(number, counts(number, scope));
                    return counts;
                });
    }

    private ListCounts counts(long number, ExpectationScope scope) {
        KeptOne one = list(number);
        long enrolled = people(one).stream().filter(person -> person.isSeen(scope.sight())).count();
        List<ListedPerson> absent = absent(one, scope);
        long unknown = absent.stream().filter(person -> person.teacher == null).count();
        return new ListCounts(
                enrolled,
                enrolled - absent.size(),
                absent.size(),
                unknown,
                surprises(one, scope).size());
    }

    @Override
    public Uni<List<MissingPerson>> missing(ExpectationScope scope, int after, int most) {
        return Uni.createFrom()
                .item(() ->
                        absent(list(scope.lists().getFirst()), scope).stream()
                                .filter(person -> person.place > after)
                                .limit(most)
                                .map(InMemoryExpectations::missing)
                                .toList());
    }

    private static MissingPerson missing(ListedPerson person) {
        StoredTeacher teacher = person.teacher;
        return new MissingPerson(
                person.place,
                person.enrolment.keys().number(),
                person.enrolment.name(),
                person.enrolment.documentMasked(),
                teacher == null ? null : teacher.answering(),
                teacher == null ? null : teacher.row().schoolCode(),
                person.enrolment.hourHundredths());
    }

    @Override
    public Uni<Long> gaps(ExpectationScope scope, Function<List<ExpectationGap>, Uni<Void>> take) {
        return Uni.createFrom()
                .deferred(() -> {
                    List<ExpectationGap> gaps = new ArrayList<>();
                    for (long number : scope.lists()) {
                        KeptOne one = list(number);
                        for (ListedPerson person : absent(one, scope)) {
                            gaps.add(gap(number, person));
                        }
                        for (StoredContent record : surprises(one, scope)) {
                            gaps.add(gap(number, record));
                        }
                    }
                    Uni<Void> taken =
                            gaps.isEmpty() ? Uni.createFrom().voidItem() : take.apply(gaps);
                    return taken.map(_ -> (long) gaps.size());
                });
    }

    private static ExpectationGap gap(long list, ListedPerson person) {
        StoredTeacher teacher = person.teacher;
        return new ExpectationGap(
                list,
                teacher == null ? null : teacher.id(),
                teacher == null
                        ? String.valueOf(person.enrolment.keys().numberHash())
                        : String.valueOf(teacher.id()),
                teacher == null ? null : teacher.answering(),
                teacher == null ? null : teacher.row().schoolCode(),
                null,
                person.enrolment.hourHundredths());
    }

    private ExpectationGap gap(long list, StoredContent record) {
        StoredTeacher teacher = ledger.committed().teacher(record.teacher());
        Valuation worth = Objects.requireNonNull(record.copy().worth());
        return new ExpectationGap(
                list,
                teacher.id(),
                String.valueOf(teacher.id()),
                teacher.answering(),
                teacher.row().schoolCode(),
                new ArrivedRecord(
                        record.copy().origin().feedCode(),
                        record.copy().key(),
                        record.copy().origin().recordId()),
                worth.facts().training().hourHundredths());
    }
}
