package io.credithub.api.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.reconciliation.CountyStanding;
import java.util.List;

/// Where the teachers of a division are, with the division's name.
public record NamedStanding(@JsonUnwrapped CountyStanding standing, String divisionName) {
    static List<NamedStanding> all(List<CountyStanding> standings, DivisionCatalogue known) {
        return standings.stream()
                .map(one -> new NamedStanding(one, known.title(one.division()).zh()))
                .toList();
    }
}
