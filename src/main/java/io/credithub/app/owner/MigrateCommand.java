package io.credithub.app.owner;

import io.credithub.app.start.DatabaseSettings;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.RunningHub;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.Migrations;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Brings the database's tables to this version, before the hub serves: with the password of their
/// owner, which the hub that serves never has.
@Command(
        name = "migrate",
        description = {
            "Brings the tables of the database to this version, as their owner.",
            "On the server of HUB_DB_URL it needs HUB_DB_OWNER and HUB_DB_OWNER_PASSWORD, and"
                    + " HUB_DB_USER, the role that the hub will work as. The embedded database is"
                    + " migrated at each start anyway."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    public MigrateCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    public MigrateCommand(HubEnvironment around) {
        this.around = around;
    }

    /// @throws CannotStart if the database cannot be used
    @Override
    public Integer call() {
        DatabaseAccess server = DatabaseSettings.givenToMigrate(around);
        if (server != null) return migrate(server);
        try (EmbeddedPostgres own = RunningHub.startEmbedded(around)) {
            return migrate(own.access());
        }
    }

    private int migrate(DatabaseAccess access) {
        int made = Migrations.run(access);
        PrintWriter out = spec.commandLine().getOut();
        if (made == 0) out.println("数据库已是最新。The database is up to date.");
        else out.printf("已执行 %d 项迁移。Migrations made: %d.%n", made, made);
        out.flush();
        return 0;
    }
}
