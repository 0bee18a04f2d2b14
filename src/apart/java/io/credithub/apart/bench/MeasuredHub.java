package io.credithub.apart.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// A bench inside the running hub from its first figure to the file with all of them: it has the
/// owner's connection to the database, and says why it ended early.
///
/// @param json where the figures go too; empty for nowhere
record MeasuredHub(PrintWriter out, Path json) {
    private static final Logger LOG = Logger.getLogger(MeasuredHub.class);

    /// What a bench does.
    interface Measurement {
        void measure(Connection owner, BenchTable table)
                throws IOException, SQLException, InterruptedException;
    }

    /// @return the exit code: 1 if the bench ended early
    int run(Measurement bench) throws IOException {
        BenchTable table = new BenchTable(out);
        try (Connection owner =
                DriverManager.getConnection(
                        System.getProperty("quarkus.flyway.jdbc-url"),
                        System.getProperty("quarkus.flyway.username"),
                        System.getProperty("quarkus.flyway.password"))) {
            bench.measure(owner, table);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException | SQLException failure) {
            LOG.error("The bench ended early", failure);
            return 1;
        }
        table.write(json);
        return 0;
    }
}
