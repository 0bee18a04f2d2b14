package io.credithub.fakes;

import io.credithub.flow.processing.Programmes;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Numbers for programme names, from 1.
public final class InMemoryProgrammes implements Programmes {
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<Integer, String> names = new TreeMap<>();

    /// The name as it was first written.
    String name(int number) {
        return Objects.requireNonNull(names.get(number));
    }

    @Override
    public Uni<Map<String, Integer>> numbers(Map<String, String> asked) {
        return Uni.createFrom()
                .item(() -> {
                    Map<String, Integer> found = new HashMap<>();
                    asked.forEach((normal, name) -> {
                        int number = numbers.computeIfAbsent(normal, _ -> numbers.size() + 1);
                        names.putIfAbsent(number, name);
                        found.put(normal, number);
                    });
                    return found;
                });
    }

    @Override
    public Uni<Map<String, Integer>> provisional(Map<String, String> asked) {
        return Uni.createFrom()
                .item(() -> {
                    Map<String, Integer> found = new HashMap<>();
                    for (String normal : asked.keySet()) {
                        found.put(normal, numbers.getOrDefault(normal, -1 - found.size()));
                    }
                    return found;
                });
    }
}
