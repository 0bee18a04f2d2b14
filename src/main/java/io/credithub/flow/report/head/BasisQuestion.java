package io.credithub.flow.report.head;

import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Of what a report has to say how far it was looked at.
///
/// @param province the division that the hub is for
/// @param schoolYear null: all of them
/// @param asOf the moment of the figures
public record BasisQuestion(
        Jurisdiction within, String province, @Nullable Integer schoolYear, Instant asOf) {
    private static final int CITY_DIGITS = 4;
    private static final int PROVINCE_DIGITS = 2;

    /// A run of reconciliation over one of these divisions looked at all of them: a county is a
    /// part of its city, its province and the nation; and beyond the province nobody looks.
    public List<String> coveredBy() {
        String division = within.divisionCode();
        List<String> covering = new ArrayList<>();
        covering.add(division);
        covering.add(division.substring(0, CITY_DIGITS) + "00");
        covering.add(division.substring(0, PROVINCE_DIGITS) + "0000");
        covering.add(Jurisdiction.NATION.divisionCode());
        if (within.covers(province)) covering.add(province);
        return covering.stream().distinct().toList();
    }
}
