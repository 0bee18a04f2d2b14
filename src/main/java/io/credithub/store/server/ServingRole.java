package io.credithub.store.server;

import io.credithub.store.server.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/// Whether a database server is as the hub needs it before it serves: the tables are those that it
/// knows, and its role can neither change them nor rewrite the ledger.
public final class ServingRole {
    /// PostgreSQL's state of what a role is not granted.
    private static final String NOT_GRANTED = "42501";

    /// Each finding of it, in words. Roles that were taken on by `set role` count, and so does what
    /// a role could take on.
    private static final String TOO_MUCH =
            """
            select 'is a superuser' from pg_roles where rolname in (current_user, session_user)
                and rolsuper
            union all
            select 'may make roles (createrole)' from pg_roles
                where rolname in (current_user, session_user) and rolcreaterole
            union all
            select 'passes row security by (bypassrls)' from pg_roles
                where rolname in (current_user, session_user) and rolbypassrls
            union all
            select 'may replicate (replication)' from pg_roles
                where rolname in (current_user, session_user) and rolreplication
            union all
            select distinct 'owns tables, or is a member of their owner ' || o.rolname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_roles o on o.oid = c.relowner
                where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S')
                and (pg_has_role(current_user, o.oid, 'member')
                    or pg_has_role(session_user, o.oid, 'member'))
            union all
            select 'owns the database, or is a member of its owner ' || o.rolname
                from pg_database d join pg_roles o on o.oid = d.datdba
                where d.datname = current_database()
                and (pg_has_role(current_user, o.oid, 'member')
                    or pg_has_role(session_user, o.oid, 'member'))
            union all
            select 'is a member of ' || r.rolname from pg_roles r
                where r.rolname in ('pg_write_all_data', 'pg_execute_server_program',
                    'pg_write_server_files', 'pg_read_server_files', 'pg_maintain')
                and (pg_has_role(current_user, r.oid, 'member')
                    or pg_has_role(session_user, r.oid, 'member'))
            union all
            select 'may rewrite the ledger' where to_regclass('public.ledger_entry') is not null
                and has_table_privilege(to_regclass('public.ledger_entry')::oid,
                    'update, delete, truncate')
            """;

    private static final String APPLIED =
            "select version from public.flyway_schema_history where success";

    private ServingRole() {}

    /// @throws CannotStart if the role may too much, or migrations are pending
    public static void require(DatabaseAccess access) {
        Login app = access.app();
        try (Connection connection = JdbcConnections.connect(access, app);
                Statement statement = connection.createStatement()) {
            Set<String> tooMuch = texts(statement, TOO_MUCH);
            if (!tooMuch.isEmpty()) throw CannotStart.becauseRole(app.user(), tooMuch);
            Set<String> pending = new TreeSet<>(Migrations.known());
            pending.removeAll(applied(statement, app));
            if (!pending.isEmpty()) throw CannotStart.becausePending(pending.size());
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase(access.url(), failure);
        }
    }

    private static Set<String> applied(Statement statement, Login app) throws SQLException {
        boolean isThere =
                !texts(statement, "select to_regclass('public.flyway_schema_history')::text")
                        .isEmpty();
        if (!isThere) return Set.of();
        try {
            return texts(statement, APPLIED);
        } catch (SQLException failure) {
            if (NOT_GRANTED.equals(failure.getSQLState())) {
                throw CannotStart.becauseNotGranted(app.user());
            }
            throw failure;
        }
    }

    private static Set<String> texts(Statement statement, String query) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String text = rows.getString(1);
                if (text != null) texts.add(text);
            }
        }
        return texts;
    }
}
