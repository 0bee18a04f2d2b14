package io.credithub.app.start;

import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.mapping.policy.PolicyFiles.PolicyFile;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// The policies of this project, for commands that need no server.
public final class KnownPolicies {
    private final PolicyFiles.LoadedPolicies loaded =
            PolicyFiles.ofProject(HubEnvironment.ofThisProcess().project());

    /// @return null if there is none: then the known ones are named, and what is wrong with others
    public @Nullable Policy find(String id, PrintWriter err) {
        PolicyFile chosen = loaded.policies().get(id);
        if (chosen != null) return chosen.policy();
        tell(err);
        err.printf(
                "没有政策“%s”。no policy “%s”; known: %s%n",
                id, id, String.join(", ", loaded.policies().keySet()));
        return null;
    }

    /// All of them: which of them holds where and when.
    ///
    /// @return null if a file has a problem, which is told: without its policy, a place would
    ///   silently be judged by that of a wider one
    public @Nullable PolicyBook book(PrintWriter err) {
        if (loaded.problems().isEmpty()) return loaded.book();
        tell(err);
        return null;
    }

    private void tell(PrintWriter err) {
        for (FileProblem problem : loaded.problems()) err.println(problem);
    }
}
