package io.credithub.fakes;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.programme.KnownTitles;
import io.credithub.flow.programme.Programmes;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Numbers for titles and families, from 1.
public final class InMemoryProgrammes implements Programmes {
    private final Map<ProgrammeTitle, Integer> titles = new HashMap<>();
    private final Map<String, Integer> families = new HashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();

    /// The name as it was first written.
    String name(int number) {
        return Objects.requireNonNull(names.get(number));
    }

    /// In order of their numbers.
    List<KnownTitles.NumberedTitle> all() {
        return titles.entrySet().stream()
                .map(one -> new KnownTitles.NumberedTitle(one.getValue(), one.getKey()))
                .sorted(Comparator.comparingInt(KnownTitles.NumberedTitle::number))
                .toList();
    }

    ProgrammeTitle title(int number) {
        return all().get(number - 1).title();
    }

    @Override
    public Uni<Map<ProgrammeTitle, Integer>> titles(Map<ProgrammeTitle, String> asked) {
        return Uni.createFrom()
                .item(() -> {
                    Map<ProgrammeTitle, Integer> found = numbered(titles, asked.keySet());
                    found.forEach((title, number) ->
                            names.putIfAbsent(number, Objects.requireNonNull(asked.get(title))));
                    return found;
                });
    }

    @Override
    public Uni<Map<String, Integer>> families(Set<String> cores) {
        return Uni.createFrom().item(() -> numbered(families, cores));
    }

    private static <K> Map<K, Integer> numbered(Map<K, Integer> numbers, Collection<K> asked) {
        Map<K, Integer> found = new HashMap<>();
        for (K one : asked) {
            found.put(one, numbers.computeIfAbsent(one, _ -> numbers.size() + 1));
        }
        return found;
    }

    @Override
    public Programmes provisional() {
        return new Programmes() {
            @Override
            public Uni<Map<ProgrammeTitle, Integer>> titles(Map<ProgrammeTitle, String> asked) {
                return Uni.createFrom().item(() -> known(titles, asked.keySet()));
            }

            @Override
            public Uni<Map<String, Integer>> families(Set<String> cores) {
                return Uni.createFrom().item(() -> known(families, cores));
            }

            @Override
            public Programmes provisional() {
                return this;
            }
        };
    }

    private static <K> Map<K, Integer> known(Map<K, Integer> numbers, Collection<K> asked) {
        Map<K, Integer> found = new HashMap<>();
        for (K one : asked) found.put(one, numbers.getOrDefault(one, -1 - found.size()));
        return found;
    }
}
