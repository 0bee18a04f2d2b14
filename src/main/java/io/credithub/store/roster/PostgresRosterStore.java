package io.credithub.store.roster;

import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterReport;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The roster on the connection of the ledger transaction. Every change moves the roster's version
/// first, so that nobody goes on with what was found before it.
@Singleton
public class PostgresRosterStore implements RosterStore {
    private final IdProtection ids;

    public PostgresRosterStore(IdProtection ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Enrolled> enrol(LedgerTransaction ledger, RosterBatch batch, LocalDate today) {
        return change(ledger)
                .chain(connection -> new RosterWriter(connection, ids).enrol(batch, today));
    }

    @Override
    public Uni<HomesFound> findHomes(LedgerTransaction ledger, LocalDate today) {
        return change(ledger).chain(connection -> new HomeSchools(connection, today).find());
    }

    @Override
    public Uni<Persons.Changing> persons(LedgerTransaction ledger) {
        return change(ledger).map(connection -> new PersonRows(connection, ids));
    }

    private static Uni<SqlConnection> change(LedgerTransaction ledger) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        return transaction.rosterChanges().replaceWith(transaction.connection());
    }

    @Override
    public Uni<RosterReport.Absent> absent(
            LedgerTransaction ledger, Set<String> divisions, BitSet seen) {
        return new AbsentRows(PostgresLedgerTransaction.of(ledger).connection())
                .of(divisions, seen);
    }

    @Override
    public Uni<List<Resolved>> resolveWaiting(
            LedgerTransaction ledger, Collection<Integer> teachers) {
        return WaitingRows.resolve(PostgresLedgerTransaction.of(ledger).connection(), teachers);
    }
}
