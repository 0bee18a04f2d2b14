package io.credithub.flow.report;

import io.credithub.domain.Text;
import java.time.Instant;

/// What divisions are called where people read. Reports that name places ask here; the catalogue of
/// places answers.
public interface PlaceNames {
    /// @param division six digits, two or four of them followed by zeros for a province or a city
    /// @return its full name, `太原市 小店区`; the code itself where no name is known, so that a report
    ///   never lacks a row
    Text titleOf(String division);

    /// As they were called by what the registry knew at a moment.
    default PlaceNames at(Instant moment) {
        return this;
    }
}
