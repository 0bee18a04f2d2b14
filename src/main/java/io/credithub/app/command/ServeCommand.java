package io.credithub.app.command;

import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.RunningHub;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs the hub until it is told to stop.
@Command(
        name = "serve",
        description = {
            "Runs the hub until it is told to stop.",
            "It uses the PostgreSQL of HUB_DB_URL, or else an embedded one that keeps "
                    + "its data under HUB_HOME (default ~/.credit-hub). On a server it serves as "
                    + "HUB_DB_USER, once ./hub migrate has been run."
        })
public final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new RunningHub(HubEnvironment.ofThisProcess()).serve();
    }
}
