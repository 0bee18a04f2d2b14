package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All policies, and which of them holds where and when: of the divisions that a place belongs to,
/// the deepest one with a policy in force that day, county before city before province; last of all
/// the policies that hold everywhere. Pure: the order in which policies are given does not matter.
@Article({"四(一)", "五(三)"})
public final class PolicyBook implements PolicyChoice {
    private static final String EVERYWHERE = "";

    /// Versions of a division never overlap: the reader refuses that. Policies of no division may:
    /// then law goes before copies of it, what began later before what began earlier.
    private static final Comparator<Policy> FIRST =
            Comparator.comparing((Policy policy) -> policy.heading().confidence())
                    .thenComparing(
                            policy -> policy.heading().effective().from(),
                            Comparator.reverseOrder())
                    .thenComparing(Policy::id);

    private final Map<String, List<Policy>> byDivision = new HashMap<>();
    private final Map<String, Policy> byId = new TreeMap<>();

    public PolicyBook(Collection<Policy> policies) {
        for (Policy policy : policies) {
            String division = policy.heading().division();
            byDivision.merge(
                    division == null ? EVERYWHERE : division, List.of(policy), PolicyBook::both);
            byId.put(policy.id(), policy);
        }
    }

    public Optional<Policy> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// @param division six digits; a county, city or province. Anything else belongs to nothing,
    ///   and only what holds everywhere holds there
    public Optional<Policy> on(String division, LocalDate day) {
        for (String place : upwards(division)) {
            for (Policy version : byDivision.getOrDefault(place, List.of())) {
                if (version.heading().effective().holdsOn(day)) return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /// What an award is judged by: the policy in force on its completion date, where the teacher
    /// then was.
    @Override
    public Optional<Policy> ofAward(List<Residence> residences, LocalDate completedOn) {
        return on(divisionOn(residences, completedOn), completedOn);
    }

    /// What the requirements of a cycle are taken from: the policy in force on the day asked about,
    /// or on the cycle's last day if that is earlier, each where the teacher then was.
    ///
    /// @param cycle named by its first school year; its last day is that of the calendar in force
    ///   on the day asked about
    @Override
    public Optional<Policy> ofCycle(List<Residence> residences, int cycle, LocalDate asOf) {
        return ofAward(residences, asOf)
                .flatMap(asked -> {
                    SchoolCalendar calendar = asked.terms().calendar();
                    LocalDate last =
                            calendar.firstDayOf(cycle + calendar.cycleYears()).minusDays(1);
                    return asOf.isAfter(last) ? ofAward(residences, last) : Optional.of(asked);
                });
    }

    /// The division of a day.
    ///
    /// @param residences in any order
    /// @return of a day before all of them, the first one's: where a history begins is seldom where
    ///   the teacher did; empty if nothing is known
    public static String divisionOn(List<Residence> residences, LocalDate day) {
        Comparator<Residence> byDay =
                Comparator.comparing(Residence::from).thenComparing(Residence::division);
        return residences.stream()
                .filter(residence -> !residence.from().isAfter(day))
                .max(byDay)
                .or(() -> residences.stream().min(byDay))
                .map(Residence::division)
                .orElse(EVERYWHERE);
    }

    /// A division and those that it lies in, the deepest first, as GB/T 2260 numbers them.
    private static List<String> upwards(String division) {
        if (division.length() != 6) return List.of(EVERYWHERE);
        return List.of(
                division,
                division.substring(0, 4) + "00",
                division.substring(0, 2) + "0000",
                EVERYWHERE);
    }

    private static List<Policy> both(List<Policy> some, List<Policy> more) {
        return Stream.concat(some.stream(), more.stream()).sorted(FIRST).toList();
    }
}
