package io.credithub.app.work;

import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.report.PlaceNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What divisions are called in reports: as the registry's catalogue had it when the last report
/// was begun.
@Singleton
public final class CataloguePlaces implements PlaceNames {
    private final KnownDivisions divisions;
    private volatile DivisionCatalogue known = DivisionCatalogue.EMPTY;

    CataloguePlaces(KnownDivisions divisions) {
        this.divisions = divisions;
    }

    /// Looks whether there is a newer one.
    Uni<Void> renewed() {
        return divisions.catalogue().invoke(now -> known = now).replaceWithVoid();
    }

    @Override
    public Text titleOf(String division) {
        return known.title(division);
    }
}
