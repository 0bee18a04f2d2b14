package io.credithub.fakes;

import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.NormalForm;
import io.credithub.fakes.StoredTeacher.Former;
import io.credithub.fakes.StoredTeacher.Kind;
import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.RosterRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes who is who, as registrars have decided.
record PersonChange(RegistryState state, InMemoryLedger ledger) {
    void renumber(int id, String number) {
        StoredTeacher teacher = without(state.teacher(id), number);
        StoredTeacher kept = keepNumber(teacher, teacher);
        put(kept.with(numbered(kept.row(), number, kept.row().document())));
    }

    private void put(StoredTeacher teacher) {
        state.teachers.put(teacher.id(), teacher);
    }

    /// A number that was the teacher's before is former no more.
    private static StoredTeacher without(StoredTeacher teacher, String number) {
        return teacher.formerly(
                teacher.former().stream()
                        .filter(one -> one.kind() != Kind.NUMBER || !one.value().equals(number))
                        .toList());
    }

    /// The number of one is a former one of the teacher's from now on.
    private StoredTeacher keepNumber(StoredTeacher teacher, StoredTeacher one) {
        String number = one.row().teacherNo();
        if (number == null) return teacher;
        UUID hash = ledger.ids().lookup(number);
        return teacher.keeping(new Former(Kind.NUMBER, hash, number, now()));
    }

    private Instant now() {
        return ledger.clock().instant();
    }

    void merge(int keptId, int otherId) {
        StoredTeacher other = state.teacher(otherId);
        StoredTeacher kept = state.teacher(keptId);
        String name = NormalForm.person(other.row().name());
        kept = kept.keeping(new Former(Kind.NAME, null, name, now()));
        for (Former one : other.former()) kept = kept.keeping(one);
        kept = keepNumber(kept, other);
        IdDocument document = other.row().document();
        if (document != null) {
            UUID hash = ledger.ids().lookup(document);
            kept = kept.keeping(new Former(Kind.DOCUMENT, hash, document.masked(), now()));
        }
        put(kept);
        put(other.formerly(List.of()).with(left(numbered(other.row(), null, null))));
    }

    int part(int id, PersonAct.PartRecords part) {
        StoredTeacher teacher = without(state.teacher(id), part.newNumber());
        put(teacher);
        RosterRow row = teacher.row();
        int parted = state.teachers.lastKey() + 1;
        RosterRow beside =
                new RosterRow(
                        part.newNumber(),
                        null,
                        part.name(),
                        part.birthDate(),
                        row.schoolCode(),
                        row.schoolName(),
                        row.division(),
                        RosterRow.TeacherStatus.ACTIVE,
                        null,
                        null,
                        row.homeSchool(),
                        null,
                        row.homeDivision(),
                        null);
        put(new StoredTeacher(parted, beside, List.of(), List.of()));
        return parted;
    }

    private static RosterRow numbered(
            RosterRow row, @Nullable String number, @Nullable IdDocument document) {
        return new RosterRow(
                number,
                document,
                row.name(),
                row.birthDate(),
                row.schoolCode(),
                row.schoolName(),
                row.division(),
                row.status(),
                row.confirmedOn(),
                row.transferredOn(),
                row.homeSchool(),
                row.divisionSince(),
                row.homeDivision(),
                row.leftOn());
    }

    private static RosterRow left(RosterRow row) {
        return new RosterRow(
                row.teacherNo(),
                row.document(),
                row.name(),
                row.birthDate(),
                row.schoolCode(),
                row.schoolName(),
                row.division(),
                RosterRow.TeacherStatus.LEFT,
                row.confirmedOn(),
                row.transferredOn(),
                row.homeSchool(),
                row.divisionSince(),
                row.homeDivision(),
                row.leftOn());
    }
}
