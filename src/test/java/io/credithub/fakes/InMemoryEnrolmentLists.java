package io.credithub.fakes;

import io.credithub.flow.expectation.EnrolmentLists;
import io.credithub.flow.teacher.TeacherIndex;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Enrolment lists in memory. In which division a teacher is, it does not ask.
public final class InMemoryEnrolmentLists implements EnrolmentLists {
    private final TeacherIndex teachers;
    private final Map<String, KeptOne> lists = new HashMap<>();
    private long last;

    public InMemoryEnrolmentLists(TeacherIndex teachers) {
        this.teachers = teachers;
    }

    /// A list that counts, under its number.
    record KeptOne(long number, NewList list) {}

    /// The lists that count.
    synchronized List<KeptOne> inForce() {
        return List.copyOf(lists.values());
    }

    /// Who is on the lists that count.
    public synchronized List<Enrolment> enrolled() {
        return lists.values().stream().flatMap(one -> one.list.enrolments().stream()).toList();
    }

    @Override
    public Uni<ListChange> compare(NewList list) {
        return unknown(list).map(unknown -> change(list, unknown));
    }

    @Override
    public Uni<ListChange> keep(NewList list) {
        return unknown(list).map(unknown -> kept(list, unknown));
    }

    private Uni<Integer> unknown(NewList list) {
        List<TeacherKeys> keys = list.enrolments().stream().map(Enrolment::keys).toList();
        return teachers.identify(keys)
                .map(known ->
                        Math.toIntExact(
                                keys.stream()
                                        .filter(one ->
                                                !known.found().byNumber().containsKey(one.number())
                                                        && !known.found()
                                                                .byDocument()
                                                                .containsKey(one.documentHash()))
                                        .count()));
    }

    private static String key(NewList list) {
        return "%s %s %s %s"
                .formatted(
                        list.owner(),
                        list.training().key(),
                        list.training().startsOn(),
                        list.training().endsOn());
    }

    private synchronized ListChange change(NewList list, int unknown) {
        KeptOne now = lists.get(key(list));
        if (now == null) {
            return new ListChange(null, null, false, list.enrolments().size(), 0, unknown);
        }
        if (now.list.digest().equals(list.digest())) {
            return new ListChange(now.number, null, true, 0, 0, unknown);
        }
        return new ListChange(
                null, now.number, false, without(list, now.list), without(now.list, list), unknown);
    }

    /// How many of one are not on the other.
    private static int without(NewList one, NewList other) {
        return Math.toIntExact(
                one.enrolments().stream()
                        .filter(person ->
                                other.enrolments().stream().noneMatch(known -> is(known, person)))
                        .count());
    }

    private static boolean is(Enrolment one, Enrolment other) {
        return same(one.keys().numberHash(), other.keys().numberHash())
                || same(one.keys().documentHash(), other.keys().documentHash());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one != null && Objects.equals(one, other);
    }

    private synchronized ListChange kept(NewList list, int unknown) {
        ListChange change = change(list, unknown);
        if (change.isSame()) return change;
        last++;
        lists.put(key(list), new KeptOne(last, list));
        return new ListChange(
                last, change.replaced(), false, change.added(), change.gone(), unknown);
    }
}
