package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Does what a kind of fault says, for as long as it lasts, and takes it away again.
public interface Fault {
    /// @return null once it was done; else why it could not be done here and now
    /// @throws IOException if our own means fail; so it was not done
    /// @throws SQLException if the database does not let it happen; so it was not done
    @Nullable String inject(Planned planned) throws IOException, SQLException, InterruptedException;
}
