package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Where the teachers of a county, a city or a province are in a cycle. Everybody on the roster who
/// belongs there is counted, with records or without, and in one of the five that follow.
///
/// @param withRecords who have an entry of the cycle in the ledger
/// @param qualified at the time of their last entry
/// @param notYet while the cycle runs
/// @param unqualified once it has ended
/// @param notRegistered in no school year of the cycle
/// @param left before the cycle's end
public record CountyStanding(
        String division,
        int cycle,
        long teachers,
        long withRecords,
        long withoutRecords,
        long qualified,
        long notYet,
        long unqualified,
        long notRegistered,
        long left,
        Credits earned,
        Credits recognised) {
    private static final int CITY_DIGITS = 4;

    /// Whether everybody is counted once, with or without records and by where they are.
    boolean isWhole() {
        return withRecords + withoutRecords == teachers
                && qualified + notYet + unqualified + notRegistered + left == teachers;
    }

    /// One line for each city and cycle.
    public static List<CountyStanding> byCity(List<CountyStanding> counties) {
        return by(counties, county -> county.substring(0, CITY_DIGITS) + "00");
    }

    /// One line for each cycle.
    ///
    /// @param division of the sum
    public static List<CountyStanding> inAll(List<CountyStanding> counties, String division) {
        return by(counties, _ -> division);
    }

    private static List<CountyStanding> by(
            List<CountyStanding> counties, UnaryOperator<String> place) {
        Map<String, Map<Integer, CountyStanding>> sums = new TreeMap<>();
        for (CountyStanding county : counties) {
            String key = place.apply(county.division());
            sums.computeIfAbsent(key, _ -> new TreeMap<>())
                    .merge(county.cycle(), county.at(key), CountyStanding::plus);
        }
        List<CountyStanding> list = new ArrayList<>();
        for (Map<Integer, CountyStanding> cycles : sums.values()) list.addAll(cycles.values());
        return list;
    }

    private CountyStanding at(String place) {
        return new CountyStanding(
                place,
                cycle,
                teachers,
                withRecords,
                withoutRecords,
                qualified,
                notYet,
                unqualified,
                notRegistered,
                left,
                earned,
                recognised);
    }

    private CountyStanding plus(CountyStanding more) {
        return new CountyStanding(
                division,
                cycle,
                teachers + more.teachers,
                withRecords + more.withRecords,
                withoutRecords + more.withoutRecords,
                qualified + more.qualified,
                notYet + more.notYet,
                unqualified + more.unqualified,
                notRegistered + more.notRegistered,
                left + more.left,
                earned.plus(more.earned),
                recognised.plus(more.recognised));
    }
}
