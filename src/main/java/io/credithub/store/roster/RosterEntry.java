package io.credithub.store.roster;

import static io.credithub.flow.reading.RosterColumn.CONFIRMED_ON;
import static io.credithub.flow.reading.RosterColumn.DIVISION_CODE;
import static io.credithub.flow.reading.RosterColumn.HOME_SCHOOL_CODE;
import static io.credithub.flow.reading.RosterColumn.SCHOOL_CODE;
import static io.credithub.flow.reading.RosterColumn.SCHOOL_NAME;
import static io.credithub.flow.reading.RosterColumn.STATUS;
import static io.credithub.flow.reading.RosterColumn.TRANSFERRED_ON;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.IdentityRows;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A roster row with what is kept of its ID document: keyed hash, sealed number, masked number.
public record RosterEntry(
        RosterRow row,
        @Nullable UUID numberHash,
        @Nullable UUID documentHash,
        byte @Nullable [] sealed) {

    static RosterEntry of(RosterRow row, IdProtection ids) {
        String number = row.teacherNo();
        IdDocument document = row.document();
        return new RosterEntry(
                row,
                number == null ? null : ids.lookup(number),
                document == null ? null : ids.lookup(document),
                document == null ? null : ids.seal(document));
    }

    /// One array a column, in the order that the statements of [RosterWriter] take them.
    static Tuple columns(List<RosterEntry> entries) {
        Short[] types = new Short[entries.size()];
        Buffer[] sealed = new Buffer[entries.size()];
        for (int i = 0; i < types.length; i++) {
            RosterEntry entry = entries.get(i);
            IdDocument document = entry.row.document();
            types[i] = document == null ? null : Narrow.toShort(document.type().code());
            sealed[i] = entry.sealed == null ? null : Buffer.buffer(entry.sealed);
        }
        return new ArrayParameters<>(entries)
                .texts(entry -> entry.row.teacherNo())
                .uuids(RosterEntry::numberHash)
                .plain(types)
                .uuids(RosterEntry::documentHash)
                .plain(sealed)
                .texts(entry -> masked(entry.row.document()))
                .texts(entry -> entry.row.name())
                .dates(entry -> entry.row.birthDate())
                .texts(entry -> entry.row.schoolCode())
                .texts(entry -> entry.row.schoolName())
                .texts(entry -> entry.row.homeSchool())
                .texts(entry -> entry.row.division())
                .texts(entry -> entry.status().name())
                .dates(entry -> entry.row.confirmedOn())
                .dates(entry -> entry.row.transferredOn())
                .texts(entry -> entry.row.homeDivision())
                .dates(entry -> entry.row.leftOn())
                .tuple();
    }

    private static @Nullable String masked(@Nullable IdDocument document) {
        return document == null ? null : document.masked();
    }

    /// Who the row says it is about. Where it does not tell the birth date, a resident's number
    /// does.
    Identity identity() {
        IdDocument document = row.document();
        LocalDate born = row.birthDate();
        if (born == null && document != null && document.type() == IdDocument.Type.RESIDENT) {
            born = ResidentId.birthDate(document.number());
        }
        return Identity.said(numberHash, documentHash, NormalForm.person(row.name()), born);
    }

    /// This entry, with what its file does not speak of as the registry holds it. No file takes a
    /// number, a document or a birth date away, and none brings a former one back.
    RosterEntry over(KnownTeacher known, Set<RosterColumn> columns) {
        Filling filling = new Filling(columns);
        boolean isNumbered = known.brings(known.numberHash(), numberHash, Identity::numbers);
        boolean isDocumented =
                known.brings(known.documentHash(), documentHash, Identity::documents);
        RosterRow filled =
                new RosterRow(
                        isNumbered ? row.teacherNo() : known.teacherNo(),
                        isDocumented ? row.document() : null,
                        row.name(),
                        row.birthDate() == null ? known.birthDate() : row.birthDate(),
                        filling.of(SCHOOL_CODE, row.schoolCode(), known.schoolCode()),
                        filling.of(SCHOOL_NAME, row.schoolName(), known.schoolName()),
                        filling.of(DIVISION_CODE, row.division(), known.division()),
                        filling.of(STATUS, row.status(), known.status()),
                        filling.of(CONFIRMED_ON, row.confirmedOn(), known.confirmedOn()),
                        filling.of(TRANSFERRED_ON, row.transferredOn(), known.transferredOn()),
                        filling.of(HOME_SCHOOL_CODE, row.homeSchool(), known.homeSchool()),
                        row.divisionSince(),
                        row.homeDivision(),
                        row.leftOn());
        return new RosterEntry(
                filled,
                isNumbered ? numberHash : null,
                isDocumented ? documentHash : null,
                isDocumented ? sealed : null);
    }

    private record Filling(Set<RosterColumn> columns) {
        <T> @Nullable T of(RosterColumn column, @Nullable T said, @Nullable T known) {
            return columns.contains(column) ? said : known;
        }
    }

    /// This entry, nothing of which is left open, as the registry would hold it.
    KnownTeacher as(KnownTeacher known) {
        return new KnownTeacher(
                known.id(),
                row.teacherNo(),
                known.numberHash(),
                documentHash == null ? known.documentHash() : documentHash,
                row.name(),
                row.birthDate(),
                row.schoolCode(),
                row.schoolName(),
                row.homeSchool(),
                division(),
                status(),
                row.confirmedOn(),
                row.transferredOn(),
                row.homeDivision(),
                row.leftOn(),
                known.identity());
    }

    /// The same with what the row leaves to the registry: where the home school is, and since when
    /// a teacher has left. Whoever is at home has no other county, and whoever is here has not
    /// left.
    ///
    /// @param home where the home school is, if anybody knows
    /// @param left if the row does not say
    RosterEntry completed(@Nullable String home, LocalDate left) {
        LocalDate day = row.leftOn() == null ? left : row.leftOn();
        RosterRow whole =
                row.with(
                        row.isAway() ? home : null,
                        row.status() == RosterRow.TeacherStatus.LEFT ? day : null);
        return new RosterEntry(whole, numberHash, documentHash, sealed);
    }

    /// The county whose sums, sight and rules are the teacher's: the home school's.
    String answering() {
        String home = row.homeDivision();
        return home == null ? division() : home;
    }

    /// @throws NullPointerException if the file does not speak of it and nothing is known
    String division() {
        return Objects.requireNonNull(row.division());
    }

    /// @throws NullPointerException if the file does not speak of it and nothing is known
    RosterRow.TeacherStatus status() {
        return Objects.requireNonNull(row.status());
    }

    /// A teacher as the registry holds them.
    record KnownTeacher(
            int id,
            @Nullable String teacherNo,
            @Nullable UUID numberHash,
            @Nullable UUID documentHash,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String schoolCode,
            @Nullable String schoolName,
            @Nullable String homeSchool,
            String division,
            RosterRow.TeacherStatus status,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate transferredOn,
            @Nullable String homeDivision,
            @Nullable LocalDate leftOn,
            Identity identity) {
        static KnownTeacher of(Row row) {
            return new KnownTeacher(
                    row.getInteger("id"),
                    row.getString("teacher_no"),
                    row.getUUID("number_hash"),
                    row.getUUID("id_hash"),
                    row.getString("name"),
                    row.getLocalDate("birth_date"),
                    row.getString("school_code"),
                    row.getString("school_name"),
                    row.getString("home_school_code"),
                    row.getString("division_code"),
                    RosterRow.TeacherStatus.valueOf(row.getString("status")),
                    row.getLocalDate("confirmed_on"),
                    row.getLocalDate("transferred_on"),
                    row.getString("home_division_code"),
                    row.getLocalDate("left_on"),
                    IdentityRows.identity(row));
        }

        boolean isAway() {
            return homeSchool != null || status == RosterRow.TeacherStatus.SECONDED;
        }

        /// The county whose sums, sight and rules are the teacher's.
        String answering() {
            return homeDivision == null ? division : homeDivision;
        }

        /// Whether a row brings a key that is not one of the teacher's former ones.
        boolean brings(
                @Nullable UUID current, @Nullable UUID said, Function<Identity, Set<UUID>> all) {
            return said != null && (said.equals(current) || !all.apply(identity).contains(said));
        }

        /// Whether a standing would come out the same.
        boolean hasFactsOf(RosterEntry entry) {
            return Objects.equals(confirmedOn, entry.row.confirmedOn())
                    && Objects.equals(transferredOn, entry.row.transferredOn())
                    && Objects.equals(leftOn, entry.row.leftOn())
                    && status == entry.row.status();
        }
    }
}
