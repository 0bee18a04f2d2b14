package io.credithub.fakes;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.teacher.Identity;
import io.credithub.domain.teacher.IdentityMatch;
import io.credithub.domain.teacher.IdentityMatch.Agreement;
import io.credithub.fakes.StoredPersons.Doubted;
import io.credithub.fakes.StoredTeacher.Former;
import io.credithub.fakes.StoredTeacher.Kind;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Enrolled.RowRemark;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Enrols the rows of a batch: a teacher is found by number, then by document; who is not found is
/// added, who differs is changed, and what disagrees about who somebody is, is refused. Used once.
final class RosterEnrolment {
    private final RegistryState state;
    private final InMemoryLedger ledger;
    private final Set<RosterColumn> columns;
    private final LocalDate today;
    private final RegistryState before;
    private List<RosterRow> rows = List.of();
    private int added;
    private int changed;
    private int unchanged;
    private final Set<Integer> touched = new HashSet<>();
    private final Set<Integer> facts = new HashSet<>();
    private final Set<Integer> moved = new HashSet<>();
    private final Set<Integer> seen = new HashSet<>();
    private final List<RowRemark> told = new ArrayList<>();
    private final List<Integer> withoutHome = new ArrayList<>();

    RosterEnrolment(
            RegistryState state,
            InMemoryLedger ledger,
            Set<RosterColumn> columns,
            LocalDate today) {
        this.state = state;
        this.ledger = ledger;
        this.columns = columns;
        this.today = today;
        this.before = state.copy();
    }

    Enrolled enrol(List<RosterRow> batch) {
        rows = batch;
        for (int index = 0; index < batch.size(); index++) enrol(index, batch.get(index));
        seen.addAll(touched);
        return new Enrolled(
                added, changed, unchanged, touched, facts, moved, seen, told, withoutHome);
    }

    private void enrol(int index, RosterRow row) {
        TeacherSearch search = new TeacherSearch(before, ledger.ids());
        UUID number = row.teacherNo() == null ? null : ledger.ids().lookup(row.teacherNo());
        UUID document = row.document() == null ? null : ledger.ids().lookup(row.document());
        StoredTeacher one = number == null ? null : search.numbered(number);
        StoredTeacher other = document == null ? null : search.documented(document);
        StoredTeacher known = one != null ? one : other;
        if (known == null) {
            add(index, row);
        } else if (other != null && known.id() != other.id()) {
            List<Integer> both = List.of(known.id(), other.id());
            doubt(index, row, FindingCode.IDENTITY_MISMATCH, both);
        } else {
            Identity said =
                    Identity.said(number, document, NormalForm.person(row.name()), born(row));
            IdentityMatch match = IdentityMatch.of(known.identity(ledger.ids()), said);
            if (match.verdict() == IdentityMatch.MatchVerdict.SAME) {
                change(index, known, over(known, row), match);
            } else {
                FindingCode code =
                        one != null
                                ? FindingCode.NUMBER_OF_ANOTHER
                                : FindingCode.DOCUMENT_OF_ANOTHER;
                doubt(index, row, code, List.of(known.id()));
            }
        }
    }

    /// Where the row does not tell the birth date, a resident's number does.
    private static @Nullable LocalDate born(RosterRow row) {
        IdDocument document = row.document();
        if (row.birthDate() != null || document == null) return row.birthDate();
        boolean isResident = document.type() == IdDocument.Type.RESIDENT;
        return isResident ? ResidentId.birthDate(document.number()) : null;
    }

    private void add(int index, RosterRow row) {
        if (row.division() == null) {
            tell(index, FindingCode.MISSING_FIELD, RosterColumn.DIVISION_CODE, true);
        } else if (row.status() == null) {
            tell(index, FindingCode.MISSING_FIELD, RosterColumn.STATUS, true);
        } else {
            RosterRow whole = completed(row, null);
            int id = state.teachers.isEmpty() ? 1 : state.teachers.lastKey() + 1;
            state.teachers.put(id, new StoredTeacher(id, whole, List.of(), List.of()));
            added++;
            touched.add(id);
            if (isHomeless(whole)) withoutHome.add(index);
        }
    }

    private static boolean isHomeless(RosterRow row) {
        return row.isAway() && row.homeDivision() == null;
    }

    /// The row, with what its file does not speak of as the registry holds it.
    private RosterRow over(StoredTeacher known, RosterRow row) {
        RosterRow was = known.row();
        Identity identity = known.identity(ledger.ids());
        String number = row.teacherNo();
        IdDocument document = row.document();
        boolean isNumbered =
                number != null && !identity.numbers().contains(ledger.ids().lookup(number));
        boolean isDocumented =
                document != null && !identity.documents().contains(ledger.ids().lookup(document));
        RosterRow filled =
                new RosterRow(
                        isNumbered ? number : was.teacherNo(),
                        isDocumented ? document : was.document(),
                        row.name(),
                        row.birthDate() == null ? was.birthDate() : row.birthDate(),
                        said(RosterColumn.SCHOOL_CODE, row.schoolCode(), was.schoolCode()),
                        said(RosterColumn.SCHOOL_NAME, row.schoolName(), was.schoolName()),
                        said(RosterColumn.DIVISION_CODE, row.division(), was.division()),
                        said(RosterColumn.STATUS, row.status(), was.status()),
                        said(RosterColumn.CONFIRMED_ON, row.confirmedOn(), was.confirmedOn()),
                        said(RosterColumn.TRANSFERRED_ON, row.transferredOn(), was.transferredOn()),
                        said(RosterColumn.HOME_SCHOOL_CODE, row.homeSchool(), was.homeSchool()),
                        row.divisionSince(),
                        row.homeDivision(),
                        row.leftOn());
        return completed(filled, known);
    }

    private <T> @Nullable T said(RosterColumn column, @Nullable T said, @Nullable T known) {
        return columns.contains(column) ? said : known;
    }

    private RosterRow completed(RosterRow row, @Nullable StoredTeacher known) {
        LocalDate leftBefore = known == null ? null : known.row().leftOn();
        LocalDate left = row.leftOn() != null ? row.leftOn() : leftBefore;
        boolean hasLeft = row.status() == RosterRow.TeacherStatus.LEFT;
        return row.with(
                row.isAway() ? home(row, known) : null,
                hasLeft ? (left == null ? today : left) : null);
    }

    private @Nullable String home(RosterRow row, @Nullable StoredTeacher known) {
        String school = row.homeSchool();
        if (row.homeDivision() != null || school == null) return row.homeDivision();
        String home =
                known != null && school.equals(known.row().homeSchool())
                        ? known.row().homeDivision()
                        : null;
        return home != null ? home : new HomeSearch(before, today).of(school, rows);
    }

    private void change(int index, StoredTeacher known, RosterRow row, IdentityMatch match) {
        if (isHomeless(row)) withoutHome.add(index);
        LocalDate since = row.divisionSince();
        RosterRow kept = sinceEver(row);
        seen.add(known.id());
        if (kept.equals(sinceEver(known.row()))) {
            unchanged++;
            return;
        }
        changed++;
        touched.add(known.id());
        StoredTeacher now = former(known, row).with(kept);
        state.teachers.put(known.id(), now);
        if (!now.facts().equals(known.facts()) || now.status() != known.status()) {
            facts.add(known.id());
        }
        if (!now.answering().equals(known.answering())) {
            moved.add(known.id());
            boolean isLearned =
                    known.row().homeDivision() == null
                            && known.row().isAway()
                            && known.division().equals(now.division());
            CountyTransfer transfer = new CountyTransfer(state, today);
            if (isLearned) transfer.learned(now, known.answering());
            else transfer.moved(now, known.answering(), since);
        }
        if (isRenamed(known, row)) {
            tell(index, FindingCode.NAME_CHANGED, RosterColumn.NAME, false);
        }
        if (match.number() == Agreement.DIFFERS) {
            tell(index, FindingCode.NUMBER_CHANGED, RosterColumn.TEACHER_NO, false);
        }
        if (match.document() == Agreement.DIFFERS) {
            tell(index, FindingCode.DOCUMENT_CHANGED, RosterColumn.ID_NUMBER, false);
        }
    }

    /// Since when somebody is somewhere is kept with the places.
    private static RosterRow sinceEver(RosterRow row) {
        return new RosterRow(
                row.teacherNo(),
                row.document(),
                row.name(),
                row.birthDate(),
                row.schoolCode(),
                row.schoolName(),
                row.division(),
                row.status(),
                row.confirmedOn(),
                row.transferredOn(),
                row.homeSchool(),
                null,
                row.homeDivision(),
                row.leftOn());
    }

    private static boolean isRenamed(StoredTeacher known, RosterRow row) {
        return !NormalForm.person(known.row().name()).equals(NormalForm.person(row.name()));
    }

    private StoredTeacher former(StoredTeacher known, RosterRow row) {
        StoredTeacher kept = known;
        Instant now = ledger.clock().instant();
        RosterRow was = known.row();
        String number = was.teacherNo();
        IdDocument document = was.document();
        if (isRenamed(known, row)) {
            String name = NormalForm.person(was.name());
            kept = kept.keeping(new Former(Kind.NAME, null, name, now));
        }
        if (number != null && !number.equals(row.teacherNo())) {
            UUID hash = ledger.ids().lookup(number);
            kept = kept.keeping(new Former(Kind.NUMBER, hash, number, now));
        }
        if (document != null && !document.equals(row.document())) {
            UUID hash = ledger.ids().lookup(document);
            kept = kept.keeping(new Former(Kind.WRONG_DOCUMENT, hash, document.masked(), now));
        }
        return kept;
    }

    /// Waits for a registrar. The same row again is the same doubt.
    private void doubt(int index, RosterRow row, FindingCode code, List<Integer> teachers) {
        boolean isDocument = code == FindingCode.DOCUMENT_OF_ANOTHER;
        tell(index, code, isDocument ? RosterColumn.ID_NUMBER : RosterColumn.TEACHER_NO, true);
        seen.addAll(teachers);
        IdDocument document = row.document();
        String key =
                row.teacherNo()
                        + " "
                        + (document == null ? null : document.number())
                        + " "
                        + row.name()
                        + " "
                        + row.birthDate();
        Instant now = ledger.clock().instant();
        Doubted first = state.persons.doubts.get(key);
        Persons.RosterDoubt doubt =
                new Persons.RosterDoubt(
                        code.code(),
                        row.teacherNo(),
                        document == null ? "" : document.masked(),
                        row.name(),
                        row.birthDate(),
                        row.division(),
                        List.of(),
                        first == null ? now : first.doubt().firstSeen(),
                        now);
        state.persons.doubts.put(key, new Doubted(doubt, teachers));
    }

    private void tell(int index, FindingCode code, RosterColumn column, boolean isRefused) {
        told.add(new RowRemark(index, new Finding(code, "/" + column.column(), null), isRefused));
    }
}
