package io.credithub.store.roster;

import static io.credithub.flow.reading.RosterColumn.DIVISION_CODE;
import static io.credithub.flow.reading.RosterColumn.ID_NUMBER;
import static io.credithub.flow.reading.RosterColumn.NAME;
import static io.credithub.flow.reading.RosterColumn.STATUS;
import static io.credithub.flow.reading.RosterColumn.TEACHER_NO;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.teacher.IdentityMatch;
import io.credithub.domain.teacher.IdentityMatch.Agreement;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Enrolled.RowRemark;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.store.roster.CountyTransferWriter.CountyTransfer;
import io.credithub.store.roster.DoubtRows.DoubtRow;
import io.credithub.store.roster.RosterEntry.KnownTeacher;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.ErasedIdentities;
import io.credithub.store.teacher.FormerIdentities;
import io.credithub.store.teacher.FormerIdentities.FormerIdentity;
import io.credithub.store.teacher.IdentityRows.FormerKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Enrols a batch of the roster: a teacher is found by number, then by document; who is not found
/// is added, who differs is changed, and a new county takes its figures along.
final class RosterWriter {
    private final SqlConnection connection;
    private final IdProtection ids;

    RosterWriter(SqlConnection connection, IdProtection ids) {
        this.connection = connection;
        this.ids = ids;
    }

    /// @param today since when somebody is elsewhere whose row does not say
    Uni<Enrolled> enrol(RosterBatch batch, LocalDate today) {
        List<RosterEntry> entries =
                batch.rows().stream().map(row -> RosterEntry.of(row, ids)).toList();
        Tuple keys =
                new ArrayParameters<>(entries)
                        .uuids(RosterEntry::numberHash)
                        .uuids(RosterEntry::documentHash)
                        .tuple();
        return connection
                .preparedQuery(RosterSql.KNOWN)
                .execute(keys)
                .chain(known ->
                        Uni.combine()
                                .all()
                                .unis(
                                        new HomeSchools(connection, today).of(batch.rows()),
                                        ErasedIdentities.among(connection, hashes(entries)))
                                .usingConcurrencyOf(1)
                                .with((homes, erased) ->
                                        new Sorted(batch.columns(), known, homes, erased)
                                                .sort(entries)))
                .chain(sorted -> write(sorted, today));
    }

    private static Set<UUID> hashes(List<RosterEntry> entries) {
        Set<UUID> hashes = new HashSet<>();
        for (RosterEntry entry : entries) {
            if (entry.numberHash() != null) hashes.add(entry.numberHash());
            if (entry.documentHash() != null) hashes.add(entry.documentHash());
        }
        return hashes;
    }

    private record TeacherChangeRow(RosterEntry entry, KnownTeacher known) {
        boolean isMove() {
            return !known.answering().equals(entry.answering());
        }

        /// A home that was not known before was the teacher's all the time.
        boolean isLearned() {
            return known.homeDivision() == null
                    && known.isAway()
                    && known.division().equals(entry.division());
        }

        boolean isRenamed() {
            String was = NormalForm.person(known.name());
            return !was.equals(NormalForm.person(entry.row().name()));
        }
    }

    /// What is to be done with each entry. Nobody is made into somebody else: what disagrees about
    /// who a teacher is, is refused.
    private static final class Sorted {
        private final Set<RosterColumn> columns;
        private final Map<UUID, KnownTeacher> byNumber = new HashMap<>();
        private final Map<UUID, KnownTeacher> byDocument = new HashMap<>();
        private final List<RosterEntry> added = new ArrayList<>();
        private final List<TeacherChangeRow> changed = new ArrayList<>();
        private final List<RowRemark> told = new ArrayList<>();
        private final List<Integer> withoutHome = new ArrayList<>();
        private final HomeSchools.HomeDivisions homes;
        private final List<DoubtRow> doubts = new ArrayList<>();
        private final List<Integer> unchanged = new ArrayList<>();
        private final Set<UUID> erased;

        Sorted(
                Set<RosterColumn> columns,
                RowSet<Row> rows,
                HomeSchools.HomeDivisions homes,
                Set<UUID> erased) {
            this.columns = columns;
            this.homes = homes;
            this.erased = erased;
            for (Row row : rows) {
                KnownTeacher known = KnownTeacher.of(row);
                for (UUID number : known.identity().numbers()) byNumber.put(number, known);
                for (UUID document : known.identity().documents()) byDocument.put(document, known);
            }
        }

        Sorted sort(List<RosterEntry> entries) {
            for (int index = 0; index < entries.size(); index++) sort(index, entries.get(index));
            return this;
        }

        private void sort(int index, RosterEntry entry) {
            KnownTeacher one = find(byNumber, entry.numberHash());
            KnownTeacher other = find(byDocument, entry.documentHash());
            KnownTeacher known = one != null ? one : other;
            if (known == null && isErased(entry)) {
                refuse(index, FindingCode.ERASED, TEACHER_NO);
            } else if (known == null) {
                add(index, entry);
            } else if (other != null && known.id() != other.id()) {
                doubt(index, new DoubtRow(entry, FindingCode.IDENTITY_MISMATCH, of(known, other)));
            } else {
                IdentityMatch match = IdentityMatch.of(known.identity(), entry.identity());
                if (match.verdict() == IdentityMatch.MatchVerdict.SAME) {
                    RosterEntry over = homes.complete(entry.over(known, columns), known);
                    change(index, new TeacherChangeRow(over, known), match);
                } else if (one != null) {
                    doubt(
                            index,
                            new DoubtRow(entry, FindingCode.NUMBER_OF_ANOTHER, of(known, known)));
                } else {
                    doubt(
                            index,
                            new DoubtRow(entry, FindingCode.DOCUMENT_OF_ANOTHER, of(known, known)));
                }
            }
        }

        private boolean isErased(RosterEntry entry) {
            return contains(erased, entry.numberHash()) || contains(erased, entry.documentHash());
        }

        private static boolean contains(Set<UUID> hashes, @Nullable UUID hash) {
            return hash != null && hashes.contains(hash);
        }

        /// Of whom nothing is known, the file must say where they belong.
        private void add(int index, RosterEntry entry) {
            if (entry.row().division() == null) {
                refuse(index, FindingCode.MISSING_FIELD, DIVISION_CODE);
            } else if (entry.row().status() == null) {
                refuse(index, FindingCode.MISSING_FIELD, STATUS);
            } else {
                RosterEntry whole = homes.complete(entry, null);
                added.add(whole);
                if (homes.isMissing(whole.row())) withoutHome.add(index);
            }
        }

        private void change(int index, TeacherChangeRow change, IdentityMatch match) {
            KnownTeacher known = change.known();
            if (homes.isMissing(change.entry().row())) withoutHome.add(index);
            if (known.equals(change.entry().as(known))) {
                unchanged.add(known.id());
                return;
            }
            changed.add(change);
            if (change.isRenamed()) tell(index, FindingCode.NAME_CHANGED, NAME);
            if (match.number() == Agreement.DIFFERS) {
                tell(index, FindingCode.NUMBER_CHANGED, TEACHER_NO);
            }
            if (match.document() == Agreement.DIFFERS) {
                tell(index, FindingCode.DOCUMENT_CHANGED, ID_NUMBER);
            }
        }

        private static List<Integer> of(KnownTeacher one, KnownTeacher other) {
            return one.id() == other.id() ? List.of(one.id()) : List.of(one.id(), other.id());
        }

        /// Waits for a registrar.
        private void doubt(int index, DoubtRow doubt) {
            boolean isDocument = doubt.code() == FindingCode.DOCUMENT_OF_ANOTHER;
            refuse(index, doubt.code(), isDocument ? ID_NUMBER : TEACHER_NO);
            doubts.add(doubt);
        }

        private void refuse(int index, FindingCode code, RosterColumn column) {
            told.add(new RowRemark(index, new Finding(code, "/" + column.column(), null), true));
        }

        private void tell(int index, FindingCode code, RosterColumn column) {
            told.add(new RowRemark(index, new Finding(code, "/" + column.column(), null), false));
        }
    }

    private static <K> @Nullable KnownTeacher find(Map<K, KnownTeacher> known, @Nullable K key) {
        return key == null ? null : known.get(key);
    }

    private Uni<Enrolled> write(Sorted sorted, LocalDate today) {
        Set<Integer> touched = new HashSet<>();
        Set<Integer> facts = new HashSet<>();
        Set<Integer> moved = new HashSet<>();
        for (TeacherChangeRow change : sorted.changed) {
            touched.add(change.known().id());
            if (!change.known().hasFactsOf(change.entry())) facts.add(change.known().id());
            if (change.isMove()) moved.add(change.known().id());
        }
        Tuple changes =
                new ArrayParameters<>(sorted.changed).ints(change -> change.known().id()).tuple();
        List<RosterEntry> changed = sorted.changed.stream().map(TeacherChangeRow::entry).toList();
        Tuple changing = RosterEntry.columns(changed).addValue(changes.getValue(0));
        return new DoubtRows(connection)
                .keep(sorted.doubts)
                .chain(() -> add(sorted.added))
                .invoke(touched::addAll)
                .chain(() -> new FormerIdentities(connection).keep(former(sorted.changed)))
                .chain(() -> run(RosterSql.CHANGE, changed, changing))
                .chain(() ->
                        new CountyTransferWriter(connection).write(moves(sorted.changed), today))
                .replaceWith(() ->
                        new Enrolled(
                                sorted.added.size(),
                                sorted.changed.size(),
                                sorted.unchanged.size(),
                                touched,
                                facts,
                                moved,
                                seen(sorted, touched),
                                sorted.told,
                                sorted.withoutHome));
    }

    private static Set<Integer> seen(Sorted sorted, Set<Integer> touched) {
        Set<Integer> seen = new HashSet<>(touched);
        seen.addAll(sorted.unchanged);
        for (DoubtRow doubt : sorted.doubts) seen.addAll(doubt.teachers());
        return seen;
    }

    private Uni<List<Integer>> add(List<RosterEntry> added) {
        if (added.isEmpty()) return Uni.createFrom().item(List.of());
        return connection
                .preparedQuery(RosterSql.ADD)
                .execute(RosterEntry.columns(added))
                .map(rows -> {
                    List<Integer> numbers = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        numbers.add(Objects.requireNonNull(row.getInteger(0)));
                    }
                    return numbers;
                });
    }

    /// What a changed teacher was known by.
    private static List<FormerIdentity> former(List<TeacherChangeRow> changes) {
        List<FormerIdentity> former = new ArrayList<>();
        for (TeacherChangeRow change : changes) {
            KnownTeacher known = change.known();
            RosterEntry entry = change.entry();
            if (change.isRenamed()) {
                String name = NormalForm.person(known.name());
                former.add(new FormerIdentity(known.id(), FormerKind.NAME, null, name));
            }
            if (differs(known.numberHash(), entry.numberHash())) {
                former.add(
                        new FormerIdentity(
                                known.id(),
                                FormerKind.NUMBER,
                                known.numberHash(),
                                known.teacherNo()));
            }
            if (differs(known.documentHash(), entry.documentHash())) {
                former.add(
                        new FormerIdentity(
                                known.id(), FormerKind.WRONG_DOCUMENT, known.documentHash(), null));
            }
        }
        return former;
    }

    private static boolean differs(@Nullable UUID known, @Nullable UUID said) {
        return known != null && said != null && !known.equals(said);
    }

    private static List<CountyTransfer> moves(List<TeacherChangeRow> changes) {
        return changes.stream()
                .filter(TeacherChangeRow::isMove)
                .map(change -> {
                    RosterRow row = change.entry().row();
                    KnownTeacher known = change.known();
                    return new CountyTransfer(
                            known.id(),
                            known.answering(),
                            change.entry().answering(),
                            row.divisionSince(),
                            change.isLearned());
                })
                .toList();
    }

    private Uni<Void> run(String sql, List<?> rows, Tuple tuple) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }
}
