package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.hub.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database that answers and yet cannot be worked with.
public final class DatabaseFaults implements Fault {
    private static final long CUT_MILLIS = 300;
    private static final int CONNECTIONS_MAX = 200;
    private static final int TRIES = 60;
    private static final String SET =
            "alter database " + PostgresServer.DATABASE + " set default_transaction_read_only = on";
    private static final String RESET =
            "alter database " + PostgresServer.DATABASE + " reset default_transaction_read_only";

    private final PostgresServer postgres;

    public DatabaseFaults(PostgresServer postgres) {
        this.postgres = postgres;
    }

    @Override
    public @Nullable String inject(Planned planned) throws SQLException, InterruptedException {
        awaitAnswer();
        switch (planned.kind()) {
            case READ_ONLY -> readOnly(planned);
            case CONNECTIONS_CUT -> cutAgainAndAgain(planned);
            case CONNECTIONS_USED_UP -> useUp(planned);
            case LEDGER_HELD -> holdLedger(planned);
            default -> throw new IllegalArgumentException(planned.toString());
        }
        return null;
    }

    /// A server that is just being started is waited for a little.
    private void awaitAnswer() throws SQLException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                postgres.execute(PostgresServer.ADMIN, "select 1");
                return;
            } catch (SQLException notYet) {
                if (tries == TRIES / 2) throw notYet;
                Thread.sleep(CUT_MILLIS);
            }
        }
    }

    private void readOnly(Planned planned) throws SQLException, InterruptedException {
        postgres.execute(PostgresServer.ADMIN, SET);
        try {
            postgres.cutConnections();
            Thread.sleep(planned.lasts());
        } finally {
            allowWrites();
        }
    }

    /// Whatever happens meanwhile, this must succeed in the end.
    private void allowWrites() throws SQLException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                postgres.execute(
                        PostgresServer.ADMIN,
                        "set session characteristics as transaction read write",
                        RESET);
                postgres.cutConnections();
                return;
            } catch (SQLException away) {
                if (tries == TRIES) throw away;
                Thread.sleep(CUT_MILLIS);
            }
        }
    }

    private void cutAgainAndAgain(Planned planned) throws SQLException, InterruptedException {
        long until = System.nanoTime() + planned.lasts().toNanos();
        while (System.nanoTime() - until < 0) {
            postgres.cutConnections();
            Thread.sleep(CUT_MILLIS);
        }
    }

    /// The hub's own are cut, so that it has to ask for new ones.
    private void useUp(Planned planned) throws SQLException, InterruptedException {
        List<Connection> held = new ArrayList<>();
        try {
            postgres.cutConnections();
            long until = System.nanoTime() + planned.lasts().toNanos();
            while (System.nanoTime() - until < 0) {
                holdAll(held);
                Thread.sleep(CUT_MILLIS);
            }
        } finally {
            for (Connection connection : held) connection.close();
        }
    }

    private void holdAll(List<Connection> held) {
        try {
            while (held.size() < CONNECTIONS_MAX) held.add(postgres.connect(PostgresServer.APP));
        } catch (SQLException noneLeft) {
            // as was meant
        }
    }

    private void holdLedger(Planned planned) throws SQLException, InterruptedException {
        try (Connection connection = postgres.connect(PostgresServer.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select last_seq from ledger_head for update");
            Thread.sleep(planned.lasts());
            connection.rollback();
        }
    }
}
