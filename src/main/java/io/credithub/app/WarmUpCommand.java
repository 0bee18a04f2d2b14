package io.credithub.app;

import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Starts the whole house and leaves at once, so that the JDK can note what a start needs.
@Command(
        name = "warm-up",
        description = "Starts and stops once; the launcher uses it.",
        hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.management.port", "0");
        return new RunningHub(Surroundings.ofThisProcess()).run(Leave.class);
    }

    /// A guest with nothing to do; made by Quarkus, hence public.
    public static final class Leave implements QuarkusApplication {
        @Override
        public int run(String... args) {
            return 0;
        }
    }
}
