package io.credithub.api.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.reconciliation.PlaceSums;
import java.util.List;

/// The sums of a county with its name.
public record NamedPlace(@JsonUnwrapped PlaceSums sums, String divisionName) {
    static List<NamedPlace> all(List<PlaceSums> counties, DivisionCatalogue known) {
        return counties.stream()
                .map(one -> new NamedPlace(one, known.title(one.key()).zh()))
                .toList();
    }
}
