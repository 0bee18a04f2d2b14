package io.credithub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.expectation.EnrolmentLists;
import io.credithub.flow.expectation.EnrolmentLists.Enrolment;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.EnrolmentLists.NewList;
import io.credithub.flow.expectation.Expectations;
import io.credithub.flow.expectation.Expectations.ArrivedRecord;
import io.credithub.flow.expectation.Expectations.ExpectationGap;
import io.credithub.flow.expectation.Expectations.ExpectationScope;
import io.credithub.flow.expectation.Expectations.ExpectationSight;
import io.credithub.flow.expectation.Expectations.ListCounts;
import io.credithub.flow.expectation.Expectations.ListFilter;
import io.credithub.flow.expectation.Expectations.MissingPerson;
import io.credithub.flow.expectation.ExpectedTitles.KnownTitle;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import io.credithub.flow.expectation.ExpectedTitles.TitleWords;
import io.credithub.flow.expectation.ExpectedTraining;
import io.credithub.flow.expectation.KeptList;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who was expected and never came, who came and was not expected: within the period and its grace,
/// whichever feed it came from, and as far as somebody may see.
public abstract class ExpectationsContract {
    private static final ExpectationSight ALL = new ExpectationSight(Jurisdiction.NATION, true);
    private static final ExpectationSight COUNTY =
            new ExpectationSight(new Jurisdiction(Steps.COUNTY), false);
    private static final ExpectationSight ELSEWHERE =
            new ExpectationSight(new Jurisdiction("140106"), false);
    private static final LocalDate FIRST = LocalDate.of(2023, 5, 1);

    /// Records of these tests are completed on 10 May.
    private static final LocalDate LAST = LocalDate.of(2023, 5, 31);

    private static final int GRACE = 31;

    private final Stores stores;
    private final EnrolmentLists lists;
    private final Expectations expectations;
    private final Steps steps;

    protected ExpectationsContract(Stores stores, EnrolmentLists lists, Expectations expectations) {
        this.stores = stores;
        this.lists = lists;
        this.expectations = expectations;
        this.steps = new Steps(stores);
    }

    private long list(LocalDate first, LocalDate last, String... people) {
        return list(Stores.VENDOR, first, last, people);
    }

    private long list(String feed, LocalDate first, LocalDate last, String... people) {
        List<Enrolment> enrolled =
                Stream.of(people)
                        .map(name -> new Enrolment(steps.keys(name), name, null, 40_00))
                        .toList();
        String words = feed + steps.own(String.join(",", people)) + first + last;
        NewList list =
                new NewList(
                        new ListOwner(feed, Jurisdiction.NATION),
                        new ExpectedTraining(null, steps.own("研修"), first, last),
                        enrolled,
                        UUID.nameUUIDFromBytes(words.getBytes(UTF_8)),
                        "a-key");
        return Objects.requireNonNull(Steps.wait(lists.keep(list)).list());
    }

    private UUID came(String record, int teacher) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, 30);
        steps.post(chunk, arrival);
        return Steps.key(arrival);
    }

    private int title() {
        ProgrammeTitle title = ProgrammeTitle.named(steps.own("研修"));
        return Objects.requireNonNull(
                Steps.wait(stores.programmes().titles(Map.of(title, steps.own("研修")))).get(title));
    }

    private ExpectationScope scope(
            ExpectationSight sight, int graceDays, long asked, long... more) {
        int title = title();
        List<ListTitle> meant = new ArrayList<>(List.of(new ListTitle(asked, title)));
        for (long one : more) meant.add(new ListTitle(one, title));
        return new ExpectationScope(List.of(asked), meant, sight, graceDays);
    }

    private ListCounts count(ExpectationScope scope) {
        return Objects.requireNonNull(
                Steps.wait(expectations.count(scope)).get(scope.lists().getFirst()));
    }

    private List<ExpectationGap> gaps(ExpectationScope scope) {
        List<ExpectationGap> gaps = new ArrayList<>();
        long count =
                Steps.wait(
                        expectations.gaps(
                                scope,
                                some -> {
                                    gaps.addAll(some);
                                    return Uni.createFrom().voidItem();
                                }));
        assertThat(count).isEqualTo(gaps.size());
        return gaps;
    }

    @Test
    void whoCameIsCompletedAndWhoDidNotIsAbsent() {
        came("r", steps.teacher("来"));
        steps.teacher("缺");
        long list = list(FIRST, LAST, "来", "缺", "生");
        assertThat(count(scope(ALL, GRACE, list))).isEqualTo(new ListCounts(3, 1, 2, 1, 0));
        assertThat(count(scope(COUNTY, GRACE, list))).isEqualTo(new ListCounts(2, 1, 1, 0, 0));
        assertThat(count(scope(ELSEWHERE, GRACE, list))).isEqualTo(ListCounts.NONE);
    }

    @Test
    void whoIsOnNoListAboutTheProgrammeIsASurprise() {
        int teacher = steps.teacher("来");
        UUID record = came("r", teacher);
        steps.teacher("缺");
        long list = list(FIRST, LAST, "缺");
        assertThat(count(scope(ALL, GRACE, list)).unexpected()).isEqualTo(1);
        assertThat(gaps(scope(ALL, GRACE, list)))
                .filteredOn(gap -> gap.arrived() != null)
                .extracting(
                        ExpectationGap::list,
                        ExpectationGap::teacher,
                        ExpectationGap::division,
                        ExpectationGap::arrived,
                        ExpectationGap::hourHundredths)
                .containsExactly(
                        tuple(
                                list,
                                teacher,
                                Steps.COUNTY,
                                new ArrivedRecord(Stores.PROVINCE, record, steps.own("r")),
                                30_00));
        long other = list(Stores.PROVINCE, FIRST, LAST, "来");
        assertThat(count(scope(ALL, GRACE, list, other)).unexpected())
                .as("another list expects them")
                .isZero();
    }

    @Test
    void whatComesWithinTheGraceHasCome() {
        came("r", steps.teacher("来"));
        long list = list(FIRST.minusMonths(1), LocalDate.of(2023, 4, 30), "来");
        assertThat(count(scope(ALL, 10, list)).completed()).isEqualTo(1);
        assertThat(count(scope(ALL, 9, list))).isEqualTo(new ListCounts(1, 0, 1, 0, 0));
    }

    @Test
    void whatWasCompletedBeforeThePeriodIsNoneOfIt() {
        came("r", steps.teacher("来"));
        long onTheDay = list(LocalDate.of(2023, 5, 10), LAST, "来");
        assertThat(count(scope(ALL, GRACE, onTheDay)).completed()).isEqualTo(1);
        long after = list(LocalDate.of(2023, 5, 11), LAST, "来");
        assertThat(count(scope(ALL, GRACE, after))).isEqualTo(new ListCounts(1, 0, 1, 0, 0));
    }

    @Test
    void whatWasTakenBackHasNotCome() {
        int teacher = steps.teacher("来");
        came("r", teacher);
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        steps.post(chunk, steps.arrival(chunk, "r", teacher, 2, null));
        long list = list(FIRST, LAST, "来");
        assertThat(count(scope(ALL, GRACE, list))).isEqualTo(new ListCounts(1, 0, 1, 0, 0));
    }

    @Test
    void theMissingAreToldPageByPageInTheOrderOfTheList() {
        came("r", steps.teacher("来"));
        steps.teacher("缺");
        ExpectationScope scope = scope(ALL, GRACE, list(FIRST, LAST, "生", "来", "缺"));
        List<MissingPerson> all = Steps.wait(expectations.missing(scope, -1, 9));
        assertThat(all)
                .extracting(
                        MissingPerson::place,
                        MissingPerson::teacherNo,
                        MissingPerson::name,
                        MissingPerson::division,
                        MissingPerson::hourHundredths)
                .containsExactly(
                        tuple(0, steps.own("生"), "生", null, 40_00),
                        tuple(2, steps.own("缺"), "缺", Steps.COUNTY, 40_00));
        assertThat(Steps.wait(expectations.missing(scope, -1, 1))).containsExactly(all.getFirst());
        assertThat(Steps.wait(expectations.missing(scope, 0, 9))).containsExactly(all.getLast());
    }

    @Test
    void whoeverIsNobodyIsTheSamePersonOnEveryList() {
        long one = list(FIRST, LAST, "生");
        long other = list(Stores.PROVINCE, FIRST, LAST, "生");
        ExpectationGap first = gaps(scope(ALL, GRACE, one)).getFirst();
        ExpectationGap second = gaps(scope(ALL, GRACE, other)).getFirst();
        assertThat(first.person()).isEqualTo(second.person());
        assertThat(first.teacher()).isNull();
        assertThat(first.division()).isNull();
        assertThat(first.arrived()).isNull();
        assertThat(gaps(scope(COUNTY, GRACE, one))).as("told to the whole only").isEmpty();
    }

    @Test
    void listsAreFoundByWhatTheyAreAboutAndWhoIsOnThem() {
        steps.teacher("张");
        long replaced = list(FIRST, LAST, "生");
        long list = list(FIRST, LAST, "张");
        String name = NormalForm.programme(steps.own("研修"));
        assertThat(Steps.wait(expectations.find(list, COUNTY)).map(KeptList::number))
                .contains(list);
        assertThat(Steps.wait(expectations.find(list, ELSEWHERE))).isEmpty();
        assertThat(Steps.wait(expectations.find(replaced, ALL))).isEmpty();
        assertThat(numbers(expectations.lists(new ListFilter(ALL, name, null), list + 1, 9)))
                .containsExactly(list);
        assertThat(numbers(expectations.lists(new ListFilter(ALL, name, null), list, 9))).isEmpty();
        assertThat(
                        numbers(
                                expectations.lists(
                                        new ListFilter(ALL, name, Stores.PROVINCE), list + 1, 9)))
                .isEmpty();
        assertThat(numbers(expectations.about(new TitleWords(Set.of(name), Set.of()))))
                .containsExactly(list);
        assertThat(numbers(expectations.ending(LAST, LAST)))
                .contains(list)
                .doesNotContain(replaced);
        assertThat(numbers(expectations.ending(LAST.plusDays(1), LAST.plusDays(2))))
                .doesNotContain(list);
        int title = title();
        assertThat(Steps.wait(expectations.titles(new TitleWords(Set.of(name), Set.of()))))
                .containsExactly(new KnownTitle(title, ProgrammeTitle.named(name)));
    }

    private static List<Long> numbers(Uni<List<KeptList>> found) {
        return Steps.wait(found).stream().map(KeptList::number).toList();
    }
}
