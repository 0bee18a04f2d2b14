package io.credithub.app.start;

import io.credithub.app.work.WorkConfig;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.mapping.division.DivisionFiles;
import io.credithub.mapping.division.DivisionFiles.LoadedDivisions;
import io.credithub.store.server.CannotStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// The lists of divisions that lie in the project's folder: what they say comes into force with the
/// start. Nobody's credits depend on it.
@ApplicationScoped
class DivisionsAtStart {
    private static final Logger LOG = Logger.getLogger(DivisionsAtStart.class);

    private final KnownDivisions divisions;
    private final DivisionFiles files;

    DivisionsAtStart(KnownDivisions divisions, WorkConfig work) {
        this.divisions = divisions;
        this.files = DivisionFiles.ofProject(work.project());
    }

    /// @throws CannotStart if a file has a problem
    Uni<Void> learn() {
        LoadedDivisions loaded = files.load();
        if (!loaded.problems().isEmpty()) throw CannotStart.becauseOf(loaded.problems());
        return divisions
                .learn(loaded.list())
                .invoke(isNew -> {
                    if (isNew) LOG.info("行政区划表已更新。The list of divisions is taken over.");
                })
                .replaceWithVoid();
    }
}
