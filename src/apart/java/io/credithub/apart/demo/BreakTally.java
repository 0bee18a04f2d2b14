package io.credithub.apart.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Breaks, one line each, by their codes. Several may read alike: rejected records that have no id.
final class BreakTally {
    private final Map<String, Map<String, Integer>> lines = new TreeMap<>();

    void add(String code, String line) {
        add(code, line, 1);
    }

    private void add(String code, String line, int times) {
        lines.computeIfAbsent(code, _ -> new TreeMap<>()).merge(line, times, Integer::sum);
    }

    Set<String> codes() {
        return lines.keySet();
    }

    int count(String code) {
        return of(code).values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<String, Integer> of(String code) {
        return lines.getOrDefault(code, Map.of());
    }

    int size() {
        return codes().stream().mapToInt(this::count).sum();
    }

    Stream<String> lines() {
        return lines.values().stream().flatMap(of -> of.keySet().stream());
    }

    /// What another has not, or not as often.
    BreakTally less(BreakTally other) {
        BreakTally rest = new BreakTally();
        lines.forEach((code, of) ->
                of.forEach((line, times) -> {
                    int more = times - other.of(code).getOrDefault(line, 0);
                    if (more > 0) rest.add(code, line, more);
                }));
        return rest;
    }

    boolean isAs(BreakTally other) {
        return lines.equals(other.lines);
    }
}
