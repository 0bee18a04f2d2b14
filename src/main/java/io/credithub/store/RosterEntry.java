package io.credithub.store;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.IdProtection;
import io.credithub.flow.RosterRow;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A roster row with what is kept of its ID document: keyed hash, sealed number, masked number.
record RosterEntry(
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
            types[i] = document == null ? null : (short) document.type().code();
            sealed[i] = entry.sealed == null ? null : Buffer.buffer(entry.sealed);
        }
        return new Columns<>(entries)
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
                .texts(entry -> entry.row.status().name())
                .dates(entry -> entry.row.confirmedOn())
                .dates(entry -> entry.row.transferredOn())
                .tuple();
    }

    private static @Nullable String masked(@Nullable IdDocument document) {
        return document == null ? null : document.masked();
    }

    /// This entry as the registry would hold it.
    Known as(Known known) {
        return new Known(
                known.id(),
                row.teacherNo(),
                documentHash,
                row.name(),
                row.birthDate(),
                row.schoolCode(),
                row.schoolName(),
                row.homeSchool(),
                row.division(),
                row.status().name(),
                row.confirmedOn(),
                row.transferredOn());
    }

    /// A teacher as the registry holds them.
    record Known(
            int id,
            @Nullable String teacherNo,
            @Nullable UUID documentHash,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String schoolCode,
            @Nullable String schoolName,
            @Nullable String homeSchool,
            String division,
            String status,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate transferredOn) {
        static Known of(Row row) {
            return new Known(
                    row.getInteger("id"),
                    row.getString("teacher_no"),
                    row.getUUID("id_hash"),
                    row.getString("name"),
                    row.getLocalDate("birth_date"),
                    row.getString("school_code"),
                    row.getString("school_name"),
                    row.getString("home_school_code"),
                    row.getString("division_code"),
                    row.getString("status"),
                    row.getLocalDate("confirmed_on"),
                    row.getLocalDate("transferred_on"));
        }

        /// Whether a standing would come out the same.
        boolean hasFactsOf(RosterEntry entry) {
            return Objects.equals(confirmedOn, entry.row.confirmedOn())
                    && Objects.equals(transferredOn, entry.row.transferredOn())
                    && status.equals(entry.row.status().name());
        }
    }
}
