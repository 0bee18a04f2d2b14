package io.credithub.fakes;

import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.teacher.IdProtection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A teacher as the roster has them by now.
///
/// @param row all that is known; without number and document once they are another one
/// @param former what they were known by
/// @param residences empty: has never moved
record StoredTeacher(int id, RosterRow row, List<Former> former, List<Residence> residences) {
    /// @param hash of a number or document
    /// @param value of a number or name; of a document, masked
    record Former(Kind kind, @Nullable UUID hash, String value, Instant endedAt) {}

    /// The names are those of [Persons.Former#kind].
    enum Kind {
        NUMBER,
        DOCUMENT,
        NAME,
        WRONG_DOCUMENT
    }

    StoredTeacher {
        former = List.copyOf(former);
        residences = List.copyOf(residences);
    }

    /// The county whose sums, sight and rules are the teacher's.
    String answering() {
        return row.homeDivision() == null ? division() : row.homeDivision();
    }

    String division() {
        return Objects.requireNonNull(row.division());
    }

    RosterRow.TeacherStatus status() {
        return Objects.requireNonNull(row.status());
    }

    List<Residence> places() {
        return residences.isEmpty()
                ? List.of(new Residence(LocalDate.MIN, answering()))
                : residences;
    }

    /// Whether the number is or was the teacher's.
    boolean isNumbered(String number) {
        return number.equals(row.teacherNo())
                || former.stream()
                        .anyMatch(one -> one.kind == Kind.NUMBER && one.value.equals(number));
    }

    Identity identity(IdProtection ids) {
        Set<UUID> numbers = hashes(Kind.NUMBER);
        Set<UUID> documents = hashes(Kind.DOCUMENT);
        Set<String> names = new HashSet<>(Set.of(NormalForm.person(row.name())));
        String number = row.teacherNo();
        IdDocument document = row.document();
        if (number != null) numbers.add(ids.lookup(number));
        if (document != null) documents.add(ids.lookup(document));
        for (Former one : former) if (one.kind == Kind.NAME) names.add(one.value);
        return new Identity(numbers, documents, names, row.birthDate());
    }

    private Set<UUID> hashes(Kind kind) {
        return former.stream()
                .filter(one -> one.kind == kind)
                .map(one -> Objects.requireNonNull(one.hash))
                .collect(Collectors.toCollection(HashSet::new));
    }

    TeacherFacts facts() {
        return new TeacherFacts(
                        row.confirmedOn(),
                        row.transferredOn(),
                        row.status() == RosterRow.TeacherStatus.NEW)
                .leaving(row.leftOn());
    }

    StoredTeacher with(RosterRow other) {
        return new StoredTeacher(id, other, former, residences);
    }

    StoredTeacher at(List<Residence> others) {
        return new StoredTeacher(id, row, former, others);
    }

    StoredTeacher formerly(List<Former> others) {
        return new StoredTeacher(id, row, others, residences);
    }

    /// A name that is kept already is not kept twice.
    StoredTeacher keeping(Former one) {
        boolean isKept =
                one.kind == Kind.NAME
                        && former.stream()
                                .anyMatch(f -> f.kind == Kind.NAME && f.value.equals(one.value));
        if (isKept) return this;
        List<Former> all = new ArrayList<>(former);
        all.add(one);
        return formerly(all);
    }
}
