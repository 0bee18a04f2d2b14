package io.credithub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.expectation.EnrolmentLists;
import io.credithub.flow.expectation.EnrolmentLists.Enrolment;
import io.credithub.flow.expectation.EnrolmentLists.ListChange;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.EnrolmentLists.NewList;
import io.credithub.flow.expectation.ExpectedTraining;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.testing.AtOnce;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Of one sender, programme and period the latest list counts; the same again changes nothing.
public abstract class EnrolmentListsContract {
    private static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 4, 30);
    private static final ListOwner VENDOR = new ListOwner(Stores.VENDOR, Jurisdiction.NATION);

    private final EnrolmentLists lists;
    private final IdProtection ids;
    private final String mark = UUID.randomUUID().toString();

    protected EnrolmentListsContract(EnrolmentLists lists, IdProtection ids) {
        this.lists = lists;
        this.ids = ids;
    }

    private Enrolment person(String name) {
        String number = name + mark;
        TeacherKeys keys = new TeacherKeys(number, ids.lookup(number), null, name, null, null);
        return new Enrolment(keys, name, null, 40_00);
    }

    private NewList list(ListOwner owner, @Nullable String code, LocalDate last, String... people) {
        List<Enrolment> enrolled = Stream.of(people).map(this::person).toList();
        UUID digest = UUID.nameUUIDFromBytes((String.join(",", people) + mark).getBytes(UTF_8));
        return new NewList(
                owner,
                new ExpectedTraining(code, "研修" + mark, FIRST, last),
                enrolled,
                digest,
                "a-key");
    }

    private NewList list(String... people) {
        return list(VENDOR, null, LAST, people);
    }

    private ListChange keep(NewList list) {
        return Steps.wait(lists.keep(list));
    }

    private long kept(NewList list) {
        return Objects.requireNonNull(keep(list).list());
    }

    @Test
    void aLaterListReplacesTheOneBefore() {
        long first = kept(list("张", "李"));
        ListChange change = keep(list("李", "王", "赵"));
        long second = Objects.requireNonNull(change.list());
        assertThat(change).isEqualTo(new ListChange(second, first, false, 2, 1, 3));
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void theSameAgainIsTheSameList() {
        long first = kept(list("张", "李"));
        assertThat(keep(list("张", "李"))).isEqualTo(new ListChange(first, null, true, 0, 0, 2));
    }

    @Test
    void comparingKeepsNothing() {
        assertThat(Steps.wait(lists.compare(list("张"))))
                .isEqualTo(new ListChange(null, null, false, 1, 0, 1));
        long first = kept(list("张"));
        assertThat(Steps.wait(lists.compare(list("李"))))
                .isEqualTo(new ListChange(null, first, false, 1, 1, 1));
        assertThat(kept(list("张"))).isEqualTo(first);
    }

    @Test
    void anEmptyListTakesEverybodyOff() {
        long first = kept(list("张", "李"));
        ListChange change = keep(list());
        assertThat(change).isEqualTo(new ListChange(change.list(), first, false, 0, 2, 0));
    }

    @Test
    void anotherSenderProgrammeOrPeriodIsAnotherList() {
        long one = kept(list("张"));
        ListOwner county = new ListOwner(null, new Jurisdiction("140105"));
        ListOwner other = new ListOwner(Stores.PROVINCE, Jurisdiction.NATION);
        long ofCounty = kept(list(county, null, LAST, "张"));
        long ofOther = kept(list(other, null, LAST, "张"));
        long ofCode = kept(list(VENDOR, "NP-" + mark, LAST, "张"));
        long ofPeriod = kept(list(VENDOR, null, LAST.plusDays(1), "张"));
        assertThat(List.of(one, ofCounty, ofOther, ofCode, ofPeriod)).doesNotHaveDuplicates();
        assertThat(kept(list("张"))).isEqualTo(one);
        assertThat(kept(list(county, null, LAST, "张"))).isEqualTo(ofCounty);
    }

    @Test
    void manyWhoSendTheSameAtOnceSendOneList() {
        NewList list = list("张", "李");
        List<ListChange> told = AtOnce.told(_ -> lists.keep(list));
        assertThat(told).extracting(ListChange::list).containsOnly(told.getFirst().list());
        assertThat(told).filteredOn(change -> !change.isSame()).hasSize(1);
    }
}
