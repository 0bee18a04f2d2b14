package io.credithub.app.work;

import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.division.PastDivisions;
import io.credithub.flow.report.PlaceNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What divisions are called in reports: by the newest list of the registry when the last report
/// was begun, or by that of a moment.
@Singleton
public final class CataloguePlaces implements PlaceNames {
    private final PastDivisions divisions;
    private volatile NavigableMap<Instant, DivisionCatalogue> known = new TreeMap<>();

    CataloguePlaces(PastDivisions divisions) {
        this.divisions = divisions;
    }

    /// Looks whether there is a newer one.
    Uni<Void> renewed() {
        return divisions.all().invoke(now -> known = now).replaceWithVoid();
    }

    @Override
    public Text titleOf(String division) {
        return of(known.lastEntry()).title(division);
    }

    /// Before the first list, no names were known.
    @Override
    public PlaceNames at(Instant moment) {
        return of(known.floorEntry(moment))::title;
    }

    private static DivisionCatalogue of(@Nullable Entry<Instant, DivisionCatalogue> list) {
        return list == null ? DivisionCatalogue.EMPTY : list.getValue();
    }
}
