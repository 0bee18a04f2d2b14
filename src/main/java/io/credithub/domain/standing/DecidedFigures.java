package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import java.util.List;
import java.util.Map;

/// The figures that a school year was decided on: they stand with the result, so that a decided
/// year never contradicts itself.
///
/// @param carriedIn see [YearStanding#carriedIn]
/// @param minimum see [YearStanding#minimum]
/// @param missing see [YearStanding#missing]
/// @param borrowed see [YearStanding#borrowed]
/// @param surplus above the minimum, for the next year
/// @param floors of the year
/// @param lines what the year brings to each floor and theme of the cycle, by key
@Article({"二(四)", "五(二)"})
public record DecidedFigures(
        Credits carriedIn,
        Credits minimum,
        Credits missing,
        Credits borrowed,
        Credits surplus,
        List<YearFloor> floors,
        Map<String, Credits> lines) {
    public DecidedFigures {
        floors = List.copyOf(floors);
        lines = Map.copyOf(lines);
    }
}
