package io.credithub.app.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.DatabaseServer;
import io.credithub.app.HubMain;
import io.credithub.app.start.DatabaseSettings;
import io.credithub.app.start.HubEnvironment;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.ServingRole;
import io.credithub.testing.ApartFromOthers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// A database server from empty to ready to serve on, and who may not serve on it.
@ApartFromOthers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MigrateCommandIT {
    @TempDir static Path home;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = new DatabaseServer(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void nobodyServesOnAServerThatIsNotMigrated() {
        assertThat(served(server.environment()))
                .startsWith("HUB-4225: the database lacks ")
                .endsWith("run ./hub migrate first.");
    }

    @Test
    @Order(2)
    void theOwnerMigratesAndTheApplicationServes() {
        assertThat(migrated()).contains("Migrations made: ");
        assertThat(served(server.environment())).isEqualTo("serves");
        assertThat(migrated()).contains("The database is up to date.");
    }

    @Test
    @Order(3)
    void theOwnerDoesNotServe() {
        Map<String, String> environment = server.environment();
        environment.put("HUB_DB_USER", server.access().owner().user());
        environment.put("HUB_DB_PASSWORD", server.access().owner().password());
        assertThat(served(environment))
                .startsWith("HUB-4226: HUB_DB_USER hub_owner may too much to serve")
                .contains("owns tables");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @Order(4)
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alter role hub_app superuser    | alter role hub_app nosuperuser    | is a superuser
                    alter role hub_app createrole   | alter role hub_app nocreaterole   | createrole
                    alter role hub_app bypassrls    | alter role hub_app nobypassrls    | bypassrls
                    alter role hub_app replication  | alter role hub_app noreplication  | replication
                    grant hub_owner to hub_app      | revoke hub_owner from hub_app     | owner hub_owner
                    grant hub_owner to hub_app with inherit false | revoke hub_owner from hub_app | owner hub_owner
                    grant pg_write_all_data to hub_app | revoke pg_write_all_data from hub_app | pg_write_all_data
                    grant delete on ledger_entry to hub_app | revoke delete on ledger_entry from hub_app | rewrite the ledger
                    grant update on ledger_entry to public | revoke update on ledger_entry from public | rewrite the ledger
                    alter table feed owner to hub_app | alter table feed owner to hub_owner | owns tables
                    """)
    void aRoleThatMayTooMuchDoesNotServe(String wrong, String right, String what) throws Exception {
        server.run(wrong);
        try {
            assertThat(served(server.environment())).startsWith("HUB-4226").contains(what);
        } finally {
            server.run(right);
        }
        if (wrong.contains("feed")) server.run("grant select on feed to hub_app");
        assertThat(served(server.environment())).isEqualTo("serves");
    }

    @Test
    @Order(5)
    void aRoleThatNothingWasGrantedToIsTold() throws Exception {
        server.run("create role stranger login password 'stranger'");
        server.run("grant connect on database credithub to stranger");
        Map<String, String> environment = server.environment();
        environment.put("HUB_DB_USER", "stranger");
        environment.put("HUB_DB_PASSWORD", "stranger");
        assertThat(served(environment)).startsWith("HUB-4227");
    }

    @Test
    @Order(6)
    void aWrongPasswordEndsBothInOneLine() {
        Map<String, String> wrong = server.environment();
        wrong.put("HUB_DB_PASSWORD", "wrong");
        assertThat(served(wrong)).startsWith("HUB-4216").doesNotContain("\n");
        Map<String, String> owner = server.environmentOfTheOwner();
        owner.put("HUB_DB_OWNER_PASSWORD", "wrong");
        assertThat(run(owner))
                .contains("HUB-4228")
                .doesNotContain("Exception")
                .doesNotContain("----");
    }

    private static String served(Map<String, String> environment) {
        try {
            DatabaseAccess access = DatabaseSettings.given(around(environment));
            assertThat(access).isNotNull();
            ServingRole.require(access);
            return "serves";
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String migrated() {
        return run(server.environmentOfTheOwner());
    }

    private static String run(Map<String, String> environment) {
        StringWriter said = new StringWriter();
        HubMain.reporting(new CommandLine(new MigrateCommand(around(environment))))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute();
        return said.toString();
    }

    private static HubEnvironment around(Map<String, String> environment) {
        return new HubEnvironment(environment, home, home);
    }
}
