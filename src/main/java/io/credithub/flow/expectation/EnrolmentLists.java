package io.credithub.flow.expectation;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps enrolment lists. Implemented by `hub.store`.
///
/// Of one sender, programme and period the latest list counts; the earlier ones stay as they were.
public interface EnrolmentLists {
    /// What keeping a list would change; keeps nothing.
    Uni<ListChange> compare(NewList list);

    /// Keeps a list, in one transaction. One that says what the list in force says is that list.
    Uni<ListChange> keep(NewList list);

    /// Who answers for a list: no two senders replace each other's.
    ///
    /// @param feed whose programme it is; absent: a division's
    /// @param division whose teachers the list can name; others in it are as if nobody knew them
    record ListOwner(@Nullable String feed, Jurisdiction division) {}

    /// @param digest of all rows, keyed; equal for lists that say the same
    /// @param by the id of the sender's key
    record NewList(
            ListOwner owner,
            ExpectedTraining training,
            List<Enrolment> enrolments,
            UUID digest,
            String by) {
        public NewList {
            enrolments = List.copyOf(enrolments);
        }
    }

    /// Somebody on a list. Nobody is on it twice.
    ///
    /// @param keys at least one of number and document is there
    /// @param name as written
    /// @param documentMasked as `1401**********0016`
    record Enrolment(
            TeacherKeys keys,
            String name,
            @Nullable String documentMasked,
            @Nullable Integer hourHundredths) {
        @Override
        public String toString() {
            return "Enrolment[masked]";
        }
    }

    /// @param list the number of the list now in force; absent: it would be a new one
    /// @param replaced the number of the list that was in force before
    /// @param isSame whether that list says the same, so that nothing changes
    /// @param added who was not on the list before
    /// @param gone who is not on the list any more
    /// @param unknown whom the roster does not know, or not in the sender's division
    record ListChange(
            @Nullable Long list,
            @Nullable Long replaced,
            boolean isSame,
            int added,
            int gone,
            int unknown) {}
}
